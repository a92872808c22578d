import { one, rows, type Work } from '#libs/platform';
import type { PartContent } from './content.entity.js';

/** Contents of one part that an answer looks at most. */
const contentsMax = 200;

const columns = `c.id, c.part_id as "partId", c.org_id as "orgId", c.kind, c.series, c.language, c.title, c.alt, c.media_type as "mediaType", c.name, c.size::int as size,
  c.link, c.link_state as "linkState", c.link_status as "linkStatus", c.checked_at as "checkedAt"`;

/** What organisations have added to parts: its manufacturer's in front, then the operator's, then others by age; in all languages. */
export async function contentOfParts(work: Pick<Work, 'tx'>, partIds: readonly string[]): Promise<PartContent[]> {
  return rows<PartContent>(
    work,
    `select x.* from unnest($1::uuid[]) p (id) cross join lateral (
       select ${columns} from catalog.part_content c join organizations.organization o on o.id = c.org_id join catalog.part t on t.id = c.part_id
       where c.part_id = p.id
       order by case when exists (select from catalog.manufacturer_alias a where a.manufacturer_id = t.manufacturer_id and a.alias = 'C:' || o.cage) then 1
           when 'OPERATOR' = any (o.roles) then 2 else 3 end, c.added_at, c.id limit ${contentsMax}) x`,
    [partIds],
  );
}

/** One content that the acting organisation has added; undefined: it has none of that id. */
export async function ownContent(work: Pick<Work, 'tx' | 'actor'>, id: string): Promise<PartContent | undefined> {
  return one<PartContent>(work, `select ${columns} from catalog.part_content c where c.org_id = $1 and c.id = $2`, [
    work.actor.orgId,
    id,
  ]);
}

/** The stored content behind an id; undefined: there is none, or it is a link. */
export async function contentFile(
  work: Pick<Work, 'tx'>,
  id: string,
): Promise<{ sha256: string; mediaType: string; name: string } | undefined> {
  return one(
    work,
    `select c.sha256, c.media_type as "mediaType", c.name from catalog.part_content c where c.id = $1 and c.sha256 is not null`,
    [id],
  );
}
