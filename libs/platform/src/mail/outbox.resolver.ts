import { Args, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../auth/actor.js';
import { Allow, CurrentActor } from '../auth/gates.js';
import { rows } from '../database/queries.js';
import { type Connection, connection, type Ordering, PageArgs, pageOf } from '../graphql/schema/page.js';
import { BadInput } from '../http/bad-input.js';
import { UnitOfWork } from '../work/unit-of-work.js';
import { MailConnection, MailType } from './outbox.graphql.js';

const byAge: Ordering = { name: 'outbox:AGE_DESC', columns: [{ sql: 'id', cast: 'uuid', descending: true }] };

/** The outbox as operators see it. The database shows it to operator organisations only, whatever the permission says. */
@Resolver(() => MailType)
export class OutboxResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Query(() => MailConnection, {
    description: 'Mails of the hub, the youngest first; forwards only. Needs mail:read. Since 0.1.',
  })
  @Allow('mail:read')
  async outbox(@CurrentActor() actor: Actor, @Args() args: PageArgs): Promise<Connection<MailType>> {
    const page = pageOf(args, byAge);
    if (page.backwards) throw new BadInput([{ path: ['last'], message: 'The outbox is read forwards.' }]);
    const found = await this.unitOfWork.run(actor, (work) =>
      rows<MailType>(
        work,
        `select id, recipient, subject, text, state, attempts, error, created_at as "createdAt", sent_at as "sentAt"
         from platform.read_outbox($1, $2)`,
        [page.from?.[0] ?? null, page.limit + 1],
      ),
    );
    return connection(found, page, (mail) => [mail.id]);
  }
}
