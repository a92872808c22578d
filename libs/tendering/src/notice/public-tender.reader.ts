import { exact, lineAmount, minorUnits, plus, rounded } from '#libs/kernel';
import { one, rows, type Work } from '#libs/platform';
import type { Award, AwardLine } from '../awarding/award.entity.js';
import { awardsOf } from '../awarding/award.reader.js';
import { waitingStandstills } from '../standstill/standstill.reader.js';
import type { Lot, Tender } from '../tender/tender.entity.js';
import type { LotStatus } from '../tender/tender.lifecycle.js';
import { documentsOf, linesOf } from '../tender/tender.reader.js';
import type { PublicAward, PublicLine, PublicParty, PublicStatus, PublicTender } from './public-tender.entity.js';

/** What is said of a tender until its last lot has ended is that it goes on: a clock alone publishes nothing. */
const statusOf: Readonly<Record<LotStatus, PublicStatus>> = {
  DRAFT: 'ACTIVE',
  ANNOUNCED: 'ACTIVE',
  BIDDING: 'ACTIVE',
  CLOSED: 'ACTIVE',
  EVALUATION: 'ACTIVE',
  STANDSTILL: 'ACTIVE',
  AWARDED: 'COMPLETE',
  UNSUCCESSFUL: 'UNSUCCESSFUL',
  CANCELLED: 'CANCELLED',
};

/** Everything that everybody may read of a published tender of the acting buyer, and nothing else. */
export async function publicTender(work: Work, tender: Tender): Promise<PublicTender> {
  const [awards = []] = await awardsOf(work, [tender.id]);
  const waiting = await waitingStandstills(work, tender);
  const [documents = []] = await documentsOf(work, [tender.id]);
  const parties = await partiesOf(work, [tender.orgId, ...awards.map(({ supplierId }) => supplierId)]);
  const counts = await countsOf(work, tender);
  const lots = tender.lots.map(publicLot);
  const { id, number, version, title, description, currency, deliveryTerm, paymentDays, agreementFrom, agreementTo } = tender;
  return {
    ...{ id, number, version, title, description, currency, deliveryTerm, paymentDays, agreementFrom, agreementTo },
    buyer: partyIn(parties, tender.orgId),
    rated: tender.formula.kind !== 'LOWEST_PRICE',
    status: statusOf[tender.status],
    publishedAt: instant(tender.publishedAt),
    closesAt: [instant(tender.closesAt), ...lots.map(({ closesAt }) => closesAt)].sort().at(-1) ?? '',
    questionsCloseAt: tender.questionsCloseAt ? instant(tender.questionsCloseAt) : null,
    answered: counts.answered,
    lots,
    lines: (await linesOf(work, tender)).map(
      ({ droppedIn, lotId, partNumber, needBy, alternatesAllowed, quantity, unit, ...line }): PublicLine => ({
        ...{ id: line.id, lotId, number: line.number, partNumber, description: line.description, quantity, unit },
        ...{ needBy, alternatesAllowed, dropped: droppedIn !== null },
      }),
    ),
    documents: documents.map(({ id: documentId, title: named, name, mediaType, addedAt }) => ({
      ...{ id: documentId, title: named, name, mediaType, addedAt: instant(addedAt) },
    })),
    amendments: await amendmentsOf(work, tender),
    bids: counts.opened ? { bidders: counts.bidders, bids: counts.bids } : null,
    awards: awards.map((award) => ({
      ...publicAward(award, parties),
      ...(waiting.has(award.standstillId ?? '') ? { pending: true as const } : {}),
    })),
  };
}

const instant = (date: Date | null): string => (date ?? new Date(0)).toISOString();

const publicLot = ({ id, title, status, rounds }: Lot): PublicTender['lots'][number] => ({
  ...{ id, title, status: statusOf[status] },
  // Later rounds are for those who were let in, and so is their deadline.
  closesAt: instant(rounds[0]?.closesAt ?? null),
});

function publicAward(award: Award, parties: Parties): PublicAward {
  const { id, lotId, currency, lines, makes } = award;
  const made = award.agreementId !== null || award.orderId !== null;
  return {
    ...{ id, lotId, currency, awardedAt: instant(award.awardedAt), cancelled: award.cancelledAt !== null },
    supplier: partyIn(parties, award.supplierId),
    amount: rounded(plus(...lines.map((line) => exact(amountOf(line)))), minorUnits(currency)),
    lines: lines.map(({ lineId, quantity, unit }) => ({ lineId, quantity, unit })),
    contract: made ? { id: `${id}-contract`, kind: makes === 'AGREEMENTS' ? 'AGREEMENT' : 'ORDER' } : null,
  };
}

const amountOf = ({ price, basis, currency, priceUnit, quantity, unit, factorNum, factorDen }: AwardLine): string =>
  lineAmount({
    price: { amount: price, basis, currency, unit: priceUnit },
    quantity: { value: quantity, unit },
    factor: { numerator: factorNum, denominator: factorDen },
  }).amount;

type Parties = ReadonlyMap<string, PublicParty>;

async function partiesOf(work: Work, ids: readonly string[]): Promise<Parties> {
  const found = await rows<PublicParty>(
    work,
    'select o.id, o.name, o.country, o.gln, o.duns from organizations.organization o where o.id = any ($1)',
    [ids],
  );
  return new Map(found.map((party) => [party.id, party]));
}

function partyIn(parties: Parties, id: string): PublicParty {
  const party = parties.get(id);
  if (!party) throw new Error(`there is no organisation ${id}`);
  return party;
}

/** All versions after the first: a release names each. */
async function amendmentsOf(work: Work, { orgId, id }: Tender): Promise<PublicTender['amendments']> {
  const found = await rows<{ version: number; reason: string; madeAt: Date }>(
    work,
    'select a.version, a.reason, a.made_at as "madeAt" from tendering.amendment a where a.org_id = $1 and a.tender_id = $2 and a.version > 1 order by a.version',
    [orgId, id],
  );
  return found.map(({ madeAt, ...amendment }) => ({ ...amendment, madeAt: instant(madeAt) }));
}

interface Counts {
  answered: boolean;
  opened: boolean;
  bidders: number;
  bids: number;
}

/** How many bid in the first round, once the bids of every lot are open: the wall shows the buyer no others, so a count before would be of some lots only. */
async function countsOf(work: Work, { orgId, id }: Tender): Promise<Counts> {
  const found = await one<Counts>(
    work,
    `select exists (select from tendering.question q where q.org_id = $1 and q.tender_id = $2 and q.answered_at is not null) as answered,
       not exists (select from tendering.lot l join tendering.lot_round r on r.org_id = l.org_id and r.lot_id = l.id and r.round = 1
         where l.org_id = $1 and l.tender_id = $2 and l.cancelled_at is null and (r.closed_at is null or r.bids_from is null or r.bids_from > clock_timestamp())) as opened,
       count(distinct b.org_id)::integer as bidders, count(b.id)::integer as bids
     from tendering.lot l left join tendering.bid b on b.counterparty_id = l.org_id and b.lot_id = l.id and b.round = 1 and b.withdrawn_at is null and b.tender_version >= l.confirm_from
     where l.org_id = $1 and l.tender_id = $2`,
    [orgId, id],
  );
  if (!found) throw new Error('a count gives a row');
  return found;
}
