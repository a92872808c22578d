import { type Acknowledgement, messages } from '#libs/documents';
import type { Work } from '#libs/platform';
import type { AppliedDocument } from '../applied-document.js';
import { verdictOf } from './note-response.js';
import { noteSent, notNoted } from './note-sent.js';

/** What the hub sends under a functional code (GS01): numbers of orders and of answers count apart, one per connection. UNB stands for all of EDIFACT. */
const coordinates: Readonly<Record<string, string[]>> = {
  PO: ['x12:004010:850'],
  PR: ['x12:004010:855'],
  UNB: [...messages.keys()].filter((coordinate) => coordinate.startsWith('edifact:')),
};

/**
 * Notes on an outbound message of the connections `on` (null: of all) what a 997, a 999 or a CONTRL says of it. Syntax only: it never makes an order accepted
 * (trade-rules 23). The group control number of what the hub sends is its interchange's.
 */
export async function acknowledgeOutbound(
  work: Work,
  { orgId, on }: { orgId: string; on: readonly string[] | null },
  acknowledgement: Acknowledgement,
): Promise<Pick<AppliedDocument, 'state' | 'problems' | 'businessNumber'>> {
  const { control, functionalCode } = acknowledgement.group;
  const isEdifact = functionalCode === 'UNB';
  const hits = await noteSent(work, {
    orgId,
    format: isEdifact ? 'EDIFACT' : 'X12',
    control,
    verdict: verdictOf(acknowledgement),
    on,
    coordinates: coordinates[functionalCode] ?? [],
  });
  const at = isEdifact ? 'UCI01' : 'AK102';
  const against = notNoted(hits, { at, code: 'GROUP_UNKNOWN', words: `group ${functionalCode} ${control}` });
  return { state: against ? 'IGNORED' : 'APPLIED', businessNumber: control, problems: against ? [against] : [] };
}
