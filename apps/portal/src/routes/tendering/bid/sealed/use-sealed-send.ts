import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BidContentInput, TenderOfBidderFragment } from '../../../../graphql/generated/graphql';
import type { Submit } from '../../../../graphql/submit';
import { useMe } from '../../../../shell/me';
import { type SentBid, sendSealed } from './sealed-bid';

interface SealedOn {
  tender: TenderOfBidderFragment;
  lot: TenderOfBidderFragment['lots'][number];
  moved: () => Promise<void>;
}

/** Seals a bid and sends it; what was accepted stays here until the page is left, for its bidder to keep. */
export function useSealedSend({ tender, lot, moved }: SealedOn, submit: Submit) {
  const { t } = useTranslation('sealing');
  const { me } = useMe();
  const [kept, setKept] = useState<SentBid | undefined>(undefined);
  const sendClosed = async (bid: BidContentInput, expectedVersion: number): Promise<SentBid | undefined> => {
    let sent: SentBid | undefined;
    const done = await submit.run(async () => {
      const answer = await sendSealed(bid, { tender, lot, expectedVersion, bidder: me?.organization.id ?? '' });
      sent = answer.sent;
      return answer.receipt && !sent ? { errors: [{ path: [], message: t('keep.otherBytes') }] } : answer;
    });
    if (!done || !sent) return undefined;
    setKept(sent);
    await moved();
    return sent;
  };
  return { kept, sendClosed };
}
