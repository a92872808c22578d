import type { Actor, HotReads } from '#libs/platform';
import { AskingDirectory } from '../asking/asking-directory.js';
import type { OfferToAsk, StockAsker } from '../asking/stock-asker.js';
import type { AvailabilityInput } from './availability.input.js';
import { type LineAnswer, type OfferAnswer, readAvailability } from './availability.reader.js';
import { type LabelledPlace, labelled, offerLabel, type StockLabel } from './stock-label.js';

/** An offer whose stock says what it is worth. */
export type LabelledOffer = Omit<OfferAnswer, 'stock'> & { stock: LabelledPlace[]; stockLabel: StockLabel };

/** The answer to one line with labelled stock. */
export type LabelledLine = Omit<LineAnswer, 'offers'> & { offers: LabelledOffer[] };

/** Milliseconds of the budget that are kept for writing and reading what was answered. */
const keptMs = 120;

export interface FreshServices {
  hot: HotReads;
  asker: StockAsker;
  directory: AskingDirectory;
  /** Milliseconds for the whole question. */
  budgetMs: number;
}

/**
 * Price and availability as `readAvailability`, with the stock of suppliers who let themselves be asked renewed within the budget.
 * What is known is read first, so that there is always an answer; a slow, dead or lying ERP only weakens the label. Throws BadInput.
 */
export async function freshAvailability(
  { hot, asker, directory, budgetMs }: FreshServices,
  actor: Actor,
  input: AvailabilityInput,
): Promise<LabelledLine[]> {
  const began = performance.now();
  const known = await readAvailability(hot, actor, input);
  const suppliers = await directory.suppliers().catch(() => new Set<string>());
  if (suppliers.size === 0) return known.map((line) => labelledLine(line, {}));
  const offers = offersToAsk(known, suppliers);
  const { renewed, live } = await asker.ask(offers, budgetMs - keptMs - (performance.now() - began));
  const lines = renewed ? await readAvailability(hot, actor, input) : known;
  const keep = await keepOf(directory, new Set(offers.map(({ supplierId }) => supplierId)));
  return lines.map((line) => labelledLine(line, { live, keep }));
}

function offersToAsk(lines: readonly LineAnswer[], suppliers: ReadonlySet<string>): OfferToAsk[] {
  return lines.flatMap(({ quantity, offers }) =>
    offers
      .filter(({ offer }) => offer.status === 'ACTIVE' && suppliers.has(offer.supplierId))
      .map(({ offer }) => ({
        offerId: offer.id,
        partId: offer.partId,
        supplierId: offer.supplierId,
        supplierPart: offer.supplierPart,
        unit: offer.orderUnit,
        quantity,
      })),
  );
}

type Keep = (supplierId: string, location: string) => number | undefined;

async function keepOf(directory: AskingDirectory, suppliers: ReadonlySet<string>): Promise<Keep> {
  const found = await Promise.all([...suppliers].map(async (id) => [id, await directory.of(id).catch(() => [])] as const));
  const profiles = new Map(found);
  return (supplierId, location) => AskingDirectory.keepMinutes(profiles.get(supplierId) ?? [], location);
}

function labelledLine(line: LineAnswer, { live, keep }: { live?: ReadonlySet<string>; keep?: Keep }): LabelledLine {
  const now = Date.now();
  const offers = line.offers.map((answer) => {
    const { offer, stock } = answer;
    const asked = stock.find(({ source }) => source === 'ASKED');
    const keepMinutes = asked && keep?.(offer.supplierId, asked.location);
    const places = labelled(stock, { offerId: offer.id, now, keepMinutes, ...(live ? { live } : {}) });
    return Object.assign(answer, { stock: places, stockLabel: offerLabel(places) });
  });
  return Object.assign(line, { offers });
}
