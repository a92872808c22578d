import { type Acknowledgement, messages } from '#libs/documents';
import { affected, type Work } from '#libs/platform';
import type { AppliedDocument } from '../applied-document.js';
import { verdictOf } from './note-response.js';

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
  const noted = await affected(
    work,
    `update exchange.message set acknowledged = $3, acknowledged_at = clock_timestamp(), version = version + 1
     where org_id = $1 and direction = 'OUT' and format = $5 and control_number = $2 and ($6::uuid[] is null or profile_id = any ($6)) and id in (
       select d.message_id from exchange.document d where d.org_id = $1 and d.coordinate = any ($4) and d.caused_by is not null)`,
    [
      orgId,
      control.padStart(9, '0'),
      verdictOf(acknowledgement),
      coordinates[functionalCode] ?? [],
      functionalCode === 'UNB' ? 'EDIFACT' : 'X12',
      on,
    ],
  );
  if (noted > 0) return { state: 'APPLIED', businessNumber: control, problems: [] };
  return {
    state: 'IGNORED',
    businessNumber: control,
    problems: [
      {
        at: functionalCode === 'UNB' ? 'UCI01' : 'AK102',
        code: 'GROUP_UNKNOWN',
        message: `The hub has sent no group ${functionalCode} ${control}.`,
        severity: 'warning',
      },
    ],
  };
}
