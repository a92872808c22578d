import type { StockKind, StockQuantity, StockReport } from '../../canonical/goods/stock-report.js';
import type { Field } from '../../grammar/field.js';
import type { RuleView } from '../../grammar/message.js';

/** QTY01, element 673, of what the hub has a word for: on hand, available for sale, on order, in transit, on hold, unusable. The first of each kind is written. */
const KINDS: Readonly<Record<string, StockKind>> = {
  '17': 'onHand',
  '33': 'available',
  '63': 'inbound',
  IQ: 'inTransit',
  QH: 'blocked',
  '20': 'blocked',
};

/** The condition of the rows: quantities of other codes stay beside the model. */
export const knownKinds = Object.keys(KINDS).join('|');

const codeOf = (kind: StockKind) => Object.entries(KINDS).find(([, known]) => known === kind)?.[0];

export const stockKind: Field<{ kind?: StockKind; rawKind?: string }> = {
  says: `quantity qualifier, element 673: ${Object.keys(KINDS).join(', ')}; others are kept`,
  merges: { key: 'kind' },
  decode: (raw) => {
    const kind = Object.hasOwn(KINDS, raw.trim()) ? KINDS[raw.trim()] : undefined;
    if (kind === undefined) return undefined;
    return codeOf(kind) === raw.trim() ? { kind } : { kind, rawKind: raw.trim() };
  },
  encode: ({ kind, rawKind }) => {
    if (kind === undefined) return undefined;
    return rawKind !== undefined && Object.hasOwn(KINDS, rawKind) && KINDS[rawKind] === kind ? rawKind : codeOf(kind);
  },
};

/** Before the rows write: quantities of a kind element 673 has no code for are reported and left out. */
export function sayableQuantities(report: StockReport, say: RuleView['report']): void {
  report.lines.forEach((line, index) => {
    const isSayable = ({ kind }: StockQuantity) => codeOf(kind) !== undefined;
    for (const { kind } of line.quantities.filter((quantity) => !isSayable(quantity)))
      say({
        at: `lines[${index}].quantities[]`,
        code: 'NOT_EXPRESSED',
        message: `Element 673 has no code for the kind "${kind}"; the quantity was not written.`,
        severity: 'warning',
      });
    line.quantities = line.quantities.filter(isSayable);
  });
}
