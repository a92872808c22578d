import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { checkInput, requirePermission, type Work } from '#libs/platform';
import { requireSide } from '../order/order.access.js';
import { lockOrder } from '../order/order.reader.js';
import { requireProvider } from './attach-certificate.js';
import type { LineCertificate } from './certificate.entity.js';
import { certificateOf } from './certificate.reader.js';
import { moveCertificate } from './move-certificate.js';

const named = { orderId: z.uuid(), certificateId: z.uuid() };
const waiver = z.strictObject({ ...named, reason: z.string().trim().min(1).max(500) });

type Settled = Fault<'CertificateSettled'>;

/**
 * Promises a certificate that an order line requires, by the side that brings it. Errors: CertificateSettled unless it is only required yet.
 * Throws NotFound for orders of others, Forbidden for the other side, BadInput.
 */
export async function promiseCertificate(
  work: Work,
  given: { orderId: string; certificateId: string },
): Promise<Result<LineCertificate, Settled>> {
  const { orderId, certificateId } = checkInput(z.strictObject(named), given);
  const order = await lockOrder(work, orderId);
  const certificate = await certificateOf(work, orderId, certificateId);
  requireProvider(work, order, certificate);
  const status = await moveCertificate(work, { orderId, certificateId, event: 'PROMISE' });
  return status ? ok(await certificateOf(work, orderId, certificateId)) : fail(settled(certificate));
}

/**
 * Does without a certificate, with a reason, by the buyer. What a rule of the gate asks for is not waived but released (releaseGate).
 * Errors: CertificateSettled. Throws NotFound unless the actor is the buyer, Forbidden without certificate:review, BadInput.
 */
export async function waiveCertificate(work: Work, given: z.input<typeof waiver>): Promise<Result<LineCertificate, Settled>> {
  requirePermission(work, 'certificate:review');
  const { orderId, certificateId, reason } = checkInput(waiver, given);
  requireSide(work, await lockOrder(work, orderId), 'BUYER');
  const certificate = await certificateOf(work, orderId, certificateId);
  const status = await moveCertificate(work, { orderId, certificateId, event: 'WAIVE', reason });
  return status ? ok(await certificateOf(work, orderId, certificateId)) : fail(settled(certificate));
}

/** The step is not legal from where the certificate stands. */
export function settled({ status }: Pick<LineCertificate, 'status'>): Settled {
  return { code: 'CertificateSettled', path: ['certificateId'], values: { status } };
}
