import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { audit, checkInput, keptFile, requirePermission, type Work } from '#libs/platform';
import type { Tender } from '../tender/tender.entity.js';
import { text } from '../tender/tender.input.js';
import { memberOf, outcomeOf } from '../tender/tender.mover.js';
import { documentsOf, lockTender, tenderById } from '../tender/tender.reader.js';

const input = z.strictObject({ tenderId: z.uuid(), fileId: z.uuid(), title: text(200) });
export type AddDocumentFault = Fault<'FileUnknown' | 'TenderNotOpen' | 'TooManyDocuments'>;

const documentsMax = 100;

/**
 * Puts a file that the actor's organisation has sent here to a tender, known by the hash of its content. To a published tender it is an amendment:
 * bids wait for their bidders' confirmation, and a deadline that is nearer than `pushHours` is pushed. Errors: FileUnknown, TooManyDocuments
 * above 100, TenderNotOpen once bids for one of its lots are closed or a further round has begun.
 * Throws Forbidden without tender:manage, NotFound, BadInput.
 */
export async function addDocument(work: Work, raw: z.input<typeof input>): Promise<Result<Tender, AddDocumentFault>> {
  requirePermission(work, 'tender:manage');
  const { tenderId, fileId, title } = checkInput(input, raw);
  const tender = await lockTender(work, tenderId);
  const file = await keptFile(work, fileId);
  if (!file) return fail({ code: 'FileUnknown', path: ['fileId'] });
  const [documents = []] = await documentsOf(work, [tenderId]);
  if (documents.length >= documentsMax)
    return fail({ code: 'TooManyDocuments', path: ['tenderId'], values: { most: documentsMax } });
  const { name, sha256, size, mediaType } = file;
  const outcome = await outcomeOf(work, 'tendering.add_document($1)', [
    JSON.stringify({ tenderId, id: uuid(), title, name, sha256, size, mediaType, member: memberOf(work) }),
  ]);
  if (outcome !== 'ADDED') return fail({ code: 'TenderNotOpen', path: ['tenderId'], values: { status: tender.status } });
  await audit(work, { action: 'tender:document', subject: `tender:${tenderId}`, detail: { fileId, sha256 } });
  return ok(await tenderById(work, tenderId));
}
