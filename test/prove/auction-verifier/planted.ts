import { type AuctionAct, type AuctionFile, type AuctionResult, chained, openingHash, replay } from '#libs/tendering';
import type { Planted } from '../support/checker.js';

/** What was published: the file, and the result that is claimed to follow from it. */
export interface Published {
  file: AuctionFile;
  result: AuctionResult;
}

const second = 1_000_000;
const opensAtUs = 1_800_000_000 * second;
const closesAtUs = opensAtUs + 600 * second;

const opening = {
  format: 'entrepot-auction',
  version: 1,
  auctionId: 'T-2027-000001',
  terms: {
    kind: 'ENGLISH',
    currency: 'EUR',
    scale: 2,
    previewAtUs: opensAtUs,
    opensAtUs,
    appealUs: 60 * second,
    lines: [{ lineId: 'a', closesAtUs }],
    ownStep: { by: 'AMOUNT', value: '1' },
    leadStep: { by: 'AMOUNT', value: '1' },
    mustLead: false,
    display: 'RANK',
    softClose: { triggerUs: 120 * second, extends: 'LINE', countsFrom: 'CLOSE', lengthUs: 180 * second, extensionsMax: 3 },
  },
  bidders: ['north', 'east', 'south'].map((bidderId) => ({
    bidderId,
    coefficient: bidderId === 'south' ? '9/7' : '1',
    addition: '0',
    first: { a: { amount: '100', atUs: opensAtUs - second } },
  })),
} as const satisfies Omit<AuctionFile, 'ledger'>;

const bid = (bidderId: string, amount: string): AuctionAct => ({ kind: 'BID', by: 'BIDDER', bidderId, lineId: 'a', amount });
const acts: readonly [AuctionAct, number][] = [
  [bid('north', '76'), opensAtUs + second],
  [{ kind: 'PROXY', by: 'BIDDER', bidderId: 'south', lineId: 'a', floor: '90' }, opensAtUs + 2 * second],
  [bid('east', '60'), opensAtUs + 3 * second],
  [{ kind: 'VOID_BID', by: 'BUYER', sequence: 3, reason: 'a digit was missing' }, opensAtUs + 4 * second],
  [{ kind: 'PAUSE', by: 'BUYER', fromUs: opensAtUs + 5 * second, reason: 'a line is down' }, opensAtUs + 5 * second],
  [{ kind: 'RESUME', by: 'BUYER' }, opensAtUs + 65 * second],
  [bid('north', '73'), closesAtUs + 59 * second],
  [bid('east', '76'), closesAtUs + 60 * second],
  [{ kind: 'SEAL', by: 'CLOCK' }, closesAtUs + 800 * second],
];

function fileOf(entries: readonly [AuctionAct, number][], other: Partial<AuctionFile> = {}): AuctionFile {
  const head = { ...opening, ...other };
  let previous = { sequence: 0, hash: openingHash(head) };
  const ledger = entries.map(([act, atUs]) => {
    const entry = chained(previous, act, atUs);
    previous = entry;
    return entry;
  });
  return { ...head, ledger };
}

function resultOf(file: AuctionFile): AuctionResult {
  const replayed = replay(file);
  if (!replayed.ok) throw new Error(`the sound auction is not: ${JSON.stringify(replayed.errors)}`);
  return replayed.value;
}

const file = fileOf(acts);
export const sound: Published = { file, result: resultOf(file) };

type LineOf = AuctionResult['lines'][number];

const claiming = (name: string, change: (line: LineOf) => LineOf): Planted<Published> => ({
  name,
  evidence: { file, result: { ...sound.result, lines: sound.result.lines.map(change) } },
});
const withActs = (name: string, change: (entries: [AuctionAct, number][]) => [AuctionAct, number][]): Planted<Published> => ({
  name,
  evidence: { file: fileOf(change([...acts])), result: sound.result },
});
const withLedger = (
  name: string,
  change: (ledger: AuctionFile['ledger'][number][]) => AuctionFile['ledger'][number][],
): Planted<Published> => ({
  name,
  evidence: { file: { ...file, ledger: change([...file.ledger]) }, result: sound.result },
});
const withAct = (at: number, act: AuctionAct, atUs?: number) => (entries: [AuctionAct, number][]) =>
  entries.map((entry, i): [AuctionAct, number] => (i === at ? [act, atUs ?? entry[1]] : entry));

/** What a published auction must not get away with. Where entries are changed, their chain is made anew: only the rules can tell. */
export const planted: readonly Planted<Published>[] = [
  claiming('the second is said to have won', (line) => ({
    ...line,
    ranking: [line.ranking[1]!, line.ranking[0]!, line.ranking[2]!].map((row, i) => ({ ...row, rank: i + 1 })),
  })),
  claiming('the winner is said to have bid a cent less', (line) => ({
    ...line,
    ranking: line.ranking.map((row, i) => (i === 0 ? { ...row, amount: '92.56' } : row)),
  })),
  claiming('K is left out of a value', (line) => ({
    ...line,
    ranking: line.ranking.map((row) => ({ ...row, value: row.amount })),
  })),
  claiming('an extension is not told', (line) => ({ ...line, extensions: line.extensions.slice(1) })),
  claiming('it is said to have closed without the pause', (line) => ({ ...line, closedAtUs: line.closedAtUs - 60 * second })),
  claiming('a void bid is said to stand', (line) => ({ ...line, bids: line.bids.map((b) => ({ ...b, isVoid: false })) })),
  claiming('a bid of the proxy is left out', (line) => ({ ...line, bids: line.bids.filter((b) => b.origin !== 'PROXY') })),
  withActs('a bid undercuts by less than the step', withAct(6, bid('north', '74.5'))),
  withActs('a bid comes after the close', withAct(7, bid('east', '70'), closesAtUs + 240 * second + 1)),
  withActs('a bid is entered during the pause', (entries) => [
    ...entries.slice(0, 5),
    [bid('east', '70'), opensAtUs + 10 * second],
    ...entries.slice(5),
  ]),
  withActs('a stranger bids', withAct(7, bid('west', '74'))),
  withActs('the log is sealed before the close', withAct(8, { kind: 'SEAL', by: 'CLOCK' }, closesAtUs + 240 * second)),
  withActs('a bid comes after the seal', (entries) => [...entries, [bid('east', '70'), closesAtUs + 801 * second]]),
  withActs('time runs back', withAct(1, acts[1]![0], opensAtUs)),
  withActs('a bid is gone without a trace', (entries) => entries.filter((_, i) => i !== 6)),
  withActs('the seal is cut off', (entries) => entries.slice(0, -1)),
  withActs('a bid is lower than it was', withAct(6, bid('north', '72'))),
  withLedger('an entry is changed, the chain is not', (ledger) =>
    ledger.map((entry, i) => (i === 6 ? { ...entry, act: bid('north', '73.00') } : entry)),
  ),
  withLedger('two entries change places', (ledger) =>
    ledger.map((entry, i) => (i === 6 ? ledger[7]! : i === 7 ? ledger[6]! : entry)),
  ),
  withLedger('an entry is cut out', (ledger) => ledger.filter((_, i) => i !== 3)),
  {
    name: 'the terms are changed afterwards',
    evidence: { file: { ...file, terms: { ...opening.terms, mustLead: true } }, result: sound.result },
  },
];
