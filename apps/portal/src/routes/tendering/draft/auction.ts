import type { AuctionDisplay, AuctionKind, AuctionTermsFragment, TenderAuctionInput } from '../../../graphql/generated/graphql';
import { decimalOrTyped } from '../../../ui/forms/typed-decimal';

/** The numbers of auctions as they are typed: times in minutes, prices that move by the clock in per cent of the best bid. */
export const auctionNumbers = [
  'minutes',
  'step',
  'softMinutes',
  'rounds',
  'turnMinutes',
  'firstPauseMinutes',
  'pauseMinutes',
  'startPercent',
  'risePercent',
  'ceilingPercent',
  'floorPercent',
  'tickMinutes',
  'appealMinutes',
] as const;
export type AuctionNumber = (typeof auctionNumbers)[number];
type Numbers = Record<AuctionNumber, string>;

/** What each kind asks for, in the order of the form. */
export const numbersOf: Readonly<Record<AuctionKind, readonly AuctionNumber[]>> = {
  ENGLISH: ['minutes', 'step', 'softMinutes', 'appealMinutes'],
  ROUNDS: ['rounds', 'turnMinutes', 'firstPauseMinutes', 'pauseMinutes', 'step', 'appealMinutes'],
  DUTCH: ['startPercent', 'risePercent', 'ceilingPercent', 'tickMinutes', 'appealMinutes'],
  JAPANESE: ['startPercent', 'step', 'floorPercent', 'tickMinutes', 'appealMinutes'],
};

/** The auction of a draft as it is typed. */
export interface TypedAuction {
  /** KEPT: one that this form does not show, as it came. */
  kind: 'NONE' | AuctionKind | 'KEPT';
  /** What the step is: an amount, or per cent. */
  stepBy: 'AMOUNT' | 'PERCENT';
  display: AuctionDisplay;
  numbers: Numbers;
  kept: TenderAuctionInput | null;
}

/** Rounds as ProZorro has them; a Dutch auction begins well below the best bid, a Japanese one at it. */
const usual: Numbers = {
  minutes: '30',
  step: '',
  softMinutes: '2',
  rounds: '3',
  turnMinutes: '2',
  firstPauseMinutes: '5',
  pauseMinutes: '2',
  startPercent: '',
  risePercent: '1',
  ceilingPercent: '100',
  floorPercent: '70',
  tickMinutes: '1',
  appealMinutes: '',
};
export const noAuction: TypedAuction = { kind: 'NONE', stepBy: 'AMOUNT', display: 'RANK', numbers: usual, kept: null };

/** How often a late bid may move the close. */
const extensionsMax = 30;
const minutesOf = (seconds: number | null | undefined): string => (seconds ? String(seconds / 60) : '');
const secondsOf = (minutes: string): number => Math.round(Number(decimalOrTyped(minutes)) * 60);

/** A saved auction as it was typed; what the form cannot show goes back as it came. */
export function typedAuction(auction: AuctionTermsFragment | null | undefined): TypedAuction {
  if (!auction) return noAuction;
  const kept = strippedOf(auction);
  if (!isShown(auction)) return { ...noAuction, kind: 'KEPT', kept };
  const step = auction.ownStep ?? auction.fall;
  const said: Partial<Numbers> = {
    minutes: minutesOf(auction.durationSeconds),
    step: step?.value ?? '',
    softMinutes: minutesOf(auction.softClose?.triggerSeconds),
    rounds: auction.rounds == null ? '' : String(auction.rounds),
    turnMinutes: minutesOf(auction.turnSeconds),
    firstPauseMinutes: minutesOf(auction.firstPauseSeconds),
    pauseMinutes: minutesOf(auction.pauseSeconds),
    startPercent: auction.startPercent ?? '',
    risePercent: auction.risePercent ?? '',
    ceilingPercent: auction.ceilingPercent ?? '',
    floorPercent: auction.floorPercent ?? '',
    tickMinutes: minutesOf(auction.tickSeconds),
    appealMinutes: minutesOf(auction.appealSeconds),
  };
  const own = Object.fromEntries(numbersOf[auction.kind].map((name) => [name, said[name] ?? '']));
  return {
    kind: auction.kind,
    stepBy: step?.by ?? 'AMOUNT',
    display: auction.display ?? 'RANK',
    numbers: { ...usual, ...own },
    kept,
  };
}

