import { affected, type Work } from '#libs/platform';
import type { Message } from '../message/message.js';
import { lockMessage, rawOf } from '../message/message.reader.js';
import { profileById, sealedSecret } from '../partner/partner.reader.js';
import type { PartnerProfile } from '../partner/partner-profile.js';

/** Everything the transport needs, read in one short transaction before anything is sent. */
export interface Delivery {
  message: Message;
  body: Buffer;
  profile: PartnerProfile;
  sealedSecret: string | undefined;
}

/**
 * Takes a queued or failed message for one try and counts it. undefined: nothing to do, because it was sent, given up, or its connection is
 * paused. A message found SENDING was left by a worker that died: it is sent again under the same ids.
 */
export async function beginDelivery(work: Work, messageId: string): Promise<Delivery | undefined> {
  const message = await lockMessage(work, messageId);
  if (message.direction !== 'OUT' || !['QUEUED', 'FAILED', 'SENDING'].includes(message.state) || message.profileId === null)
    return undefined;
  const profile = await profileById(work, message.profileId);
  if (profile.status === 'PAUSED') {
    await affected(work, `update exchange.message set state = 'QUEUED', next_attempt_at = null where org_id = $1 and id = $2`, [
      message.orgId,
      message.id,
    ]);
    return undefined;
  }
  await affected(
    work,
    `update exchange.message set state = 'SENDING', attempts = attempts + 1, next_attempt_at = null, version = version + 1 where org_id = $1 and id = $2`,
    [message.orgId, message.id],
  );
  return {
    message: { ...message, attempts: message.attempts + 1 },
    body: await rawOf(work, message.id),
    profile,
    sealedSecret: await sealedSecret(work, profile.id),
  };
}
