import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { actorKey, affected, audit, checkInput, keptFile, NotFound, one, requirePermission, type Work } from '#libs/platform';
import { permissions } from '../permissions.js';
import { contentKinds, type PartContent } from './content.entity.js';
import { ownContent } from './content.reader.js';

const text = (most: number) => z.string().trim().min(1).max(most);
const input = z
  .strictObject({
    partId: z.uuid(),
    kind: z.enum(contentKinds),
    /** What versions in several languages have in common: the number of a datasheet. */
    series: text(60),
    language: z
      .string()
      .regex(/^([a-z]{2,3}(-[A-Za-z0-9]{2,8})*)?$/, 'a language tag, or empty')
      .default(''),
    title: text(200),
    alt: text(300).nullish(),
    fileId: z.uuid().nullish(),
    link: z
      .string()
      .trim()
      .max(2000)
      .refine((link) => URL.canParse(link) && new URL(link).protocol === 'https:', 'an address of https')
      .nullish(),
  })
  .refine(({ fileId, link }) => (fileId == null) !== (link == null), 'give fileId or link, not both');

export type AddContentInput = z.input<typeof input>;
export type AddContentError = Fault<'FileUnknown' | 'PictureNeedsAlt' | 'PictureKindRefused'>;

/** Pictures are shown in pages: only what every browser draws and nothing that carries scripts. */
const drawn = new Set(['image/png', 'image/jpeg']);

/**
 * Adds a file or a link to a part under the acting organisation's name; the same kind, series and language again replaces it. What others
 * have added stays theirs. Errors: FileUnknown, PictureNeedsAlt, PictureKindRefused. Throws NotFound for an unknown part, Forbidden without content:write, BadInput.
 */
export async function addContent(work: Work, given: AddContentInput): Promise<Result<PartContent, AddContentError>> {
  requirePermission(work, permissions.writeContent);
  const wish = checkInput(input, given);
  const part = await one<{ id: string }>(work, 'select p.id from catalog.part p where p.id = $1', [wish.partId]);
  if (!part) throw new NotFound('part');
  const file = wish.fileId == null ? undefined : await keptFile(work, wish.fileId);
  if (wish.fileId != null && !file) return fail({ code: 'FileUnknown', path: ['fileId'] });
  const faults: AddContentError[] = [];
  if (wish.kind === 'PICTURE' && wish.alt == null) faults.push({ code: 'PictureNeedsAlt', path: ['alt'] });
  if (wish.kind === 'PICTURE' && !drawn.has(file?.mediaType ?? '')) faults.push({ code: 'PictureKindRefused', path: ['fileId'] });
  if (faults.length > 0) return fail(...faults);
  const written = await one<{ id: string }>(work, write, [
    work.actor.orgId,
    wish.partId,
    wish.kind,
    wish.series,
    wish.language,
    wish.title,
    wish.alt ?? null,
    file?.sha256 ?? null,
    file?.size ?? null,
    file?.mediaType ?? null,
    file?.name ?? null,
    wish.link ?? null,
    JSON.stringify({ kind: work.actor.kind, key: actorKey(work.actor) }),
  ]);
  const content = written && (await ownContent(work, written.id));
  if (!content) throw new Error('the content was not added');
  const detail = { partId: wish.partId, kind: wish.kind, series: wish.series, language: wish.language, link: wish.link ?? null };
  await audit(work, { action: 'content:add', subject: `content:${content.id}`, detail });
  return ok(content);
}

const write = `insert into catalog.part_content as c (org_id, part_id, kind, series, language, title, alt, sha256, size, media_type, name, link, link_state, added_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, case when $12::text is not null then 'UNCHECKED' end, $13)
  on conflict (org_id, part_id, kind, series, language) do update set title = excluded.title, alt = excluded.alt, sha256 = excluded.sha256, size = excluded.size,
    media_type = excluded.media_type, name = excluded.name, link = excluded.link, link_state = excluded.link_state, link_status = null, checked_at = null
  returning c.id`;

/** Takes a content of the acting organisation away; the stored bytes stay for whoever else names them. Throws NotFound, Forbidden without content:write, BadInput. */
export async function removeContent(work: Work, given: { contentId: string }): Promise<Result<string, never>> {
  requirePermission(work, permissions.writeContent);
  const { contentId } = checkInput(z.strictObject({ contentId: z.uuid() }), given);
  const gone = await affected(work, 'delete from catalog.part_content where org_id = $1 and id = $2', [
    work.actor.orgId,
    contentId,
  ]);
  if (gone === 0) throw new NotFound('content');
  await audit(work, { action: 'content:remove', subject: `content:${contentId}` });
  return ok(contentId);
}
