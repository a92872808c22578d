import { Args, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../auth/actor.js';
import { Allow, CurrentActor } from '../auth/gates.js';
import { rows } from '../database/queries.js';
import { type Connection, connection, keyset, type Ordering, pageOf } from '../graphql/schema/page.js';
import { UnitOfWork } from '../work/unit-of-work.js';
import { AuditArgs, AuditConnection, AuditEventType } from './trail.graphql.js';

const byAge: Ordering = { name: 'audit:AGE_DESC', columns: [{ sql: 'seq', cast: 'bigint', descending: true }] };

/** The trail of one's own organisation. */
@Resolver(() => AuditEventType)
export class TrailResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Query(() => AuditConnection, {
    description:
      "What was done and tried in one's own organisation, the youngest first. Needs organization:manage or operator:audit. Since 0.1.",
  })
  @Allow('organization:manage', 'operator:audit')
  async auditTrail(@CurrentActor() actor: Actor, @Args() args: AuditArgs): Promise<Connection<AuditEventType>> {
    const page = pageOf(args, byAge);
    const { where, orderBy, limit, values } = keyset(page, byAge, 2);
    const found = await this.unitOfWork.read(actor, (work) =>
      rows<AuditEventType & { seq: string }>(
        work,
        `select id, seq, actor ->> 'key' as actor, action, subject, outcome, detail::text as detail, at
         from platform.audit_event where ($1::text is null or subject = $1) and ${where} order by ${orderBy} limit ${limit}`,
        [args.subject ?? null, ...values],
      ),
    );
    return connection(found, page, (line) => [line.seq]);
  }
}
