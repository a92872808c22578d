import type { Acknowledgement } from '#libs/documents';
import { affected, type Work } from '#libs/platform';
import type { Message } from '../message/message.js';
import type { AppliedDocument } from './apply-document.js';

const verdicts = {
  accepted: 'ACCEPTED',
  acceptedWithErrors: 'ACCEPTED_WITH_ERRORS',
  partiallyAccepted: 'ACCEPTED_WITH_ERRORS',
  rejected: 'REJECTED',
} as const;

/**
 * Notes on an outbound message what a 997 says of it. Syntax only: it never makes an order accepted (trade-rules 23). The group control number of
 * what the hub sends is its interchange's.
 */
export async function acknowledgeOutbound(
  work: Work,
  message: Message,
  acknowledgement: Acknowledgement,
): Promise<Pick<AppliedDocument, 'state' | 'problems' | 'businessNumber'>> {
  const { control, status } = acknowledgement.group;
  const noted = await affected(
    work,
    `update exchange.message set acknowledged = $3, acknowledged_at = clock_timestamp(), version = version + 1
     where org_id = $1 and direction = 'OUT' and format = 'X12' and ltrim(control_number, '0') = ltrim($2, '0')`,
    [message.orgId, control, verdicts[status]],
  );
  if (noted > 0) return { state: 'APPLIED', businessNumber: control, problems: [] };
  return {
    state: 'IGNORED',
    businessNumber: control,
    problems: [{ at: 'AK102', code: 'GROUP_UNKNOWN', message: `The hub has sent no group ${control}.`, severity: 'warning' }],
  };
}
