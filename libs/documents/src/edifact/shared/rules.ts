import { nameCharge } from '../../canonical/charge.js';
import { mustHaveLines } from '../../canonical/checks.js';
import type { Charge, DocumentPrice, DocumentQuantity, Item } from '../../canonical/line.js';
import type { Rule, RuleView } from '../../grammar/message.js';
import type { GrammarNode } from '../../grammar/node.js';
import { currencyAt } from './header-rows.js';
import { type PricedLine, readPrice, shapePrice, writeFactor } from './price.js';

interface Line {
  number?: string;
  item?: Item;
  quantity?: DocumentQuantity;
  price?: DocumentPrice;
  charges?: Charge[];
  amount?: string;
}

/**
 * What EDIFACT leaves to agreement is taken as the directory has it, and said; amounts without a currency are an error. `currency`
 * says whether the model must have one.
 */
export function assumed<T extends { purpose?: string; lines: unknown[]; currency?: string; totals?: object }>(
  currency: 'must have' | 'may have' = 'may have',
): Rule<T> {
  const money =
    currency === 'must have'
      ? " Without CUX the currency is XXX (none): with amounts an error, to be settled by a default in the partner's profile."
      : '';
  return {
    name: 'assumed',
    says: `Without BGM 1225 the document is an original. A line without a number is numbered by its position, a quantity without a unit counts (C62); both are said.${money}`,
    decoded: (document, { nodeOf, report }) => {
      document.purpose ??= 'original';
      if (document.purpose !== 'cancel') mustHaveLines(document, 'LIN', report);
      if (currency === 'must have') knowCurrency(document, report);
      (document.lines as Line[]).forEach((line, index) => {
        numberLine(line, index, report);
        assumeUnit(line.quantity, { at: `LIN[${index + 1}]/QTY01:3`, node: nodeOf(`lines[${index}]`) }, report);
      });
    },
    encoding: (document) => {
      if (document.currency === NO_CURRENCY) delete document.currency;
    },
    written: (document, { nodeOf }) => {
      document.lines.forEach((_, index) => {
        const node = nodeOf(`lines[${index}]`);
        if (node?.name === 'LIN' && !node.values.has('01')) node.values.set('01', String(index + 1));
      });
    },
  };
}

/** A line is called by its position when it has no number. */
export function numberLine(line: { number?: string }, index: number, report: RuleView['report']): void {
  if (line.number !== undefined) return;
  line.number = String(index + 1);
  const message = 'The line has no number; its position is taken.';
  report({ at: `LIN[${index + 1}]01`, code: 'LINE_NUMBER_ASSUMED', message, severity: 'warning' });
}

/** A quantity without a unit counts what the line names; one whose unit could not be read is told as mutually defined (ZZ). */
export function assumeUnit(
  quantity: Partial<DocumentQuantity> | undefined,
  place: { at: string; node?: GrammarNode | undefined },
  report: RuleView['report'],
): void {
  if (quantity?.value === undefined || quantity.unit !== undefined) return;
  const said = place.node?.children.some(
    ({ name, values }) => name === 'QTY' && values.has('01:3') && values.get('01:2') === quantity.value,
  );
  quantity.unit = said ? 'ZZ' : 'C62';
  if (!said)
    report({ at: place.at, code: 'UNIT_ASSUMED', message: 'The quantity names no unit; it counts (C62).', severity: 'info' });
}

/** ISO 4217 for no currency: the document has none. */
const NO_CURRENCY = 'XXX';

/** Amounts in a currency nobody named cannot be acted on; where there are none, none is needed. */
function knowCurrency(document: { currency?: string; lines: unknown[]; totals?: object }, report: RuleView['report']): void {
  if (document.currency !== undefined) return;
  document.currency = NO_CURRENCY;
  const amounts = Object.keys(document.totals ?? {}).length > 0;
  const priced = amounts || (document.lines as Line[]).some(({ price, amount }) => price !== undefined || amount !== undefined);
  const severity = priced ? 'error' : 'warning';
  report({ at: currencyAt, code: 'CURRENCY_MISSING', message: 'The document names no currency.', severity });
}

/** PRI and QTY 59 are one price with basis, unit and factor. */
export function priceBasis<T extends { lines: unknown[] }>(): Rule<T> {
  const each = (document: T, visit: (line: PricedLine, index: number) => void) => (document.lines as PricedLine[]).forEach(visit);
  return {
    name: 'priceBasis',
    says: 'PRI and QTY 59 are one price with basis, unit and factor; a basis is kept, never divided out.',
    decoded: (document, { nodeOf }) => each(document, (line, index) => readPrice(line, nodeOf(`lines[${index}]`))),
    encoding: (document, report) => each(document, (line, index) => shapePrice(line, `LIN[${index + 1}]/PRI01:5`, report)),
    written: (document, { nodeOf, report }) =>
      each(document, (line, index) => writeFactor(line, nodeOf(`lines[${index}]`), { at: `LIN[${index + 1}]/QTY01:2`, report })),
  };
}

/** One text for a part. */
export function texts<T extends { lines: unknown[]; charges?: Charge[] }>(): Rule<T> {
  return {
    name: 'texts',
    says: 'A part without a description is described by its name. A charge whose code is none of element 7161 has it in its text.',
    encoding: (document) => {
      const lines = document.lines as Line[];
      for (const { item } of lines) describeItem(item);
      for (const charge of [...(document.charges ?? []), ...lines.flatMap((line) => line.charges ?? [])])
        if (charge.code !== undefined && !isServiceCode(charge.code)) nameCharge(charge, isServiceCode);
    },
  };
}

/** Codes of element 7161 have up to three letters and digits. */
const isServiceCode = (code: string): boolean => /^[A-Z0-9]{1,3}$/.test(code);

/** EDIFACT has one text per part. */
export function describeItem(item: Item | undefined): void {
  if (item?.name === undefined || item.description !== undefined) return;
  item.description = item.name;
  delete item.name;
}

/** Format 205 of element 2379: CCYYMMDDHHMMZHHMM. */
const ZONED = /^(\d\d)(\d\d)([+-])(\d\d)(\d\d)$/;

/** The time of a document, when it is an instant: with its distance from UTC. A time without one stays beside the model. */
export function moment<T extends { issuedOn: string; issuedAt?: string }>(): Rule<T> {
  const issue = (root: GrammarNode) => root.children.find(({ name, values }) => name === 'DTM' && values.get('01') === '137');
  return {
    name: 'moment',
    says: 'DTM 137 in format 205 is the instant of issue; a time without a zone is kept and written again.',
    decoded: (document, { root }) => {
      const node = issue(root);
      const [, hours, minutes, sign, zoneHours, zoneMinutes] = ZONED.exec(node?.values.get('01:4') ?? '') ?? [];
      if (node === undefined || hours === undefined) return;
      document.issuedAt = `${document.issuedOn}T${hours}:${minutes}:00${sign}${zoneHours}:${zoneMinutes}`;
      for (const key of ['01:3', '01:4']) node.used.add(key);
    },
    written: ({ issuedAt }, { root }) => {
      const node = issue(root);
      const [, day, hours, minutes, zone] =
        /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.exec(issuedAt ?? '') ?? [];
      if (node === undefined || day === undefined || node.values.get('01:2') !== day.replaceAll('-', '')) return;
      const distance = zone === 'Z' ? '+0000' : (zone ?? '').replace(':', '');
      node.values.set('01:3', '205').set('01:4', `${hours}${minutes}${distance}`);
    },
  };
}
