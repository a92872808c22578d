import type { OrderLine as DocumentLine, Order as OrderDocument, Party, Problem } from '#libs/documents';
import { sitesOf } from '#libs/organizations';
import type { Work } from '#libs/platform';
import { type Channel, orderLinesMax, type PlaceOrderInput } from '#libs/procurement';
import { organizationsNamed } from '../partner/partner-identity.reader.js';
import { type LineOffer, offersForLines } from './line-offers.js';
import { placeOf, wishProblems } from './order-wishes.js';
import { comparePrice, priceWords, unitWords } from './price-compare.js';

export interface OrderIntake {
  supplierId?: string;
  input?: PlaceOrderInput;
  problems: Problem[];
}

const problem = (at: string, code: string, message: string): Problem => ({ at, code, message, severity: 'error' });

/**
 * A canonical order of a buyer's ERP as input of `placeOrder`, with the buyer's number, line numbers, part numbers and unit codes kept. All
 * problems at once: supplier unknown, lines that lead to no or to several offers, another order unit, another currency.
 * Places and charges that the hub would not keep to are problems, too. A price in the document must be worth the same as the hub's; a document without prices buys at the hub's.
 */
export async function orderIntake(
  work: Work,
  document: OrderDocument,
  options: { channel: Channel; key: string },
): Promise<OrderIntake> {
  if (document.lines.length > orderLinesMax) return { problems: [tooManyLines(document)] };
  const suppliers = await organizationsNamed(work, document.supplier);
  if (suppliers.length !== 1) return { problems: [supplierProblem(document.supplier, suppliers.length)] };
  const supplierId = suppliers[0]!;
  const offers = await offersForLines(work, {
    supplierId,
    lines: document.lines.map((line) => ({ item: line.item, quantity: line.quantity.value })),
  });
  const problems: Problem[] = [];
  const byLine = new Map<number, LineOffer[]>();
  for (const offer of offers) byLine.set(offer.n, [...(byLine.get(offer.n) ?? []), offer]);
  const lines = document.lines.map((line, n) => intakeLine({ line, n, found: byLine.get(n) ?? [] }, document, problems));
  problems.push(...wishProblems(document));
  const shipTo = await destination(work, placeOf(document) ?? document.buyer);
  if (!shipTo)
    problems.push(problem('shipTo', 'SHIP_TO_MISSING', 'The order names no place to deliver to: neither a code nor an address.'));
  if (problems.length > 0 || !shipTo) return { supplierId, problems };
  const billTo = document.billTo ? await destination(work, document.billTo) : undefined;
  return {
    supplierId,
    problems,
    input: {
      idempotencyKey: options.key,
      number: document.number,
      channel: options.channel,
      shipTo,
      ...(billTo ? { billTo } : {}),
      ...(document.requestedDelivery ? { requestedDelivery: document.requestedDelivery } : {}),
      ...(document.costReference ? { costReference: document.costReference } : {}),
      ...(document.note.length > 0 ? { note: document.note.join('\n').slice(0, 2000) } : {}),
      lines: lines.filter((line) => line !== undefined),
    },
  };
}

/** Before anything is looked up: what an order may not have is not searched for either. */
function tooManyLines({ lines }: OrderDocument): Problem {
  return problem('lines', 'LINES_TOO_MANY', `An order has at most ${orderLinesMax} lines, this one has ${lines.length}.`);
}

/** Why the identifiers of a party lead to no supplier, or to several. */
export function supplierProblem(party: Party, found: number): Problem {
  const shown = party.identifiers.map((i) => `${i.scheme ?? 'no scheme'} ${i.value}`).join(', ') || party.name || 'nothing';
  return found === 0
    ? problem(
        'supplier',
        'SUPPLIER_UNKNOWN',
        `No supplier on the hub is known as ${shown}. Give its GLN, D-U-N-S or CAGE, or set what your ERP calls it.`,
      )
    : problem('supplier', 'SUPPLIER_AMBIGUOUS', `The identifiers ${shown} lead to ${found} organisations.`);
}

interface Found {
  line: DocumentLine;
  n: number;
  found: readonly LineOffer[];
}

type InputLine = NonNullable<PlaceOrderInput['lines']>[number];

