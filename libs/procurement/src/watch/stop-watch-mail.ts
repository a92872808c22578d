import { createHash } from 'node:crypto';
import { affected, type GuestWork, one, type Work } from '#libs/platform';

/** Stops the mails of all watches of whoever was sent this link; says whether the link is good. It stays good, so that a second click is no error. */
export async function stopWatchMail(work: GuestWork, token: string): Promise<boolean> {
  if (!/^[\w-]{43}$/.test(token)) return false;
  const found = await one<{ stopped: boolean }>(work, 'select procurement.stop_watch_mail($1) as stopped', [
    createHash('sha256').update(token).digest(),
  ]);
  return found?.stopped ?? false;
}

/** Lets a member's watches tell in the portal only; what waits to be mailed is not. Gives how many watches mailed before. */
export async function muteWatches(work: Work, personId: string): Promise<number> {
  await affected(
    work,
    `update procurement.watch_notice n set delivery = 'NO_MAIL' where n.org_id = $1 and n.person_id = $2 and n.mailed_at is null and n.delivery <> 'NO_MAIL'`,
    [work.actor.orgId, personId],
  );
  return affected(
    work,
    'update procurement.watch w set by_mail = false, version = version + 1 where w.org_id = $1 and w.person_id = $2 and w.by_mail',
    [work.actor.orgId, personId],
  );
}
