import { compare, type DecimalText, exact, minorUnits, plus, type Rational, rounded, times } from '#libs/kernel';
import { rows, type Work } from '#libs/platform';
import type { NamedAward } from '../awarding/award-products.js';
import { unitPrices } from '../judging/comparison.js';
import type { JudgedLot } from '../judging/evaluation.js';
import { rulePackOf } from '../rules/rule-packs.data.js';
import { openingsOfTenders } from '../sealed/sealing.reader.js';
import type { Tender } from '../tender/tender.entity.js';
import type { AwardNotice, NoticedWinner } from './standstill.entity.js';

/** A letter as it is kept. */
export interface AwardLetter {
  supplierId: string;
  body: Omit<AwardNotice, 'supplierId' | 'sentAt'>;
}

/** What letters say besides the evaluation. */
interface Known {
  tender: Tender;
  names: ReadonlyMap<string, string>;
  /** Bids of which an envelope was judged to fail. */
  failed: ReadonlySet<string>;
}

/** Who the winners are by name, and which of the bids that nobody read failed. */
export async function knownOf(
  work: Work,
  { tender, judged, awards }: { tender: Tender; judged: readonly JudgedLot[]; awards: readonly NamedAward[] },
): Promise<Known> {
  const found = await rows<{ id: string; name: string }>(
    work,
    'select o.id, o.name from organizations.organization o where o.id = any ($1)',
    [[...new Set(awards.map(({ compared }) => compared.bid.orgId))]],
  );
  const isSealed = judged.some(({ unread }) => unread.length > 0);
  const [openings = []] = isSealed ? await openingsOfTenders(work, [tender.id]) : [];
  return {
    tender,
    names: new Map(found.map(({ id, name }) => [id, name])),
    failed: new Set(openings.flatMap(({ bidId, verdict }) => (verdict === 'FAILED' ? [bidId] : []))),
  };
}

/** One letter to everybody who bid: whoever won, his own place, and why his bid was not ranked; to who was shut out before the prices, too. */
export function lettersOf(judged: JudgedLot, awards: readonly NamedAward[], known: Known): AwardLetter[] {
  const { bids, unread, evaluation, incomplete } = judged;
  const { facts } = rulePackOf(known.tender.rulePack).notice;
  const won = new Set(awards.map(({ compared }) => compared.bid.orgId));
  const winners = facts.includes('WINNER') ? winnersOf(judged, awards, known) : [];
  const ranked = evaluation.ranking.length;
  const read = bids.map(
    ({ bid }): AwardLetter => ({
      supplierId: bid.orgId,
      body: {
        outcome: won.has(bid.orgId) ? 'AWARDED' : 'NOT_AWARDED',
        rank: facts.includes('RANK') ? (evaluation.ranking.find((one) => one.bid.bidId === bid.id)?.rank ?? null) : null,
        ranked,
        refused: [
          ...(evaluation.refused.find(({ bidId }) => bidId === bid.id)?.reasons ?? []).map(({ reason }) => reason),
          ...(incomplete.includes(bid.id) ? ['INCOMPLETE'] : []),
        ],
        winners,
      },
    }),
  );
  const shut = unread.map(({ orgId, id }): AwardLetter => {
    const refused = [known.failed.has(id) ? 'ENVELOPE_FAILED' : 'UNOPENABLE'];
    return { supplierId: orgId, body: { outcome: 'NOT_AWARDED', rank: null, ranked, refused, winners } };
  });
  return [...read, ...shut];
}

/** Each winner once, with all that he gets. */
function winnersOf(judged: JudgedLot, awards: readonly NamedAward[], { tender, names }: Known): NoticedWinner[] {
  const { facts } = rulePackOf(tender.rulePack).notice;
  const suppliers = [...new Set(awards.map(({ compared }) => compared.bid.orgId))];
  return suppliers.map((supplierId) => {
    const own = awards.filter(({ compared }) => compared.bid.orgId === supplierId);
    return {
      supplierId,
      name: names.get(supplierId) ?? '',
      rank: facts.includes('RANK') ? (own[0]?.rank ?? null) : null,
      amount: facts.includes('AMOUNT') ? amountOf(judged, own, tender) : null,
    };
  });
}

/** What a bidder gets costs on the basis of the comparison: the whole lot as it was compared, parts of it by their lines. */
function amountOf({ lines }: JudgedLot, own: readonly NamedAward[], tender: Tender): DecimalText | null {
  const compared = own[0]?.compared;
  if (!compared) return null;
  const awarded = own.flatMap((award) => award.lines);
  const isWhole = lines.every(({ id, quantity }) =>
    awarded.some((one) => one.lineId === id && compare(one.quantity, quantity) === 0),
  );
  const parts = awarded.flatMap(({ lineId, quantity }): Rational[] => {
    const line = lines.find(({ id }) => id === lineId);
    const offered = compared.lines.find((one) => one.lineId === lineId)?.offered;
    const { content } = compared.bid;
    const [price] = (line && offered && content && unitPrices(tender, { line, offered, content }, [quantity])) ?? [];
    return price ? [times(price, exact(quantity))] : [];
  });
  const total = isWhole ? compared.total : parts.length === awarded.length ? plus(...parts) : null;
  return total && rounded(total, minorUnits(tender.currency));
}
