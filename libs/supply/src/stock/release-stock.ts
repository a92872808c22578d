import type { DecimalText } from '#libs/kernel';
import { rows, type Work } from '#libs/platform';

/** One movement of what an order line holds. */
export interface HeldMovement {
  /** Key of the order line under which it was reserved. */
  line: string;
  buyerId: string;
  supplierId: string;
  /** In order units; absent: all that is still held. */
  quantity?: DecimalText;
  /** The cause, such as `cancel:<schedule line>`; the same cause moves nothing a second time. Not `reserve`. */
  movement: string;
}

/** What was moved for a line: less than asked when less was held, "0" for a cause that came before. */
export interface Moved {
  line: string;
  moved: DecimalText;
}

/** Gives held stock back, for the buyer or the supplier of the lines. Unknown lines move nothing. */
export async function releaseStock(work: Work, movements: readonly HeldMovement[]): Promise<Moved[]> {
  const asked = movements.map(({ buyerId, supplierId, ...rest }) => ({ ...rest, buyer: buyerId, supplier: supplierId }));
  return rows<Moved>(work, 'select line, moved from supply.release_stock($1)', [JSON.stringify(asked)]);
}
