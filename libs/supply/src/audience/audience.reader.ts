import { affected, NotFound, one, rows, type Work } from '#libs/platform';
import { idOf } from '../catalogue/catalogue.reader.js';
import { type BuyerGroup, type GroupMember, type ShownTo, shownBy } from './audience.js';

const columns = 'g.id, g.name, g.note, g.version, g.created_at as "createdAt"';
/** Groups of one supplier, and members of one group, shown at most. */
const shownMax = 500;

/** One of the acting supplier's groups, locked. Throws NotFound for what is not his. */
export async function lockGroup(work: Work, groupId: string): Promise<BuyerGroup> {
  const found = await one<BuyerGroup>(
    work,
    `select ${columns} from supply.audience g where g.org_id = $1 and g.id = $2 for update`,
    [work.actor.orgId, idOf(groupId, 'group')],
  );
  if (!found) throw new NotFound('group');
  return found;
}

/** The acting supplier's groups by name, up to 500; with ids those of them, in no order. */
export async function groupsOf(work: Work, ids?: readonly string[]): Promise<BuyerGroup[]> {
  return rows<BuyerGroup>(
    work,
    `select ${columns} from supply.audience g where g.org_id = $1 and ($2::uuid[] is null or g.id = any ($2)) order by g.name limit $3`,
    [work.actor.orgId, ids ?? null, shownMax],
  );
}

/** Who is in groups of the acting supplier, by hand first; up to 500 of each. An agreement that has ended lets nobody in. */
export async function membersOf(work: Work, groupIds: readonly string[]): Promise<GroupMember[][]> {
  const found = await rows<GroupMember>(
    work,
    `select m.audience as "groupId", m.counterparty_id as "buyerId", m.agreement_id as "agreementId", m.until
     from (select a.*, row_number() over (partition by a.audience order by a.agreement_id nulls first, a.counterparty_id) as place
       from supply.audience_member a where a.org_id = $1 and a.audience = any ($2) and ${standing('a')}) m
     where m.place <= $3 order by m.audience, m.place`,
    [work.actor.orgId, groupIds, shownMax],
  );
  return groupIds.map((id) => found.filter((member) => member.groupId === id));
}

/** Whether a membership holds today (UTC), as the walls of offers ask it. */
export function standing(alias: string): string {
  return `(${alias}.until is null or ${alias}.until >= (transaction_timestamp() at time zone 'UTC')::date)`;
}

/** A category of a catalogue that is not shown to whom the rest is. */
export interface ShownCategory {
  catalogueId: string;
  category: string;
  shown: ShownTo;
}

/** Categories of the acting supplier's catalogues with a rule of their own, by name. */
export async function shownCategoriesOf(work: Work, catalogueIds: readonly string[]): Promise<ShownCategory[][]> {
  const found = await rows<{ catalogueId: string; category: string; audience: string | null }>(
    work,
    `select r.catalogue_id as "catalogueId", r.category, r.audience from supply.category_audience r
     where r.org_id = $1 and r.catalogue_id = any ($2) order by r.category`,
    [work.actor.orgId, catalogueIds],
  );
  return catalogueIds.map((id) =>
    found
      .filter(({ catalogueId }) => catalogueId === id)
      .map(({ catalogueId, category, audience }) => ({ catalogueId, category, shown: shownBy(audience, catalogueId) })),
  );
}

/**
 * Whom a catalogue is shown, and what its uploads take it for, change one after the other: uploads read it under the shared lock,
 * `showCatalogue` holds the other. Not the catalogue's row: a long publication holds that.
 */
export async function lockShown(work: Work, catalogueId: string, mode: 'read' | 'change'): Promise<void> {
  const lock = mode === 'read' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock';
  await affected(work, `select ${lock}(hashtextextended($1, 0))`, [`shown ${catalogueId}`]);
}

/** SQL of the key of catalogue `c` under which `lockShown` locks it. */
const shownKey = `hashtextextended('shown ' || c.id, 0)`;

/** For whoever copies whom offers of the acting supplier are shown: none of his catalogues is shown to others until he is through. */
export async function keepShown(work: Work): Promise<void> {
  await affected(
    work,
    `select pg_advisory_xact_lock_shared(${shownKey}) from supply.catalogue c where c.org_id = $1 order by c.id`,
    [work.actor.orgId],
  );
}

/** As keepShown, for whoever has no time to wait: false while one of the supplier's catalogues is being shown to others. */
export async function keepsShown(work: Work): Promise<boolean> {
  const found = await one<{ kept: boolean }>(
    work,
    `select coalesce(bool_and(pg_try_advisory_xact_lock_shared(${shownKey})), true) as kept from supply.catalogue c where c.org_id = $1`,
    [work.actor.orgId],
  );
  return found?.kept ?? true;
}

/** Those of the ids that are groups of the acting supplier. */
export async function ownGroups(work: Work, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await rows<{ id: string }>(
    work,
    'select g.id from supply.audience g where g.org_id = $1 and g.id = any ($2) for share',
    [work.actor.orgId, ids],
  );
  return new Set(found.map(({ id }) => id));
}
