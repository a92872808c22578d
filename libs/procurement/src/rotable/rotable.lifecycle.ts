import type { Side } from '../order/schedule-status.js';
import type { Rotable, RotableEventName } from './rotable.entity.js';
import { rotableEdges } from './rotable-edges.data.js';

type Standing = Pick<Rotable, 'kind' | 'status' | 'lateSince' | 'billsAt' | 'disposition'> & {
  terms: { pricing?: string; dayKind?: string };
};

/** What stands in the way although there is an edge; `procurement.move_rotable` says the same once more. */
function held({ status, lateSince, billsAt, disposition, terms }: Standing, event: RotableEventName): boolean {
  if (event === 'BILL') return billsAt !== null || (status === 'SHIPPED' && lateSince === null);
  if (event === 'FINISH') return status === 'RECEIVED' && terms.pricing !== 'FIXED';
  if (event === 'RETURN') return disposition === 'SCRAP';
  return event === 'SCRAP' && disposition !== 'SCRAP';
}

/** What a side may do to a unit as it stands. */
export function stepsOf(rotable: Standing, side: Side): RotableEventName[] {
  return rotableEdges
    .filter((edge) => edge.kind === rotable.kind && edge.from === rotable.status && edge.side === side)
    .map(({ event }) => event)
    .filter((event) => !held(rotable, event));
}

const waiting: Readonly<Record<string, Side>> = {
  AWAITED: 'SUPPLIER',
  DUE: 'BUYER',
  LATE: 'BUYER',
  ORDERED: 'BUYER',
  SHIPPED: 'SUPPLIER',
  RECEIVED: 'SUPPLIER',
  INSPECTED: 'SUPPLIER',
  REJECTED: 'BUYER',
  QUOTED: 'BUYER',
  APPROVED: 'SUPPLIER',
  REFUSED: 'SUPPLIER',
  REPAIRED: 'SUPPLIER',
};

/** Which side the unit waits for; null: for nobody. */
export const waitsFor = ({ status }: Pick<Rotable, 'status'>): Side | null => waiting[status] ?? null;
