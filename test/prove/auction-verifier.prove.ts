import { canonicalJson } from '#libs/kernel';
import {
  type AnnouncedAuction,
  type AuctionAct,
  type AuctionFile,
  type AuctionResult,
  chained,
  openingHash,
  replay,
} from '#libs/tendering';
import { tenderWorld } from '../factories/tender.factory.js';
import { freshDatabase } from '../support/fresh-database.js';
import { type HubAuction, holdAtHub } from './auction-verifier/hub-auctions.js';
import { type Published, planted, sound } from './auction-verifier/planted.js';
import { holdAuction } from './auction-verifier/random-auction.js';
import { verify } from './auction-verifier/verify.js';
import { equalRow, type Programme, type ProofRun } from './programme.js';
import { noneOf, selfTest } from './support/checker.js';
import { provingGround } from './support/proving-ground.js';
import { type Random, randomOf } from './support/random.js';

const auctions: Record<ProofRun['mode'], number> = { short: 100, full: 1_000 };
/** Tenders with an auction for each of their lots, held against a real database. */
const tenders: Record<ProofRun['mode'], { count: number; lots: number }> = {
  short: { count: 4, lots: 3 },
  full: { count: 50, lots: 20 },
};
const kindsHeld = ['ENGLISH', 'ROUNDS', 'DUTCH', 'JAPANESE'] as const satisfies readonly AnnouncedAuction['kind'][];

export default {
  promise: 'Anybody can recompute an auction from its published file, bit for bit, with a programme of his own',
  async run({ mode, seed, say }) {
    const rows = [selfTest(publicationFaults, sound, planted)];
    const random = randomOf(seed);
    const kinds = new Map<string, number>();
    const faults: string[] = [];
    const disagreements: string[] = [];
    const acts = new Set<string>();
    let tried = 0;
    let entries = 0;
    let extensions = 0;
    for (let i = 0; i < auctions[mode]; i++) {
      const held = holdAuction(random, `A${i}`);
      tried += held.tried;
      entries += held.file.ledger.length;
      for (const { act } of held.file.ledger) acts.add(act.kind);
      disagreements.push(...held.disagreements);
      kinds.set(held.file.terms.kind, (kinds.get(held.file.terms.kind) ?? 0) + 1);
      const published = publish(held.file);
      if (!published) faults.push(`A${i} cannot be replayed`);
      else {
        faults.push(...publicationFaults(published));
        extensions += published.result.lines.reduce((sum, line) => sum + line.extensions.length, 0);
      }
    }
    say(
      `  ${[...kinds].map(([kind, count]) => `${count} ${kind}`).join(', ')}; ${entries} entries of ${tried} acts tried, ${extensions} extensions`,
    );
    return [
      ...rows,
      equalRow('kinds of auctions held', kinds.size, 4),
      equalRow('kinds of acts taken in', acts.size, 12),
      noneOf(`${tried} acts tried: hub and verifier disagree whether one is taken in`, disagreements),
      noneOf(`${auctions[mode]} auctions: results that the verifier does not reach bit for bit`, faults),
      ...hubRows(await atHub({ mode, random, say })),
    ];
  },
} satisfies Programme;

function publish(file: AuctionFile): Published | undefined {
  const replayed = replay(file);
  return replayed.ok ? { file, result: replayed.value } : undefined;
}

/** What the verifier has against a publication: it reads the file as text, as a bidder would. */
function publicationFaults({ file, result }: Published): string[] {
  const verified = verify(JSON.stringify(file));
  if ('wrong' in verified) return [`${file.auctionId}: entry ${verified.wrong} is wrong`];
  return verified.result === canonicalJson(result)
    ? []
    : [`${file.auctionId} ${file.terms.kind}: ${verified.result} is not ${canonicalJson(result)}`];
}

/** Auctions that bidders held at random against the hub's own verbs, by the clock of its database. */
async function atHub({ mode, random, say }: Pick<ProofRun, 'mode' | 'say'> & { random: Random }): Promise<HubAuction[]> {
  const ground = await provingGround();
  const db = await freshDatabase();
  try {
    const world = await tenderWorld(db);
    const held: HubAuction[] = [];
    for (let i = 0; i < tenders[mode].count; i++) {
      const kind = kindsHeld[i % kindsHeld.length] ?? 'ENGLISH';
      held.push(...(await holdAtHub(db, { world, random, kind, lots: tenders[mode].lots })));
    }
    const entries = held.reduce((sum, { file }) => sum + (JSON.parse(file) as AuctionFile).ledger.length, 0);
    say(
      `  ${held.length} auctions at the hub; ${entries} entries of ${held.reduce((sum, { tried }) => sum + tried, 0)} acts tried`,
    );
    return held;
  } finally {
    await db.close();
    await ground.close();
  }
}

