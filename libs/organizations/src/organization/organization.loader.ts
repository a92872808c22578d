import type DataLoader from 'dataloader';
import { NotFound, type RequestContext, type UnitOfWork } from '#libs/platform';
import type { Organization } from './organization.entity.js';
import { organizationCards } from './organization.reader.js';

/** Cards by id, fetched together, once per request: for `supplier`, `buyer` and their like in every room. Unknown ids reject with NotFound. */
export function organizationLoader(ctx: RequestContext, unitOfWork: UnitOfWork): DataLoader<string, Organization> {
  return ctx.loader<string, Organization>('organizations.organization', async (ids) => {
    // Cards are public: they are read without an organisation, so that a guest's page may show them too.
    const cards = await unitOfWork.guest((work) => organizationCards(work, ids));
    const byId = new Map(cards.map((card) => [card.id, card]));
    return ids.map((id) => byId.get(id) ?? new NotFound(`organization ${id}`)) as readonly Organization[];
  });
}
