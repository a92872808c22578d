import { z } from 'zod';
import { ok, type Result } from '#libs/kernel';
import { affected, audit, checkInput, NotFound, requirePermission, type Work } from '#libs/platform';

const input = z.strictObject({ rateId: z.uuid() });

/**
 * Takes back a rate that the acting organisation has recorded; answers given before keep the rate they named.
 * Throws NotFound for one that is not its own, Forbidden without rate:manage.
 */
export async function removeExchangeRate(work: Work, given: z.input<typeof input>): Promise<Result<string, never>> {
  requirePermission(work, 'rate:manage');
  const { rateId } = checkInput(input, given);
  const gone = await affected(work, 'delete from supply.exchange_rate x where x.org_id = $1 and x.id = $2', [
    work.actor.orgId,
    rateId,
  ]);
  if (gone === 0) throw new NotFound('exchange rate');
  await audit(work, { action: 'rate:remove', subject: `exchange-rate:${rateId}`, detail: {} });
  return ok(rateId);
}
