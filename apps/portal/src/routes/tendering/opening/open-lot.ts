import { type KeyPair, type ReleasedEnvelope, releasedKey } from '#libs/sealing';
import { ask } from '../../../graphql/client';
import { OpenEnvelopesDocument, ReleaseHalfDocument, SealedEnvelopesDocument } from '../../../graphql/generated/graphql';
import type { Submit } from '../../../graphql/submit';
import type { NextEnvelope } from './envelope-states';
import type { OpenedLot, OpenedTender } from './session-key';

/** Lets the hub give its part, unwraps the content keys here, and hands them to the hub, which proves what it opens. Gives whether all went through. */
export async function openNext(
  tender: OpenedTender,
  lot: OpenedLot,
  { next, half, submit }: { next: NextEnvelope; half: KeyPair; submit: Submit },
): Promise<boolean> {
  const { envelope } = next;
  const which = { tenderId: tender.id, lotId: lot.id, envelope };
  if (!next.given && !(await submit.run(async () => (await ask(ReleaseHalfDocument, { input: which })).releaseHalf)))
    return false;
  for (let skip = 0; ; ) {
    const variables = { id: tender.id, lot: lot.position, envelope, skip };
    let page: readonly ReleasedEnvelope[] = [];
    const done = await submit.run(async () => {
      page = (await ask(SealedEnvelopesDocument, variables)).tender?.sealedEnvelopes ?? [];
      const keys = await Promise.all(page.map((one) => releasedKey(half, one)));
      if (keys.length === 0) return { errors: [] };
      return (await ask(OpenEnvelopesDocument, { input: { ...which, keys } })).openEnvelopes;
    });
    if (!done) return false;
    if (page.length === 0) return true;
    skip += page.length;
  }
}
