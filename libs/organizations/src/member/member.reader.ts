import {
  type Connection,
  connection,
  keyset,
  NotFound,
  type Ordering,
  type PageArgs,
  pageOf,
  rows,
  type Work,
} from '#libs/platform';
import { Member } from './member.entity.js';
import { adminRole } from './member.lifecycle.js';

const columns = `m.org_id as "orgId", m.id, m.person_id as "personId", m.name, m.email, m.roles, m.status, m.joined_at as "joinedAt",
  m.left_at as "leftAt", m.version`;

const byName: Ordering = {
  name: 'members:NAME_ASC',
  columns: [
    { sql: 'm.name', cast: 'text' },
    { sql: 'm.id', cast: 'uuid' },
  ],
};

/** One page of the active members of the acting organisation, by name. */
export async function listMembers(work: Work, args: PageArgs): Promise<Connection<Member>> {
  const page = pageOf(args, byName);
  const key = keyset(page, byName, 2);
  const found = await rows<Member>(
    work,
    `select ${columns} from organizations.member m
     where m.org_id = $1 and m.status = 'ACTIVE' and ${key.where} order by ${key.orderBy} limit ${key.limit}`,
    [work.actor.orgId, ...key.values],
  );
  return connection(found, page, (m) => [m.name, m.id]);
}

/** Members of the acting organisation with these ids, in no order, also those who left: documents name them. */
export async function membersByIds(work: Work, ids: readonly string[]): Promise<Member[]> {
  return rows<Member>(work, `select ${columns} from organizations.member m where m.org_id = $1 and m.id = any ($2::uuid[])`, [
    work.actor.orgId,
    ids,
  ]);
}

/** One active member, locked. Throws NotFound. */
export async function lockMember(work: Work, id: string): Promise<Member> {
  const [member] = await rows<Member>(
    work,
    `select ${columns} from organizations.member m where m.org_id = $1 and m.id = $2 and m.status = 'ACTIVE' for update`,
    [work.actor.orgId, id],
  );
  if (!member) throw new NotFound(`member ${id}`);
  return member;
}

/** Ids of the active administrators, locked in id order, so that of two who leave at once one sees the other gone. */
export async function lockAdmins(work: Work): Promise<string[]> {
  const found = await rows<{ id: string }>(
    work,
    `select m.id from organizations.member m where m.org_id = $1 and m.status = 'ACTIVE' and $2 = any (m.roles) order by m.id for update`,
    [work.actor.orgId, adminRole],
  );
  return found.map((row) => row.id);
}

/** Whether an active member has this address. */
export async function hasMemberWithEmail(work: Work, email: string): Promise<boolean> {
  return work.tx.existsBy(Member, { orgId: work.actor.orgId, email, status: 'ACTIVE' });
}

/** Whom a letter goes to, and in which language. */
export interface MemberAddress {
  name: string;
  email: string;
  locale: string;
}

/** Active members of the acting organisation with a right, by their own or a default role. */
export async function membersWho(work: Work, right: string): Promise<MemberAddress[]> {
  return rows<MemberAddress>(
    work,
    `select m.name, m.email, coalesce(p.locale, 'en') as locale
     from organizations.member m left join lateral organizations.person_by_id(m.person_id) p on true
     where m.org_id = $1 and m.status = 'ACTIVE' and exists (
       select from organizations.role r where r.org_id = m.org_id and r.name = any (m.roles) and $2 = any (r.permissions)
       union all select from organizations.default_role d where d.name = any (m.roles) and $2 = any (d.permissions))`,
    [work.actor.orgId, right],
  );
}
