import type { OrderLine as DocumentLine, Order as OrderDocument, Party, Problem } from '#libs/documents';
import { compare, multiply } from '#libs/kernel';
import type { Work } from '#libs/platform';
import type { Channel, PlaceOrderInput } from '#libs/procurement';
import { organizationsNamed } from '../partner/partner-identity.reader.js';
import { type LineOffer, offersForLines } from './line-offers.js';

export interface OrderIntake {
  supplierId?: string;
  input?: PlaceOrderInput;
  problems: Problem[];
}

const problem = (at: string, code: string, message: string): Problem => ({ at, code, message, severity: 'error' });

/**
 * A canonical order of a buyer's ERP as input of `placeOrder`, with the buyer's number, line numbers, part numbers and unit codes kept. All
 * problems at once: supplier unknown, lines that lead to no or to several offers, another order unit, another currency.
 * A price in the document must be worth the same as the hub's; a document without prices buys at the hub's.
 */
export async function orderIntake(
  work: Work,
  document: OrderDocument,
  options: { channel: Channel; key: string },
): Promise<OrderIntake> {
  const suppliers = await organizationsNamed(work, document.supplier);
  if (suppliers.length !== 1) return { problems: [supplierProblem(document.supplier, suppliers.length)] };
  const supplierId = suppliers[0]!;
  const offers = await offersForLines(work, {
    supplierId,
    lines: document.lines.map((line) => ({ item: line.item, quantity: line.quantity.value })),
  });
  const problems: Problem[] = [];
  const lines = document.lines.map((line, n) =>
    intakeLine({ line, n, found: offers.filter((o) => o.n === n) }, document, problems),
  );
  const shipTo = destination(document.shipTo ?? document.buyer);
  if (!shipTo)
    problems.push(problem('shipTo', 'SHIP_TO_MISSING', 'The order names no place to deliver to: neither a code nor an address.'));
  if (problems.length > 0 || !shipTo) return { supplierId, problems };
  const billTo = document.billTo ? destination(document.billTo) : undefined;
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

function supplierProblem(party: Party, found: number): Problem {
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
        `Line ${line.number} orders in ${line.quantity.rawUnit ?? line.quantity.unit}, but ${named} is sold by ${offer.orderUnit}.`,
      ),
    );
    return undefined;
  }
  return {
    offerId: offer.offerId,
    quantity: line.quantity.value,
    priceSeen: priceSeen(line, offer, document.currency),
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

/** The document's price as the hub compares it: when worth the same per order unit it is the hub's own, else it stands as sent and is refused. */
function priceSeen(line: DocumentLine, offer: LineOffer, currency: string): InputLine['priceSeen'] {
  const hub = { amount: offer.amount ?? '0', currency: offer.currency ?? currency, basis: offer.basis ?? '1' };
  if (!line.price || offer.amount === null) return hub;
  const sent = { amount: line.price.amount, currency: line.price.currency ?? currency, basis: line.price.basis };
  const sentFactor = unitsPerOrderUnit(line, offer);
  const sameWorth =
    sent.currency === hub.currency &&
    sentFactor !== undefined &&
    compare(
      multiply(multiply(sent.amount, sentFactor.numerator), multiply(hub.basis, offer.factorDen)),
      multiply(multiply(hub.amount, offer.factorNum), multiply(sent.basis, sentFactor.denominator)),
    ) === 0;
  return sameWorth ? hub : sent;
}

/** Price units of the document in one order unit: what it says, else by the units themselves. undefined: they cannot be compared. */
function unitsPerOrderUnit(line: DocumentLine, offer: LineOffer): { numerator: string; denominator: string } | undefined {
  if (line.price?.factor) return line.price.factor;
  if (line.price?.unit === offer.priceUnit) return { numerator: offer.factorNum, denominator: offer.factorDen };
  return line.price?.unit === offer.orderUnit ? { numerator: '1', denominator: '1' } : undefined;
}

/** A site by its GLN or the buyer's own code is left to procurement; an address written out is taken as it stands. */
function destination(party: Party): PlaceOrderInput['shipTo'] | undefined {
  const gln = party.identifiers.find((i) => i.scheme === '0088' || i.scheme === 'GLN')?.value ?? null;
  const code =
    party.identifiers.find((i) => i.scheme !== '0088' && i.scheme !== 'GLN')?.value ?? party.address?.identifier?.value;
  const address = party.address;
  if (address && (address.lines.length > 0 || address.city)) {
    return {
      place: {
        code: (code ?? '').slice(0, 40),
        name: (party.name ?? address.name ?? address.city ?? '').slice(0, 200) || 'Ship-to',
        gln,
        address: {
          lines: address.lines,
          city: address.city,
          postalCode: address.postalCode,
          region: address.region,
          country: address.country,
        },
      },
    };
  }
  return code ? { code: code.slice(0, 40) } : undefined;
}
