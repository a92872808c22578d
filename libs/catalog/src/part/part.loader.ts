import { NotFound, type RequestContext, type UnitOfWork } from '#libs/platform';
import type { Manufacturer, Part } from './part.entity.js';
import { manufacturersById, partsById } from './part.reader.js';

/** Parts of one request by id, fetched together. Loading an unknown id throws NotFound. */
export function partLoader(ctx: RequestContext, unitOfWork: UnitOfWork) {
  return ctx.loader<string, Part>('catalog.part', async (ids) =>
    byId(ids, await unitOfWork.read(actorOf(ctx), (work) => partsById(work, ids))),
  );
}

export function manufacturerLoader(ctx: RequestContext, unitOfWork: UnitOfWork) {
  return ctx.loader<string, Manufacturer>('catalog.manufacturer', async (ids) =>
    byId(ids, await unitOfWork.read(actorOf(ctx), (work) => manufacturersById(work, ids))),
  );
}

function actorOf(ctx: RequestContext) {
  if (!ctx.actor) throw new Error('a loader was asked without an actor');
  return ctx.actor;
}

function byId<T extends { id: string }>(ids: readonly string[], found: readonly T[]): T[] {
  const known = new Map(found.map((thing) => [thing.id, thing]));
  return ids.map((id) => known.get(id) ?? (new NotFound('part') as never));
}
