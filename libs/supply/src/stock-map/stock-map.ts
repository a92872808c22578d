import { z } from 'zod';
import { type Alternative, readAlternatives } from '#libs/catalog';
import { type Actor, checkInput, type UnitOfWork } from '#libs/platform';
import { type FreshServices, freshAvailability } from '../availability/fresh-availability.js';
import { waysTo } from './stock-map.reader.js';
import { type StockSpot, spotsOf } from './stock-map.rules.js';

/** Alternates looked at beside the part, best first. */
const alternatesMax = 30;

const question = z.object({ partId: z.uuid(), alternates: z.boolean().default(false), siteId: z.uuid().nullish() });
export type StockMapQuestion = z.input<typeof question>;

/**
 * Where there is stock of a part, and on wish of what may stand for it on links whose word counts, for the acting organisation: every
 * place that its suppliers state, asked anew where an ERP is asked, with how far the quickest named way to a site of its own is. Three
 * statements, however many parts. Alternates that need an application, and whole sets, are left out. Throws BadInput.
 */
export async function stockMap(
  services: FreshServices & { unitOfWork: UnitOfWork },
  actor: Actor,
  given: StockMapQuestion,
): Promise<StockSpot[]> {
  const { partId, alternates, siteId } = checkInput(question, given);
  const [found = []] = alternates ? await readAlternatives(services.hot, actor, [{ partId, first: alternatesMax }]) : [];
  const parts = [{ partId, reason: null }, ...found.flatMap(single)];
  const lines = await freshAvailability(services, actor, {
    lines: parts.map((part) => ({ partId: part.partId, quantity: '1' })),
  });
  const suppliers = new Set(lines.flatMap(({ offers }) => offers.map(({ offer }) => offer.supplierId)));
  const ways =
    siteId && suppliers.size > 0 ? await services.unitOfWork.read(actor, (work) => waysTo(work, siteId, [...suppliers])) : null;
  return spotsOf(lines, parts, ways);
}

function single({ parts: [first, second], reason }: Alternative): { partId: string; reason: Alternative['reason'] }[] {
  return first && !second ? [{ partId: first.partId, reason }] : [];
}
