import { z } from 'zod';
import { type Fault, fail, isLocalDate, isPositiveDecimal, ok, type Result } from '#libs/kernel';
import { checkInput, Forbidden, keptFile, NotFound, type Work } from '#libs/platform';
import { lotClaimsOf } from '#libs/supply';
import { lockOrder } from '../order/order.reader.js';
import type { LineCertificate } from './certificate.entity.js';
import { certificateOf } from './certificate.reader.js';
import { flagsOf } from './certificate.rules.js';
import { moveCertificate } from './move-certificate.js';

const text = (most: number) => z.string().trim().min(1).max(most).nullish();
const input = z.strictObject({
  orderId: z.uuid(),
  certificateId: z.uuid(),
  /** A file that this organisation sent here before. */
  fileId: z.uuid(),
  number: text(60),
  issuer: text(120),
  datedOn: z.string().refine(isLocalDate, 'a day as CCYY-MM-DD').nullish(),
  partNumber: text(70),
  lotNumber: text(60),
  serialNumber: text(60),
  dualRelease: z.boolean().default(false),
  /** Order units that it is for; default: the whole line. */
  quantity: z.string().refine(isPositiveDecimal, 'a decimal above zero').nullish(),
});

export type AttachCertificateInput = z.input<typeof input>;
export type AttachCertificateError = Fault<'FileUnknown' | 'CertificateSettled'>;

/**
 * Attaches a file for a certificate that an order line requires, by the side that brings it; per lot, so several may share a line.
 * What differs from the line and the lots it has taken is flagged for the reviewer, never refused: papers come as they are.
 * Errors: FileUnknown, CertificateSettled (accepted or waived). Throws NotFound for orders of others, Forbidden for the other side or
 * without order:confirm (supplier) or order:change (buyer), BadInput.
 */
export async function attachCertificate(
  work: Work,
  given: AttachCertificateInput,
): Promise<Result<LineCertificate, AttachCertificateError>> {
  const { orderId, certificateId, fileId, ...stated } = checkInput(input, given);
  const order = await lockOrder(work, orderId);
  const certificate = await certificateOf(work, orderId, certificateId);
  requireProvider(work, order, certificate);
  const line = order.lines.find(({ id }) => id === certificate.lineId);
  if (!line) throw new NotFound('line');
  const file = await keptFile(work, fileId);
  if (!file) return fail({ code: 'FileUnknown', path: ['fileId'] });
  const document = { ...stated, quantity: stated.quantity ?? line.quantity };
  const flags = flagsOf(document, {
    kind: certificate.kind,
    dualRelease: certificate.dualRelease,
    lineQuantity: line.quantity,
    partNumbers: [line.supplierPart, line.buyerPart, line.manufacturerPart].filter((number) => number !== null),
    lots: await lotClaimsOf(work, [line.id]),
    today: work.now.toISOString().slice(0, 10),
  });
  const { sha256, size, mediaType, name } = file;
  const status = await moveCertificate(work, {
    orderId,
    certificateId,
    event: 'ATTACH',
    file: { sha256, size, mediaType, name, ...document, flags },
  });
  if (!status) return fail({ code: 'CertificateSettled', path: ['certificateId'], values: { status: certificate.status } });
  return ok(await certificateOf(work, orderId, certificateId));
}

/** Throws Forbidden unless the actor is the side that brings the certificate and holds that side's right. */
export function requireProvider(work: Work, order: { orgId: string }, { provider }: Pick<LineCertificate, 'provider'>): void {
  const side = work.actor.orgId === order.orgId ? 'BUYER' : 'SUPPLIER';
  const right = side === 'BUYER' ? 'order:change' : 'order:confirm';
  if (side !== provider || !work.actor.permissions.has(right)) throw new Forbidden(right);
}
