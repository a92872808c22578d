import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { affected, audit, checkInput, NotFound, requirePermission, rows, type Work } from '#libs/platform';
import { type CertificateNeed, certificateNeeds } from './certificate.reader.js';

const need = z.strictObject({
  kind: z.string().trim().min(1).max(30),
  supplierId: z
    .uuid()
    .nullish()
    .transform((id) => id ?? null),
  dualRelease: z.boolean().default(false),
});
const input = z.strictObject({ needs: z.array(need).max(100) });

export type SaveCertificateNeedsInput = z.input<typeof input>;

/**
 * Puts these certificates in the place of all that the acting buyer requires of everything he orders, of one supplier or of all; orders
 * placed before keep what they require. Errors: CertificateUnknown, CertificateRepeated, with `path` to the line. Throws NotFound
 * for a supplier that is none, Forbidden without certificate:review, BadInput.
 */
export async function saveCertificateNeeds(
  work: Work,
  given: SaveCertificateNeedsInput,
): Promise<Result<CertificateNeed[], Fault<'CertificateUnknown' | 'CertificateRepeated'>>> {
  requirePermission(work, 'certificate:review');
  const { needs } = checkInput(input, given);
  const known = await knownKinds(
    work,
    needs.map(({ kind }) => kind),
  );
  const keys = needs.map(({ kind, supplierId }) => `${kind} ${supplierId}`);
  const faults = needs.flatMap(({ kind }, n) => [
    ...(known.has(kind) ? [] : [{ code: 'CertificateUnknown' as const, path: ['needs', String(n), 'kind'], values: { kind } }]),
    ...(keys.indexOf(keys[n] ?? '') < n ? [{ code: 'CertificateRepeated' as const, path: ['needs', String(n)] }] : []),
  ]);
  if (faults.length > 0) return fail(...faults);
  const suppliers = [...new Set(needs.flatMap(({ supplierId }) => supplierId ?? []))];
  const met = await rows(work, 'select g.id from organizations.organization g where g.id = any ($1)', [suppliers]);
  if (met.length < suppliers.length) throw new NotFound('organization');
  await affected(work, 'delete from procurement.certificate_need where org_id = $1', [work.actor.orgId]);
  await affected(
    work,
    `insert into procurement.certificate_need (org_id, kind, supplier_id, dual_release)
     select $1, n.kind, n."supplierId", n."dualRelease" from jsonb_to_recordset($2) as n (kind text, "supplierId" uuid, "dualRelease" boolean)
     on conflict (org_id, kind, supplier_id) do update set dual_release = excluded.dual_release`,
    [work.actor.orgId, JSON.stringify(needs)],
  );
  await audit(work, { action: 'certificate:needs', subject: `organization:${work.actor.orgId}`, detail: { needs } });
  return ok(await certificateNeeds(work));
}

/** Those of the kinds that the list of certificates knows today. */
export async function knownKinds(work: Pick<Work, 'tx'>, kinds: readonly string[]): Promise<Set<string>> {
  const found = await rows<{ code: string }>(
    work,
    `select k.code from supply.lot_code k where k.list = 'CERTIFICATE' and k.code = any ($1) and coalesce(k.valid_to, current_date) >= current_date`,
    [kinds],
  );
  return new Set(found.map(({ code }) => code));
}
