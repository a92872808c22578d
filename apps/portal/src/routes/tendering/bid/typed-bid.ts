import type {
  BidAddendKind,
  BidAnswerInput,
  BidContentInput,
  BidContentWholeFragment,
  BidLineInput,
  TenderOfBidderFragment,
} from '../../../graphql/generated/graphql';
import { decimalOrTyped, typedDecimal } from '../../../ui/forms/typed-decimal';

export const addendKinds: readonly BidAddendKind[] = ['FREIGHT', 'INSURANCE', 'DUTY', 'HANDLING', 'CHARGE', 'DELIVERY_TERM'];

/** What is typed for one line; without a price it is not offered. */
export interface TypedBidLine {
  price: string;
  basis: string;
  unit: string;
  /** Price units in one unit of the tender, as `12` or `1/100`. */
  factor: string;
  /** `100 = 0.85; 500 = 0.80`. */
  breaks: string;
  minQuantity: string;
  maxQuantity: string;
  leadDays: string;
  alternateNumber: string;
  alternate: string;
  conditions: string;
  /** An own offer by which the line can be ordered, and its words. */
  offerId: string;
  offerName: string;
  /** `FREIGHT = 25; DUTY = 3`. */
  addends: string;
}

export interface TypedBid {
  currency: string;
  deliveryTerm: string;
  paymentDays: number;
  validUntil: string;
  note: string;
  lines: Readonly<Record<string, TypedBidLine>>;
  answers: Readonly<Record<string, string>>;
}

type Tender = Pick<TenderOfBidderFragment, 'lines' | 'currency' | 'deliveryTerm' | 'paymentDays' | 'criteria'>;
type AskedLine = Tender['lines'][number];

export const linesOfLot = (tender: Pick<Tender, 'lines'>, lotId: string): AskedLine[] =>
  tender.lines.filter((line) => line.lotId === lotId && line.droppedIn == null);

const emptyLine = (line: AskedLine): TypedBidLine => ({
  price: '',
  basis: '1',
  unit: line.quantity.unit,
  factor: '',
  breaks: '',
  minQuantity: '',
  maxQuantity: '',
  leadDays: '',
  alternateNumber: '',
  alternate: '',
  conditions: '',
  offerId: '',
  offerName: '',
  addends: '',
});

/** A bid as it is typed: what a draft or an earlier bid says, on the lines that are asked for now. */
export function typedBidOf(tender: Tender, lotId: string, content: BidContentWholeFragment | null | undefined): TypedBid {
  const said = new Map(content?.lines.map((line) => [line.lineId, line]));
  return {
    currency: content?.currency ?? tender.currency,
    deliveryTerm: content?.deliveryTerm ?? tender.deliveryTerm,
    paymentDays: content?.paymentDays ?? tender.paymentDays,
    validUntil: content?.validUntil ?? '',
    note: content?.note ?? '',
    lines: Object.fromEntries(linesOfLot(tender, lotId).map((line) => [line.id, typedLine(line, said.get(line.id))])),
    answers: Object.fromEntries(
      (content?.answers ?? []).map(({ criterionId, passed, score, option, amount }) => [
        criterionId,
        passed == null ? (score ?? option ?? amount ?? '') : passed ? 'yes' : 'no',
      ]),
    ),
  };
}

function typedLine(asked: AskedLine, said: BidContentWholeFragment['lines'][number] | undefined): TypedBidLine {
  if (!said) return emptyLine(asked);
  const { factor } = said;
  return {
    price: said.price.amount,
    basis: said.price.basis,
    unit: said.price.unit,
    factor: factor ? (factor.denominator === '1' ? factor.numerator : `${factor.numerator}/${factor.denominator}`) : '',
    breaks: said.breaks.map(({ from, amount }) => `${from} = ${amount}`).join('; '),
    minQuantity: said.minQuantity ?? '',
    maxQuantity: said.maxQuantity ?? '',
    leadDays: said.leadDays == null ? '' : String(said.leadDays),
    alternateNumber: said.alternate?.number ?? '',
    alternate: said.alternate?.description ?? '',
    conditions: said.conditions ?? '',
    offerId: said.offerId ?? '',
    offerName: '',
    addends: said.addends.map(({ kind, amount }) => `${kind} = ${amount}`).join('; '),
  };
}

export interface BidLineFault {
  lineId: string;
  field: keyof TypedBidLine;
}

