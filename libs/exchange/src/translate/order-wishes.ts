import type { Charge, Order as OrderDocument, Party, Problem } from '#libs/documents';
import { compare, isZero, subtract } from '#libs/kernel';
import type { Order } from '#libs/procurement';

const problem = (at: string, code: string, message: string): Problem => ({ at, code, message, severity: 'error' });

/** Where the whole order goes: the place of the order, else the one that every line names alike; undefined: only the buyer is named. */
export function placeOf(document: OrderDocument): Party | undefined {
  if (document.shipTo) return document.shipTo;
  const [first] = document.lines;
  return document.lines.every((line) => line.shipTo) ? first?.shipTo : undefined;
}

/**
 * What an order asks for that the hub does not do, so that nobody takes it for agreed: another place at a line (one order goes to one place, trade rules 19),
 * allowances and charges of the buyer's own.
 */
export function wishProblems(document: OrderDocument): Problem[] {
  const place = placeOf(document) ?? document.buyer;
  return [
    ...document.charges.flatMap((charge, i) => chargeProblem(charge, `charges[${i}]`, 'The order')),
    ...document.lines.flatMap((line, n) => [
      ...(line.shipTo && !isSamePlace(line.shipTo, place) ? [elsewhere(line.number, `lines[${n}].shipTo`)] : []),
      ...line.charges.flatMap((charge, i) => chargeProblem(charge, `lines[${n}].charges[${i}]`, `Line ${line.number}`)),
    ]),
  ];
}

const elsewhere = (line: string, at: string): Problem =>
  problem(at, 'SHIP_TO_DIFFERS', `Line ${line} goes to another place than the order. Send one order for each place.`);

function chargeProblem({ isCharge, amount, reason, code }: Charge, at: string, who: string): Problem[] {
  if (amount !== undefined && isZero(amount)) return [];
  const what = `${isCharge ? 'a charge' : 'an allowance'} of ${amount ?? 'an unknown amount'}`;
  const named = reason ?? code;
  const told = `${who} states ${what}${named ? ` (${named})` : ''}. The hub orders at the prices that hold and takes none from a document.`;
  return [problem(at, 'CHARGE_NOT_AGREED', told)];
}

/** The same code, or without codes the same address. */
function isSamePlace(a: Party, b: Party): boolean {
  const codes = (party: Party): string[] =>
    [...party.identifiers, ...(party.address?.identifier ? [party.address.identifier] : [])].map(({ value }) => value);
  const [own, other] = [codes(a), codes(b)];
  if (own.length > 0 && other.length > 0) return own.some((code) => other.includes(code));
  return written(a) === written(b);
}

const written = ({ address }: Party): string =>
  [...(address?.lines ?? []), address?.city, address?.postalCode, address?.region, address?.country].join('|').toLowerCase();

/**
 * What an order says of its sum and its agreement against what was placed. A sum that is the only price it names must be right; beside prices that were
 * compared line by line it is a warning, and so is another agreement. Sums with tax inside are not compared: the hub orders without.
 */
export function placedProblems(document: OrderDocument, placed: Order, agreement: string | undefined): Problem[] {
  const found: Problem[] = [];
  const { lines, payable, tax } = document.totals ?? {};
  const untaxed = tax === undefined || isZero(tax);
  const stated: [string, string | undefined, string][] = [
    ['totals.lines', lines, subtract(placed.total, placed.chargesTotal)],
    ['totals.payable', untaxed ? payable : undefined, placed.total],
  ];
  const priced = document.lines.every((line) => line.price !== undefined);
  for (const [at, sum, ours] of stated) {
    if (sum === undefined || isZero(sum) || compare(sum, ours) === 0) continue;
    const told = `The order states ${sum} ${document.currency}, but comes to ${ours} ${placed.currency}.`;
    found.push({ ...problem(at, 'TOTAL_DIFFERS', told), severity: priced ? 'warning' : 'error' });
  }
  if (document.agreement !== undefined && document.agreement !== agreement) {
    const told = `The order names the agreement ${document.agreement}, but was placed under ${agreement ?? 'none'}.`;
    found.push({ ...problem('agreement', 'AGREEMENT_DIFFERS', told), severity: 'warning' });
  }
  return found;
}
