import { add, compare, isDecimal, normalise, subtract } from '#libs/kernel';
import type { ConfirmOrderInput, QuantityAnswer } from '../../../graphql/generated/graphql';
import { decimalOrTyped } from '../../../ui/forms/typed-decimal';
import { isFinal } from '../states';
import type { Line, Order } from './order';

/** One answered quantity as it is being typed. */
export interface Draft {
  key: string;
  status: QuantityAnswer;
  quantity: string;
  shipOn: string;
  deliverOn: string;
  amount: string;
  part: string;
  reason: string;
}
export type Drafts = Readonly<Record<string, readonly Draft[]>>;

const blank = { status: 'ACCEPTED' as const, shipOn: '', deliverOn: '', amount: '', part: '', reason: '' };
let made = 0;
const newKey = (): string => `q${++made}`;

export const liveSchedules = (line: Line) => line.schedules.filter((schedule) => !isFinal(schedule.status));
export const openOf = (line: Line): string => liveSchedules(line).reduce((sum, s) => add(sum, s.quantity), '0');

/** The order as it stands, ready to be answered: one quantity for each that lives. */
export function draftsOf(order: Order): Drafts {
  const draft = (schedule: Line['schedules'][number]): Draft => ({
    ...blank,
    key: newKey(),
    status: schedule.status === 'BACKORDERED' ? 'BACKORDERED' : 'ACCEPTED',
    quantity: normalise(schedule.quantity),
    shipOn: schedule.shipOn ?? '',
    deliverOn: schedule.deliverOn ?? '',
  });
  return Object.fromEntries(order.lines.map((line) => [line.number, liveSchedules(line).map(draft)]));
}

/** Another quantity of a line: what the others leave open. */
export function withAnother(line: Line, drafts: readonly Draft[]): readonly Draft[] {
  const rest = subtract(openOf(line), sumOf(drafts) ?? '0');
  return [...drafts, { ...blank, key: newKey(), quantity: compare(rest, '0') > 0 ? normalise(rest) : '' }];
}

/** Sum of typed quantities; undefined while one of them is no number. */
export function sumOf(drafts: readonly Draft[]): string | undefined {
  const figures = drafts.map((draft) => decimalOrTyped(draft.quantity));
  if (figures.some((figure) => !isDecimal(figure))) return undefined;
  return normalise(figures.reduce((sum, figure) => add(sum, figure), '0'));
}

/** The answer as the hub takes it. Lines that nobody touched are named too, so that nothing is meant by silence. */
export function answerOf(order: Order, drafts: Drafts): NonNullable<ConfirmOrderInput['lines']> {
  return order.lines
    .filter((line) => (drafts[line.number] ?? []).length > 0)
    .map((line) => ({
      lineNumber: line.number,
      schedules: drafts[line.number]!.map((draft) => ({
        status: draft.status,
        quantity: decimalOrTyped(draft.quantity),
        shipOn: draft.shipOn || null,
        deliverOn: draft.deliverOn || null,
        price:
          draft.status === 'CHANGED' && draft.amount.trim() !== ''
            ? { amount: decimalOrTyped(draft.amount), basis: line.price.basis, unit: line.price.unit }
            : null,
        substitute: draft.status === 'SUBSTITUTED' ? { supplierPart: draft.part.trim() || null } : null,
        reason: draft.reason.trim() || null,
      })),
    }));
}
