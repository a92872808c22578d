import type { Actor } from '#libs/platform';
import type { FreshDatabase } from '../../support/fresh-database.js';
import type { Graph, Speaker } from './graph.js';

const codes = { ONE_WAY: '1', TWO_WAY: '2', NOT: '3', SET: '4', QUALIFIED: '5', REIDENTIFIED: '6' } as const;

/** Writes a graph into the tables as it is, past verbs and walls, also what no verb would let in. */
export async function plantGraph(db: FreshDatabase, graph: Graph, speakers: Readonly<Record<Speaker, Actor>>): Promise<void> {
  const orgOf = (speaker: Speaker): string => speakers[speaker].orgId;
  await db.admin(
    `insert into catalog.part (id, manufacturer_id, number, key, name, source_org, source_rank)
     select x.id, x.maker, x.number, catalog.part_key(x.number), x.number, x.maker, 1 from jsonb_to_recordset($1) as x (id uuid, maker uuid, number text)`,
    [JSON.stringify(graph.parts)],
  );
  const links = graph.links.map((link) => ({
    ...link,
    org: orgOf(link.by),
    code: codes[link.meaning],
    target: link.isSet ? null : link.to[0]?.part,
    size: link.isSet ? link.to.length : null,
    name: link.isSet ? link.id.slice(0, 12) : null,
  }));
  await db.admin(
    `insert into catalog.interchange_link (org_id, id, from_part, to_part, set_size, code, code_version, meaning, class, effect, set_number, asserted_as, maker_id, applicability,
       effective_from, effective_to, asserted_by, withdrawn_at, counts_at_once)
     select x.org, x.id, x."from", x.target, x.size, x.code, '1', x.meaning, x.class, x.effect, x.name, x."as", x.maker, x.limits, x.start, x."end", '{}', case when x.withdrawn then now() end, x."countsAtOnce"
     from jsonb_to_recordset($1) as x (org uuid, id uuid, "from" uuid, target uuid, size int, code text, meaning text, class text, effect text, name text, "as" text, maker uuid, limits jsonb,
       start date, "end" date, withdrawn boolean, "countsAtOnce" boolean)`,
    [JSON.stringify(links)],
  );
  await db.admin(
    `insert into catalog.interchange_member (org_id, link_id, part_id, visibility, quantity)
     select l.org_id, l.id, m.part, l.visibility, m.quantity from jsonb_to_recordset($1) as x (id uuid, org uuid, "to" jsonb, "isSet" boolean)
     join catalog.interchange_link l on l.org_id = x.org and l.id = x.id cross join lateral jsonb_to_recordset(x."to") as m (part uuid, quantity numeric) where x."isSet"`,
    [JSON.stringify(links)],
  );
  const approvals = links.flatMap((link) =>
    link.approvals.map((approval) => ({ ...approval, link: link.id, linkOrg: link.org, org: orgOf(approval.by) })),
  );
  await db.admin(
    `insert into catalog.interchange_approval (org_id, link_org, link_id, kind, maker_id, fleet, valid_from, valid_to, approved_by, revoked_at)
     select x.org, x."linkOrg", x.link, x.kind, x.maker, x.fleet, x.start, x."end", '{}', case when x.revoked then now() end
     from jsonb_to_recordset($1) as x (org uuid, "linkOrg" uuid, link uuid, kind text, maker uuid, fleet text, start date, "end" date, revoked boolean)`,
    [JSON.stringify(approvals)],
  );
  await db.admin(
    `insert into catalog.part_alias (org_id, kind, number, key, part_id, valid_from, valid_to)
     select x.org, x.kind, x.number, catalog.part_key(x.number), x.part, x."from", x."to"
     from jsonb_to_recordset($1) as x (org uuid, kind text, number text, part uuid, "from" date, "to" date)`,
    [JSON.stringify(graph.aliases.map((alias) => ({ ...alias, org: orgOf(alias.by) })))],
  );
  await db.admin(
    `insert into catalog.identity_correction (kind, from_part, to_part, reason, made_by)
     select 'MERGE', x."from", x."to", 'one part', $2 from jsonb_to_recordset($1) as x ("from" uuid, "to" uuid)`,
    [JSON.stringify(graph.merges), orgOf('operator')],
  );
}
