import { NotFound, type RequestContext, type UnitOfWork } from '#libs/platform';
import type { InterchangeLink, LinkKey } from './link.entity.js';
import { linksByKeys } from './link.reader.js';

/** Links of one request by key, fetched together. One that may not be seen rejects with NotFound. */
export function linkLoader(ctx: RequestContext, unitOfWork: UnitOfWork): (key: LinkKey) => Promise<InterchangeLink> {
  const { actor } = ctx;
  if (!actor) throw new Error('a loader was asked without an actor');
  const loader = ctx.loader<string, InterchangeLink>('catalog.link', async (keys) => {
    const asked = keys.map((key) => key.split(':') as [string, string]).map(([orgId, id]) => ({ orgId, id }));
    const found = await unitOfWork.read(actor, (work) => linksByKeys(work, asked));
    return found.map((link) => link ?? (new NotFound('interchange link') as never));
  });
  return ({ orgId, id }) => loader.load(`${orgId}:${id}`);
}