function hubRows(held: readonly HubAuction[]) {
  const tampered = held.flatMap((one) => tamperings(one).map((file) => ({ file, result: one.result })));
  const missed = tampered.filter(({ file, result }) => reaches(JSON.stringify(file), result));
  return [
    equalRow('kinds of auctions held at the hub', new Set(held.map(({ kind }) => kind)).size, kindsHeld.length),
    noneOf(
      `${held.length} auctions at the hub: results that the verifier does not reach from the exported log`,
      held.filter(({ file, result }) => !reaches(file, result)).map(({ id, kind }) => `${kind} ${id}`),
    ),
    noneOf('acts that bidders were told are taken and that the exported log lacks, or it has besides', held.flatMap(untold)),
    noneOf(
      'auctions that the award would rank otherwise',
      held.filter((one) => !isRankedAlike(one)).map(({ id, kind }) => `${kind} ${id}`),
    ),
    noneOf(
      `${tampered.length} changes of exported logs (an amount, the order, a late bid) that the verifier lets pass`,
      missed.map(({ file }) => file.auctionId),
    ),
  ];
}

function reaches(file: string, result: string): boolean {
  const verified = verify(file);
  return 'result' in verified && verified.result === canonicalJson(JSON.parse(result));
}

function untold({ id, accepted, file }: HubAuction): string[] {
  const entries = (JSON.parse(file) as AuctionFile).ledger
    .filter(({ act }) => act.by === 'BIDDER')
    .map(({ sequence }) => sequence);
  const told = [...accepted].sort((a, b) => a - b);
  return JSON.stringify(told) === JSON.stringify(entries) ? [] : [`${id}: ${told} are not ${entries}`];
}

/** Where nobody took a price that moved by the clock, the bids stand as they were. */
function isRankedAlike({ result, awardOrder }: HubAuction): boolean {
  const [line] = (JSON.parse(result) as { lines: { ranking: { bidderId: string }[] }[] }).lines;
  const ranked = line?.ranking.map(({ bidderId }) => bidderId) ?? [];
  return ranked.length === 0 ? awardOrder.length > 0 : JSON.stringify(ranked) === JSON.stringify(awardOrder);
}

/**
 * An exported log with the amount of a bid that stands changed, with that bid and the next entry in the other order, and with a bid after its seal; chained anew, so that the
 * rules or the result must tell. (A bid that was replaced in its own turn changes no result; of that only the published digest tells.)
 */
function tamperings({ file, result }: HubAuction): AuctionFile[] {
  const { ledger, ...opening } = JSON.parse(file) as AuctionFile;
  const standing = new Set(
    (JSON.parse(result) as AuctionResult).lines.flatMap(({ ranking }) => ranking.map(({ sequence }) => sequence)),
  );
  const again = (entries: readonly { act: AuctionAct; atUs: number }[]): AuctionFile => {
    const made: AuctionFile['ledger'][number][] = [];
    for (const { act, atUs } of entries)
      made.push(chained(made.at(-1) ?? { sequence: 0, hash: openingHash(opening) }, act, atUs));
    return { ...opening, ledger: made };
  };
  const last = ledger.at(-1);
  const at = ledger.findIndex(({ act, sequence }) => act.kind === 'BID' && standing.has(sequence));
  const bid = ledger[at];
  const late = bid && last ? [again([...ledger, { act: bid.act, atUs: last.atUs + 1 }])] : [];
  if (bid?.act.kind !== 'BID') return late;
  const { amount } = bid.act;
  const changed = again(
    ledger.map((entry, i) =>
      i === at ? { ...entry, act: { ...bid.act, amount: (Number(amount) - 0.01).toFixed(2) } as AuctionAct } : entry,
    ),
  );
  const swapped = again(ledger.map((entry, i) => (i === at ? (ledger[at + 1] ?? entry) : i === at + 1 ? bid : entry)));
  return [changed, swapped, ...late];
}
