import {
  type Connection,
  connection,
  keyset,
  NotFound,
  type Ordering,
  type PageArgs,
  pageOf,
  type RequestContext,
  rows,
  type UnitOfWork,
  type Work,
} from '#libs/platform';
import { IdentityCorrection } from './correction.entity.js';

/** A correction, undone ones too. Throws NotFound. */
export async function correctionById(work: Work, id: string): Promise<IdentityCorrection> {
  const found = await work.tx.findOneBy(IdentityCorrection, { id });
  if (!found) throw new NotFound('correction');
  return found;
}

const newest: Ordering = { name: 'identityCorrections:NEWEST', columns: [{ sql: 'c.id', cast: 'uuid', descending: true }] };

/** Corrections, newest first; of one part when it is given, on either side of it. */
export async function listCorrections(
  work: Work,
  filter: { partId?: string | null },
  args: PageArgs,
): Promise<Connection<IdentityCorrection>> {
  const page = pageOf(args, newest);
  const key = keyset(page, newest, 2);
  const found = await rows<IdentityCorrection>(
    work,
    `select c.id, c.kind, c.from_part as "fromPart", c.to_part as "toPart", c.supplier_id as "supplierId", c.reason, c.batch, c.made_at as "madeAt",
       c.undone_at as "undoneAt", c.undone_reason as "undoneReason"
     from catalog.identity_correction c where ($1::uuid is null or $1 in (c.from_part, c.to_part)) and ${key.where} order by ${key.orderBy} limit ${key.limit}`,
    [filter.partId ?? null, ...key.values],
  );
  return connection(found, page, (correction) => [correction.id]);
}

/** Ids of the parts that merged ones stand for, read together; null: the part stands for itself. */
export function mergedIntoLoader(ctx: RequestContext, unitOfWork: UnitOfWork) {
  return ctx.loader<string, string | null>('catalog.merged-into', async (ids) => {
    if (!ctx.actor) throw new NotFound('part');
    const found = await unitOfWork.read(ctx.actor, (work) =>
      rows<{ from: string; to: string }>(
        work,
        `select c.from_part as "from", c.to_part as "to" from catalog.identity_correction c where c.from_part = any ($1) and c.kind = 'MERGE' and c.undone_at is null`,
        [[...ids]],
      ),
    );
    const targets = new Map(found.map(({ from, to }) => [from, to]));
    return ids.map((id) => targets.get(id) ?? null);
  });
}