/** `a = b` pairs with their figures; undefined for a pair that is none. */
export function figuresOf(text: string): ([string, string] | undefined)[] {
  return text
    .split(/[;\n]/)
    .filter((pair) => pair.trim() !== '')
    .map((pair) => {
      const [name = '', figure = '', ...rest] = pair.split('=').map((side) => side.trim());
      const read = typedDecimal(figure);
      return name !== '' && read !== undefined && !read.startsWith('-') && rest.length === 0 ? [name, read] : undefined;
    });
}

/** `12` or `1/100`. */
function factorOf(text: string): { numerator: string; denominator: string } | null | undefined {
  if (text.trim() === '') return null;
  const [over = '', under = '1', ...rest] = text.split('/').map((side) => typedDecimal(side.trim()) ?? '');
  return rest.length === 0 && Number(over) > 0 && Number(under) > 0 ? { numerator: over, denominator: under } : undefined;
}

const unreadable = (text: string): boolean => text.trim() !== '' && !(Number(typedDecimal(text) ?? -1) >= 0);

/** The fields of the offered lines that cannot be read. */
export function bidFaultsOf(typed: TypedBid): BidLineFault[] {
  return Object.entries(typed.lines).flatMap(([lineId, line]): BidLineFault[] => {
    const wrong: (keyof TypedBidLine)[] = [];
    for (const name of ['price', 'minQuantity', 'maxQuantity'] as const) if (unreadable(line[name])) wrong.push(name);
    if (line.price.trim() === '') return wrong.map((field) => ({ lineId, field }));
    if (!(Number(typedDecimal(line.basis) ?? 0) > 0)) wrong.push('basis');
    if (line.unit.trim() === '') wrong.push('unit');
    if (line.leadDays.trim() !== '' && !/^\d{1,4}$/.test(line.leadDays.trim())) wrong.push('leadDays');
    if (factorOf(line.factor) === undefined) wrong.push('factor');
    if (figuresOf(line.breaks).some((pair) => !pair || typedDecimal(pair[0]) === undefined)) wrong.push('breaks');
    if (figuresOf(line.addends).some((pair) => !pair || !(addendKinds as readonly string[]).includes(pair[0].toUpperCase())))
      wrong.push('addends');
    if (line.alternateNumber.trim() !== '' && line.alternate.trim() === '') wrong.push('alternate');
    return wrong.map((field) => ({ lineId, field }));
  });
}

const orNull = (text: string): string | null => text.trim() || null;

function lineInput(lineId: string, line: TypedBidLine): BidLineInput {
  return {
    lineId,
    price: { amount: decimalOrTyped(line.price), basis: decimalOrTyped(line.basis), unit: line.unit },
    factor: factorOf(line.factor) ?? null,
    breaks: figuresOf(line.breaks).flatMap((pair) => (pair ? [{ from: decimalOrTyped(pair[0]), amount: pair[1] }] : [])),
    minQuantity: line.minQuantity.trim() === '' ? null : decimalOrTyped(line.minQuantity),
    maxQuantity: line.maxQuantity.trim() === '' ? null : decimalOrTyped(line.maxQuantity),
    leadDays: line.leadDays.trim() === '' ? null : Number(line.leadDays),
    alternate: line.alternate.trim() ? { number: orNull(line.alternateNumber), description: line.alternate.trim() } : null,
    conditions: orNull(line.conditions),
    offerId: orNull(line.offerId),
    addends: figuresOf(line.addends).flatMap((pair) =>
      pair ? [{ kind: pair[0].toUpperCase() as BidAddendKind, amount: pair[1] }] : [],
    ),
  };
}

/** What is sent to the hub: the lines that have a price, and the answers in their own way. */
export function bidInputOf(typed: TypedBid, tender: Pick<Tender, 'criteria'>): BidContentInput {
  return {
    currency: typed.currency,
    deliveryTerm: typed.deliveryTerm.trim(),
    paymentDays: typed.paymentDays,
    validUntil: typed.validUntil || null,
    note: orNull(typed.note),
    lines: Object.entries(typed.lines)
      .filter(([, { price }]) => price.trim() !== '')
      .map(([lineId, line]) => lineInput(lineId, line)),
    answers: tender.criteria.flatMap(({ id, kind }): BidAnswerInput[] => {
      const answer = typed.answers[id]?.trim() ?? '';
      if (answer === '') return [];
      if (kind === 'MANDATORY') return [{ criterionId: id, passed: answer === 'yes' }];
      if (kind === 'FEATURE') return [{ criterionId: id, option: answer }];
      const figure = decimalOrTyped(answer);
      return [kind === 'COST' ? { criterionId: id, amount: figure } : { criterionId: id, score: figure }];
    }),
  };
}
