import { Args, ID, Mutation, Query, Resolver, Subscription } from '@nestjs/graphql';
import { z } from 'zod';
import {
  type Actor,
  Allow,
  type Connection,
  CurrentActor,
  CurrentContext,
  checkInput,
  connection,
  Notices,
  pageOf,
  type RequestContext,
  shown,
  UnitOfWork,
  type UserErrorShape,
} from '#libs/platform';
import { labelled } from '../availability/stock-label.js';
import { setStock } from './set-stock.js';
import { OwnStockConnection, SetStockInputType, SetStockPayload, StockArgs, StockChangeType } from './stock.graphql.js';
import { type OwnStock, ownStock, partsShownBy, stockKey, stockOfParts, stockOrdering } from './stock.reader.js';

/** Parts one subscription may watch at once (decisions 27). */
const watched = z.object({ partIds: z.array(z.uuid()).min(1).max(200) });

/** The own stock, its counts, and its changes as everybody may watch them. */
@Resolver()
export class StockResolver {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notices: Notices,
  ) {}

  @Query(() => OwnStockConnection, { description: 'Your own stock by part number and place. Needs stock:write. Since 0.1.' })
  @Allow('stock:write')
  async stock(@CurrentActor() actor: Actor, @Args() args: StockArgs): Promise<Connection<OwnStock>> {
    const page = pageOf(args, stockOrdering);
    const found = await this.unitOfWork.read(actor, (work) => ownStock(work, args.filter ?? {}, page));
    return connection(found, page, stockKey);
  }

  @Mutation(() => SetStockPayload, {
    description:
      'Reports counts of your stock, up to 1,000 at once. A refused line leaves the others. Needs stock:write. Since 0.1.',
  })
  @Allow('stock:write')
  async setStock(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The counts.' }) input: SetStockInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<{ written: number; errors: UserErrorShape[] }> {
    const report = await this.unitOfWork.run(actor, (work) => setStock(work, input));
    if (!report.ok) return { written: 0, errors: report.errors.map((fault) => shown(fault, context)) };
    return { written: report.value.written, errors: report.value.refused.map((fault) => shown(fault, context)) };
  }

  @Subscription(() => StockChangeType, {
    description:
      'The stock of a part each time it moved, on whichever process, as you may see it. At most 200 parts. Needs price:read. Since 0.1.',
  })
  @Allow('price:read')
  async *stockChanged(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('partIds', { type: () => [ID], description: 'Which parts; 1 to 200.' }) partIds: string[],
  ): AsyncGenerator<{ stockChanged: { partId: string; offers: object[] } }> {
    const parts = new Set(checkInput(watched, { partIds }).partIds);
    // A notice carries the ids of several parts, parted by commas.
    const moved = (id: string): string[] => id.split(',').filter((part) => parts.has(part));
    for await (const notice of this.notices.iterate('stock.changed', ({ id }) => moved(id).length > 0, context.signal)) {
      // After a gap in the line everything is read again. Else what the reader may not see of the notifier does not move for him.
      const [ids, offers] = await this.unitOfWork.read(actor, async (work) => {
        const seen = notice.missed ? [...parts] : await partsShownBy(work, notice.orgId, moved(notice.id));
        return [seen, await stockOfParts(work, seen)] as const;
      });
      const shown = offers.map((offer) => ({
        ...offer,
        stock: labelled(offer.stock, { offerId: offer.offerId, now: Date.now() }),
      }));
      for (const partId of ids) yield { stockChanged: { partId, offers: shown.filter((offer) => offer.partId === partId) } };
    }
  }
}
