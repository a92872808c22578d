import {
  decodeOcds,
  encodeRelease,
  type NoticeAmount,
  type NoticeAward,
  type NoticeContract,
  type NoticeItem,
  type NoticeParty,
  type PartyName,
  readOcds,
  type TenderNotice,
} from '#libs/documents';
import { isDecimal } from '#libs/kernel';
import type { PublicAward, PublicParty, PublicStatus, PublicTender, Release } from '#libs/tendering';

/** Where a tender or lot stands, in the words of the codelist tenderStatus. */
const statusOf = {
  ACTIVE: 'active',
  COMPLETE: 'complete',
  CANCELLED: 'cancelled',
  UNSUCCESSFUL: 'unsuccessful',
} as const satisfies Record<PublicStatus, string>;

/**
 * The text of a release: the whole public state at its moment, so that the last release of a tender is what all of them come to. What was asked for
 * once stays in the list of items: a line that was dropped with quantity 0. Throws when the text would not be a release.
 */
export function writeRelease(release: Release): string {
  return written(noticeOf(release));
}

/** What the releases of a tender come to, after the last of them: the same state under the tag `compiled`. */
export function compiledRelease(last: string): string {
  const [found] = readOcds(Buffer.from(last)).releases;
  const { document } = found ? decodeOcds(found.release) : {};
  if (!document) throw new Error('a release that was written cannot be read');
  return written({ ...document, number: `${document.process}-compiled`, stages: ['compiled'] });
}

function written(notice: TenderNotice): string {
  const { text, problems } = encodeRelease(notice);
  const faults = problems.filter(({ severity }) => severity === 'error');
  if (faults.length > 0)
    throw new Error(`a release cannot be written: ${faults.map(({ at, code }) => `${at} ${code}`).join(', ')}`);
  return text;
}

function noticeOf({ ocid, releaseId, releasedAt, tags, tender }: Release): TenderNotice {
  const winners = new Map(tender.awards.map(({ supplier }) => [supplier.id, supplier]));
  const itemOf = new Map(itemsOf(tender).map((item) => [item.id, item]));
  return {
    ...{ kind: 'tenderNotice', number: releaseId, process: ocid, publishedAt: releasedAt, stages: tags },
    parties: [
      partyOf(tender.buyer, ['buyer', 'procuringEntity']),
      ...[...winners.values()].map((winner) => partyOf(winner, ['supplier', 'tenderer'])),
    ],
    buyer: nameOf(tender.buyer),
    tender: tenderOf(tender),
    bids: bidsOf(tender),
    awards: tender.awards.map((award) => awardOf(award, itemOf)),
    contracts: tender.awards.flatMap((award) => contractOf(award, tender)),
  };
}

const partyOf = ({ id, name, country, gln, duns }: PublicParty, roles: string[]): NoticeParty => ({
  id,
  name,
  identifiers: [
    ...(gln === null ? [] : [{ scheme: 'GLN', value: gln }]),
    ...(duns === null ? [] : [{ scheme: 'DUNS', value: duns }]),
  ],
  address: { lines: [], country },
  roles,
});

const nameOf = ({ id, name }: PublicParty): PartyName => ({ id, name });

function tenderOf(tender: PublicTender): NonNullable<TenderNotice['tender']> {
  return {
    id: tender.id,
    title: `${tender.number} ${tender.title}`,
    ...(tender.description === null ? {} : { description: tender.description }),
    status: statusOf[tender.status],
    procuringEntity: nameOf(tender.buyer),
    items: itemsOf(tender),
    lots: tender.lots.map(({ id, title, status }) => ({ id, title, status: statusOf[status] })),
    method: 'open',
    category: 'goods',
    awardCriteria: tender.rated ? 'ratedCriteria' : 'priceOnly',
    submissionMethods: ['electronicSubmission'],
    bidding: { start: tender.publishedAt, end: tender.closesAt },
    ...(tender.questionsCloseAt === null ? {} : { enquiries: { start: tender.publishedAt, end: tender.questionsCloseAt } }),
    hasEnquiries: tender.answered,
    ...(tender.agreementFrom === null || tender.agreementTo === null
      ? {}
      : { contracting: { start: dayStart(tender.agreementFrom), end: dayStart(tender.agreementTo) } }),
    ...(tender.bids === null ? {} : { numberOfTenderers: String(tender.bids.bidders) }),
    tenderers: [],
    documents: tender.documents.map(({ id, title, mediaType, addedAt }) => ({
      ...{ id, title, mediaType, type: 'biddingDocuments', publishedAt: addedAt },
    })),
    amendments: tender.amendments.map(({ version, reason, madeAt }) => ({ id: String(version), on: madeAt, reason })),
  };
}

const dayStart = (day: string): string => `${day}T00:00:00Z`;

const itemsOf = ({ lines }: PublicTender): NoticeItem[] =>
  lines.map(({ id, lotId, partNumber, description, quantity, unit, dropped }) => ({
    id,
    description: partNumber === null ? description : `${partNumber} ${description}`,
    quantity: dropped ? '0' : quantity,
    unit,
    lot: lotId,
  }));

/** Measures of the codelist of the bids extension. */
const bidsOf = ({ bids }: PublicTender): TenderNotice['bids'] =>
  bids === null
    ? []
    : [
        { id: 'bidders', measure: 'bidders', value: String(bids.bidders) },
        { id: 'bids', measure: 'bids', value: String(bids.bids) },
      ];

/** A sum beyond what any amount of the hub may be is not told: the release would not be one. */
const worth = (amount: string, currency: string): { value?: NoticeAmount } =>
  isDecimal(amount) ? { value: { amount, currency } } : {};

function awardOf(
  { id, cancelled, pending, awardedAt, amount, currency, supplier, lines }: PublicAward,
  itemOf: ReadonlyMap<string, NoticeItem>,
): NoticeAward {
  return {
    ...{ id, status: cancelled ? 'cancelled' : pending ? 'pending' : 'active', on: awardedAt, ...worth(amount, currency) },
    suppliers: [nameOf(supplier)],
    items: lines.map(({ lineId, quantity, unit }) => ({ ...itemOf.get(lineId), id: lineId, quantity, unit })),
    documents: [],
    amendments: [],
  };
}

/** What came of an award: the order stands from that moment, the agreement on its days. */
function contractOf(
  { id, contract, cancelled, awardedAt, amount, currency }: PublicAward,
  tender: PublicTender,
): NoticeContract[] {
  if (contract === null) return [];
  const { agreementFrom: from, agreementTo: to } = tender;
  const period =
    contract.kind === 'AGREEMENT' && from !== null && to !== null ? { period: { start: dayStart(from), end: dayStart(to) } } : {};
  return [
    {
      ...{ id: contract.id, award: id, status: cancelled ? 'cancelled' : 'active', ...period, ...worth(amount, currency) },
      ...{ items: [], signedOn: awardedAt, documents: [], amendments: [] },
    },
  ];
}
