import type { Acknowledgement } from '#libs/documents';
import { affected, type Work } from '#libs/platform';
import type { Message } from '../message/message.js';
import type { AppliedDocument } from './applied-document.js';

const verdicts = {
  accepted: 'ACCEPTED',
  acceptedWithErrors: 'ACCEPTED_WITH_ERRORS',
  partiallyAccepted: 'ACCEPTED_WITH_ERRORS',
  rejected: 'REJECTED',
} as const;

/** What the hub sends under a functional code (GS01): numbers of orders and of answers count apart, one per connection. */
const coordinates: Readonly<Record<string, string[]>> = { PO: ['x12:004010:850'], PR: ['x12:004010:855'] };

/**
 * Notes on an outbound message what a 997 says of it. Syntax only: it never makes an order accepted (trade-rules 23). The group control number of
 * what the hub sends is its interchange's.
 */
export async function acknowledgeOutbound(
  work: Work,
  message: Message,
  acknowledgement: Acknowledgement,
): Promise<Pick<AppliedDocument, 'state' | 'problems' | 'businessNumber'>> {
  const { control, status, functionalCode } = acknowledgement.group;
  const noted = await affected(
    work,
    `update exchange.message set acknowledged = $3, acknowledged_at = clock_timestamp(), version = version + 1
     where org_id = $1 and direction = 'OUT' and format = 'X12' and control_number = lpad($2, 9, '0') and id in (
       select d.message_id from exchange.document d where d.org_id = $1 and d.coordinate = any ($4) and d.caused_by is not null)`,
    [message.orgId, control, verdicts[status], coordinates[functionalCode] ?? []],
  );
  if (noted > 0) return { state: 'APPLIED', businessNumber: control, problems: [] };
  return {
    state: 'IGNORED',
    businessNumber: control,
    problems: [
      {
        at: 'AK102',
        code: 'GROUP_UNKNOWN',
        message: `The hub has sent no group ${functionalCode} ${control}.`,
        severity: 'warning',
      },
    ],
  };
}
