import type { AuctionDisplay, AuctionTermsFragment, TenderAuctionInput } from '../../../graphql/generated/graphql';
import { decimalOrTyped } from '../../../ui/forms/typed-decimal';

/** The auction of a draft as it is typed; minutes and amounts as text. */
export interface TypedAuction {
  /** KEPT: one that this form does not show, as it came. */
  kind: 'NONE' | 'ENGLISH' | 'KEPT';
  minutes: string;
  step: string;
  display: AuctionDisplay;
  /** Minutes before the close in which a bid moves it by as many; none when empty. */
  softMinutes: string;
  appealMinutes: string;
  kept: TenderAuctionInput | null;
}

export const noAuction: TypedAuction = {
  kind: 'NONE',
  minutes: '30',
  step: '',
  display: 'RANK',
  softMinutes: '2',
  appealMinutes: '',
  kept: null,
};

/** How often a late bid may move the close. */
const extensionsMax = 30;
const minutesOf = (seconds: number | null | undefined): string => (seconds ? String(seconds / 60) : '');
const secondsOf = (minutes: string): number => Math.round(Number(decimalOrTyped(minutes)) * 60);

/** A saved auction as it was typed; what the form cannot show goes back as it came. */
export function typedAuction(auction: AuctionTermsFragment | null | undefined): TypedAuction {
  if (!auction) return noAuction;
  const kept = strippedOf(auction);
  const { softClose, ownStep } = auction;
  const shown =
    auction.kind === 'ENGLISH' &&
    ownStep?.by === 'AMOUNT' &&
    !auction.leadStep &&
    !auction.mustLead &&
    !auction.bigDropPercent &&
    (!softClose || (softClose.triggerSeconds === softClose.lengthSeconds && softClose.extensionsMax === extensionsMax));
  if (!shown) return { ...noAuction, kind: 'KEPT', kept };
  return {
    kind: 'ENGLISH',
    minutes: minutesOf(auction.durationSeconds),
    step: ownStep.value,
    display: auction.display ?? 'RANK',
    softMinutes: minutesOf(softClose?.triggerSeconds),
    appealMinutes: minutesOf(auction.appealSeconds),
    kept,
  };
}

/** What the hub takes; null for no auction. */
export function auctionInput(typed: TypedAuction): TenderAuctionInput | null {
  if (typed.kind === 'NONE') return null;
  if (typed.kind === 'KEPT') return typed.kept;
  const soft = secondsOf(typed.softMinutes);
  return {
    kind: 'ENGLISH',
    durationSeconds: secondsOf(typed.minutes),
    ownStep: { by: 'AMOUNT', value: decimalOrTyped(typed.step) },
    display: typed.display,
    appealSeconds: typed.appealMinutes.trim() === '' ? 0 : secondsOf(typed.appealMinutes),
    ...(soft > 0 ? { softClose: { triggerSeconds: soft, lengthSeconds: soft, extensionsMax, countsFrom: 'CLOSE' } } : {}),
  };
}

/** What of it cannot be sent, by field. */
export function auctionFaults(typed: TypedAuction): ('minutes' | 'step')[] {
  if (typed.kind !== 'ENGLISH') return [];
  return [
    ...(secondsOf(typed.minutes) >= 1 ? [] : (['minutes'] as const)),
    ...(Number(decimalOrTyped(typed.step)) > 0 ? [] : (['step'] as const)),
  ];
}

/** Only what is there: the hub takes no field that says nothing. */
function strippedOf(auction: AuctionTermsFragment): TenderAuctionInput {
  return JSON.parse(JSON.stringify(auction, (_, value: unknown) => (value === null ? undefined : value))) as TenderAuctionInput;
}
