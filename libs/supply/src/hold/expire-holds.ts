import { ok, type Result } from '#libs/kernel';
import { rows, type Work } from '#libs/platform';
import type { StockHold } from './hold.entity.js';
import { holdColumns } from './hold.reader.js';

/** Holds that one transaction ends at most, so that the rows of their stock are free again soon. */
export const expiredAtOnce = 500;

/** Ends what is overdue of the holds on the acting supplier's stock, the longest overdue first, at most 500. The clock calls it; asked again it ends nothing twice. */
export async function expireHolds(work: Work): Promise<Result<StockHold[], never>> {
  return ok(await rows<StockHold>(work, `select ${holdColumns} from supply.expire_holds($1) h`, [expiredAtOnce]));
}