/** Whether the form shows all of it. */
function isShown({ kind, softClose, leadStep, mustLead, bigDropPercent }: AuctionTermsFragment): boolean {
  if (kind !== 'ENGLISH') return true;
  if (leadStep || mustLead || bigDropPercent) return false;
  if (!softClose) return true;
  const { triggerSeconds, lengthSeconds, countsFrom, lowestTriggeringRank, totalSecondsMax } = softClose;
  const capped = lowestTriggeringRank != null || totalSecondsMax != null;
  return triggerSeconds === lengthSeconds && softClose.extensionsMax === extensionsMax && countsFrom === 'CLOSE' && !capped;
}

/** What the hub takes; null for no auction. */
export function auctionInput(typed: TypedAuction): TenderAuctionInput | null {
  const { kind, numbers, stepBy } = typed;
  if (kind === 'NONE') return null;
  if (kind === 'KEPT') return typed.kept;
  const step = { by: stepBy, value: decimalOrTyped(numbers.step) };
  const percent = (name: 'startPercent' | 'risePercent' | 'ceilingPercent' | 'floorPercent') => decimalOrTyped(numbers[name]);
  const appealSeconds = numbers.appealMinutes.trim() === '' ? 0 : secondsOf(numbers.appealMinutes);
  const tickSeconds = secondsOf(numbers.tickMinutes);
  if (kind === 'ROUNDS')
    return {
      ...{ kind, ownStep: step, appealSeconds, rounds: Number(numbers.rounds), turnSeconds: secondsOf(numbers.turnMinutes) },
      ...{ firstPauseSeconds: secondsOf(numbers.firstPauseMinutes), pauseSeconds: secondsOf(numbers.pauseMinutes) },
    };
  if (kind === 'DUTCH')
    return {
      ...{ kind, startPercent: percent('startPercent'), risePercent: percent('risePercent') },
      ...{ ceilingPercent: percent('ceilingPercent'), tickSeconds, appealSeconds },
    };
  if (kind === 'JAPANESE')
    return {
      kind,
      startPercent: percent('startPercent'),
      fall: step,
      floorPercent: percent('floorPercent'),
      tickSeconds,
      appealSeconds,
    };
  const soft = secondsOf(numbers.softMinutes);
  return {
    ...{ kind, durationSeconds: secondsOf(numbers.minutes), ownStep: step, display: typed.display, appealSeconds },
    ...(soft > 0 ? { softClose: { triggerSeconds: soft, lengthSeconds: soft, extensionsMax, countsFrom: 'CLOSE' } } : {}),
  };
}

/** May be left empty: none then. */
const optional: readonly AuctionNumber[] = ['softMinutes', 'appealMinutes', 'firstPauseMinutes', 'pauseMinutes'];

/** What of it cannot be sent, by field. Whether the numbers make sense together the hub says itself. */
export function auctionFaults({ kind, numbers }: TypedAuction): AuctionNumber[] {
  if (kind === 'NONE' || kind === 'KEPT') return [];
  return numbersOf[kind].filter((name) => {
    const value = Number(decimalOrTyped(numbers[name].trim() || (optional.includes(name) ? '0' : '')));
    if (optional.includes(name)) return !(value >= 0);
    if (name === 'rounds') return !(Number.isInteger(value) && value >= 1 && value <= 20);
    return !(value > 0);
  });
}

/** Only what is there: the hub takes no field that says nothing. */
function strippedOf(auction: AuctionTermsFragment): TenderAuctionInput {
  return JSON.parse(JSON.stringify(auction, (_, value: unknown) => (value === null ? undefined : value))) as TenderAuctionInput;
}