function intakeLine({ line, n, found }: Found, document: OrderDocument, problems: Problem[]): InputLine | undefined {
  const at = `lines[${n}]`;
  const named = line.item.supplierPart ?? line.item.buyerPart ?? line.item.manufacturerPart ?? 'without a number';
  if (found.length === 0) {
    problems.push(problem(`${at}.item`, 'PART_UNKNOWN', `Line ${line.number}: the supplier offers no part ${named}.`));
    return undefined;
  }
  if (found.length > 1) {
    problems.push(
      problem(
        `${at}.item`,
        'PART_AMBIGUOUS',
        `Line ${line.number}: ${named} leads to ${found.length} offers. Give the supplier's part number.`,
      ),
    );
    return undefined;
  }
  const offer = found[0]!;
  if (line.quantity.unit !== offer.orderUnit) {
    problems.push(
      problem(
        `${at}.quantity`,
        'UNIT_DIFFERS',
        `Line ${line.number} orders in ${unitWords(line.quantity)}, but ${named} is sold by ${offer.orderUnit}.`,
      ),
    );
    return undefined;
  }
  if (!priceFits({ line, n, offer }, document.currency, problems)) return undefined;
  return {
    offerId: offer.offerId,
    quantity: line.quantity.value,
    priceSeen: { amount: offer.amount ?? '0', currency: offer.currency ?? document.currency, basis: offer.basis ?? '1' },
    number: line.number,
    // A document cannot tick a box: that the line says non-cancellable is its consent.
    ncnrAccepted: line.nonCancellable === true,
    ...(line.requestedDelivery ? { needBy: line.requestedDelivery } : {}),
    ...(line.item.buyerPart ? { buyerPart: line.item.buyerPart } : {}),
    ...(line.quantity.rawUnit ? { rawUnit: line.quantity.rawUnit } : {}),
    ...(line.revision ? { revision: line.revision } : {}),
    ...(line.note.length > 0 ? { note: line.note.join('\n').slice(0, 500) } : {}),
  };
}

/** Whether the document's price, if it names one, is worth what the hub asks. An offer without a price is told by procurement. */
function priceFits(
  { line, n, offer }: { line: DocumentLine; n: number; offer: LineOffer },
  currency: string,
  problems: Problem[],
): boolean {
  const { amount, basis, currency: own } = offer;
  if (!line.price || amount === null || basis === null || own === null) return true;
  const verdict = comparePrice(line.price, { ...offer, amount, basis, currency: own }, currency);
  if (verdict === 'same') return true;
  const sent = priceWords(line.price, currency);
  const ours = priceWords({ amount, currency: own, basis, unit: offer.priceUnit }, currency);
  const [code, says] =
    verdict === 'other'
      ? ['PRICE_CHANGED', `the price ${sent} is not the one that holds, ${ours}`]
      : [
          'PRICE_NOT_COMPARABLE',
          `the price ${sent} cannot be compared with ${ours}: name the price unit and how many are in one ${offer.orderUnit}`,
        ];
  problems.push(problem(`lines[${n}].price`, code, `Line ${line.number}: ${says}.`));
  return false;
}

type Destination = PlaceOrderInput['shipTo'];
const isGln = ({ scheme }: { scheme?: string }): boolean => scheme === '0088' || scheme === 'GLN';

/** An address that is written out is taken as it stands; without one, a site of the buyer by its GLN, else by his own code. */
async function destination(work: Work, party: Party): Promise<Destination | undefined> {
  const gln = party.identifiers.find(isGln)?.value ?? null;
  const code = party.identifiers.find((i) => !isGln(i))?.value ?? party.address?.identifier?.value;
  const address = party.address;
  if (address && (address.lines.length > 0 || address.city)) {
    const { lines, city, postalCode, region, country } = address;
    const name = (party.name ?? address.name ?? city ?? '').slice(0, 200) || 'Ship-to';
    return { place: { code: (code ?? '').slice(0, 40), name, gln, address: { lines, city, postalCode, region, country } } };
  }
  const site = gln ? (await sitesOf(work)).find((known) => known.gln === gln) : undefined;
  if (site) return { siteId: site.id };
  return code ? { code: code.slice(0, 40) } : undefined;
}
