import { actorKey, audit, one, type Work } from '#libs/platform';
import type { CertificateEvent, CertificateStatus } from './certificate.lifecycle.js';

/** One step of a required certificate; the function of the database judges again who may take it. */
export interface CertificateStep {
  orderId: string;
  certificateId: string;
  event: CertificateEvent;
  /** The file's columns when it is attached, its id when it is reviewed. */
  file?: object | string;
  checklist?: readonly string[];
  reason?: string;
}

/** Takes the step and notes it in the trail; gives the new status, undefined for a step that is not legal for the actor from where it stands. */
export async function moveCertificate(work: Work, step: CertificateStep): Promise<CertificateStatus | undefined> {
  const { orderId, certificateId, event, file, checklist = [], reason = null } = step;
  const by = { kind: work.actor.kind, key: actorKey(work.actor) };
  const moved = await one<{ status: CertificateStatus | null }>(
    work,
    'select procurement.move_certificate($1, $2, $3) as status',
    [orderId, certificateId, JSON.stringify({ event, by, file, checklist, reason })],
  );
  if (!moved?.status) return undefined;
  const detail = { orderId, event, status: moved.status, checklist, reason };
  await audit(work, { action: 'certificate:move', subject: `certificate:${certificateId}`, detail });
  return moved.status;
}
