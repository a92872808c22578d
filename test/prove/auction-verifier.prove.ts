import { canonicalJson } from '#libs/kernel';
import { type AuctionFile, replay } from '#libs/tendering';
import { type Published, planted, sound } from './auction-verifier/planted.js';
import { holdAuction } from './auction-verifier/random-auction.js';
import { verify } from './auction-verifier/verify.js';
import { equalRow, type Programme, type ProofRun } from './programme.js';
import { noneOf, selfTest } from './support/checker.js';
import { randomOf } from './support/random.js';

const auctions: Record<ProofRun['mode'], number> = { short: 100, full: 1_000 };

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
