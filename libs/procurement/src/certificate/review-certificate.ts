import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { checkInput, Forbidden, requirePermission, type Work } from '#libs/platform';
import { lockOrder } from '../order/order.reader.js';
import type { LineCertificate } from './certificate.entity.js';
import { certificateOf } from './certificate.reader.js';
import { checkItems, dualReleaseItem, missingItems } from './certificate.rules.js';
import { moveCertificate } from './move-certificate.js';
import { settled } from './promise-certificate.js';

const input = z.strictObject({
  orderId: z.uuid(),
  certificateId: z.uuid(),
  fileId: z.uuid(),
  accepted: z.boolean(),
  /** What was looked at and found right. */
  checklist: z
    .array(z.enum([...checkItems, dualReleaseItem]))
    .max(20)
    .default([])
    .transform((items) => [...new Set(items)]),
  /** Needed to refuse, and to accept what is flagged. */
  reason: z.string().trim().min(1).max(500).nullish(),
});

export type ReviewCertificateInput = z.input<typeof input>;
export type ReviewCertificateError = Fault<'ChecklistIncomplete' | 'ReviewReasonMissing' | 'CertificateSettled'>;

/**
 * Accepts or refuses a file attached for a certificate, by the side that did not bring it. Accepting needs the whole checklist, and a
 * reason where something was flagged; refusing needs a reason. The certificate is accepted when accepted files cover its line.
 * Errors: ChecklistIncomplete, ReviewReasonMissing, CertificateSettled (also when somebody judged the file already).
 * Throws NotFound for orders of others, Forbidden for the side that brings it and without certificate:review, BadInput.
 */
export async function reviewCertificate(
  work: Work,
  given: ReviewCertificateInput,
): Promise<Result<LineCertificate, ReviewCertificateError>> {
  requirePermission(work, 'certificate:review');
  const { orderId, certificateId, fileId, accepted, checklist, reason } = checkInput(input, given);
  const order = await lockOrder(work, orderId);
  const certificate = await certificateOf(work, orderId, certificateId);
  if ((work.actor.orgId === order.orgId) === (certificate.provider === 'BUYER')) throw new Forbidden('certificate:review');
  const file = certificate.files.find(({ id }) => id === fileId);
  const missing = accepted ? missingItems(checklist, certificate.dualRelease) : [];
  const faults: ReviewCertificateError[] = [];
  if (missing.length > 0)
    faults.push({ code: 'ChecklistIncomplete', path: ['checklist'], values: { missing: missing.join(', ') } });
  if (reason == null && (!accepted || (file?.flags.length ?? 0) > 0))
    faults.push({ code: 'ReviewReasonMissing', path: ['reason'] });
  if (!file) faults.push(settled(certificate));
  if (faults.length > 0) return fail(...faults);
  const event = accepted ? 'ACCEPT' : 'REFUSE';
  const status = await moveCertificate(work, {
    orderId,
    certificateId,
    event,
    file: fileId,
    checklist,
    ...(reason == null ? {} : { reason }),
  });
  return status ? ok(await certificateOf(work, orderId, certificateId)) : fail(settled(certificate));
}
