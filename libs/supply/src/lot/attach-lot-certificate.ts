import { z } from 'zod';
import { type Fault, fail, isLocalDate, ok, type Result } from '#libs/kernel';
import { actorKey, affected, audit, checkInput, keptFile, NotFound, one, requirePermission, type Work } from '#libs/platform';
import { keepShown } from '../audience/audience.reader.js';
import { permissions } from '../permissions.js';
import type { LotFile } from './lot.entity.js';

const text = (most: number) => z.string().trim().min(1).max(most).nullish();
const input = z.strictObject({
  lotId: z.uuid(),
  /** A file that this organisation sent here before. */
  fileId: z.uuid(),
  kind: z.string().trim().min(1).max(30),
  number: text(60),
  issuer: text(120),
  datedOn: z.string().refine(isLocalDate, 'a day as CCYY-MM-DD').nullish(),
  /** Whether whoever sees the lot sees it; else only the supplier does. */
  shown: z.boolean().default(false),
});

export type AttachLotCertificateInput = z.input<typeof input>;

/**
 * Attaches a file to a lot of the acting supplier, by its hash; the same file of a kind once per lot. It may be of a kind that the lot
 * does not state. Errors: FileUnknown, LotCodeUnknown. Throws NotFound for a lot of others, Forbidden without stock:write, BadInput.
 */
export async function attachLotCertificate(
  work: Work,
  given: AttachLotCertificateInput,
): Promise<Result<LotFile, Fault<'FileUnknown' | 'LotCodeUnknown'>>> {
  requirePermission(work, permissions.writeStock);
  const wish = checkInput(input, given);
  await keepShown(work);
  const lot = await one<{ known: boolean }>(
    work,
    `select exists (select from supply.lot_code k where k.list = 'CERTIFICATE' and k.code = $3 and coalesce(k.valid_to, current_date) >= current_date) as known
     from supply.lot l where l.org_id = $1 and l.id = $2`,
    [work.actor.orgId, wish.lotId, wish.kind],
  );
  if (!lot) throw new NotFound('lot');
  const file = await keptFile(work, wish.fileId);
  if (!file) return fail({ code: 'FileUnknown', path: ['fileId'] });
  if (!lot.known) return fail({ code: 'LotCodeUnknown', path: ['kind'], values: { name: wish.kind } });
  const attached = await one<LotFile>(
    work,
    `insert into supply.lot_certificate as c (org_id, lot_id, audience, shown, kind, number, issuer, dated_on, sha256, size, media_type, name, attached_by)
     select $1, l.id, l.audience, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12 from supply.lot l where l.org_id = $1 and l.id = $2
     on conflict (org_id, lot_id, kind, sha256) do update set shown = excluded.shown returning ${lotFileColumns}`,
    [
      work.actor.orgId,
      wish.lotId,
      wish.shown,
      wish.kind,
      wish.number ?? null,
      wish.issuer ?? null,
      wish.datedOn ?? null,
      file.sha256,
      file.size,
      file.mediaType,
      file.name,
      JSON.stringify({ kind: work.actor.kind, key: actorKey(work.actor) }),
    ],
  );
  if (!attached) throw new Error('the certificate was not attached');
  const detail = { lotId: wish.lotId, kind: wish.kind, shown: wish.shown, sha256: file.sha256 };
  await audit(work, { action: 'stock:certificate', subject: `lot-certificate:${attached.id}`, detail });
  return ok(attached);
}

/** Lets whoever sees the lot see a certificate of it, or nobody but its supplier. Throws NotFound, Forbidden without stock:write, BadInput. */
export async function showLotCertificate(
  work: Work,
  given: { certificateId: string; shown: boolean },
): Promise<Result<boolean, never>> {
  requirePermission(work, permissions.writeStock);
  const { certificateId, shown } = checkInput(z.strictObject({ certificateId: z.uuid(), shown: z.boolean() }), given);
  const moved = await affected(work, 'update supply.lot_certificate set shown = $3 where org_id = $1 and id = $2', [
    work.actor.orgId,
    certificateId,
    shown,
  ]);
  if (moved === 0) throw new NotFound('certificate');
  await audit(work, { action: 'stock:certificate', subject: `lot-certificate:${certificateId}`, detail: { shown } });
  return ok(shown);
}

/** A file of a lot; every query over lot_certificate aliases it `c`. */
export const lotFileColumns = `c.id, c.kind, c.number, c.issuer, c.dated_on as "datedOn", c.name, c.media_type as "mediaType", c.size::int as size, c.shown`;
