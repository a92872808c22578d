import { randomUUID } from 'node:crypto';
import type { FreshDatabase } from '../../support/fresh-database.js';
import type { Trade } from './trade.js';

/** What an argument of this name identifies: a table, or one of the two parties. A new name that is not here fails the programme. */
const kinds: Readonly<Record<string, string>> = {
  add: 'buyer',
  agreementId: 'supply.agreement',
  aliasId: 'catalog.part_alias',
  approvalId: 'catalog.interchange_approval',
  apiKeyId: 'organizations.api_key',
  auctionId: 'tendering.auction',
  auctionIds: 'tendering.auction',
  awardId: 'tendering.award',
  basketId: 'procurement.basket',
  bidId: 'tendering.bid',
  bidIds: 'tendering.bid',
  billToId: 'organizations.site',
  certificateId: 'procurement.line_certificate',
  challengeId: 'tendering.challenge',
  contentId: 'catalog.part_content',
  fileId: 'platform.file',
  lotId: 'supply.lot',
  // An open contracting id ends with the id of its tender; nobody's private tender is found by one.
  ocid: 'tendering.tender',
  ruleId: 'procurement.gate_rule',
  breakGlassId: 'organizations.break_glass',
  buyerId: 'buyer',
  catalogue: 'supply.catalogue',
  catalogueId: 'supply.catalogue',
  correctionId: 'catalog.identity_correction',
  fromId: 'catalog.part',
  groupId: 'supply.audience',
  groupIds: 'supply.audience',
  intoId: 'catalog.part',
  keyId: 'tendering.officer_key',
  holdId: 'supply.stock_hold',
  holdIds: 'supply.stock_hold',
  holderId: 'procurement.basket',
  invitationId: 'organizations.invitation',
  lineId: 'procurement.basket_line',
  manufacturerId: 'catalog.manufacturer',
  dropLineIds: 'tendering.tender_line',
  fromTenderId: 'tendering.tender',
  fromPartId: 'catalog.part',
  linkId: 'catalog.interchange_link',
  linkOrg: 'buyer',
  manufacturers: 'catalog.manufacturer',
  memberId: 'organizations.member',
  mergeId: 'catalog.manufacturer_merge',
  messageId: 'exchange.message',
  noticeIds: 'procurement.watch_notice',
  offerId: 'supply.offer',
  orderId: 'procurement.purchase_order',
  orderIds: 'procurement.purchase_order',
  organizationId: 'supplier',
  partId: 'catalog.part',
  partIds: 'catalog.part',
  partnerId: 'supplier',
  policyId: 'procurement.priority_policy',
  profileId: 'exchange.partner_profile',
  promiseId: 'supply.promise',
  questionId: 'tendering.question',
  rateId: 'supply.exchange_rate',
  remove: 'buyer',
  requestId: 'procurement.urgent_request',
  rotableId: 'procurement.rotable',
  scenarioId: 'tendering.award_scenario',
  scheduleId: 'procurement.schedule_line',
  shipTo: 'organizations.site',
  shipToId: 'organizations.site',
  shipToSiteId: 'organizations.site',
  siteId: 'organizations.site',
  successorId: 'catalog.manufacturer',
  supplierId: 'supplier',
  supplierIds: 'supplier',
  suppliers: 'supplier',
  sessionId: 'tendering.opening_session',
  standstillId: 'tendering.standstill',
  tenderId: 'tendering.tender',
  tenderIds: 'tendering.tender',
  toPartId: 'another part',
  uploadId: 'supply.upload',
  watchId: 'procurement.watch',
};

/** The argument `id`, by the field or route that takes it. */
const ownId: Readonly<Record<string, string>> = {
  agreement: 'supply.agreement',
  basket: 'procurement.basket',
  catalogue: 'supply.catalogue',
  files: 'supply.lot_certificate',
  message: 'exchange.message',
  messages: 'exchange.message',
  offer: 'supply.offer',
  order: 'procurement.purchase_order',
  organization: 'supplier',
  part: 'catalog.part',
  rotable: 'procurement.rotable',
  storedPromise: 'supply.promise',
  openingSession: 'tendering.opening_session',
  auction: 'tendering.auction',
  tender: 'tendering.tender',
  upload: 'supply.upload',
  urgentRequest: 'procurement.urgent_request',
  uploads: 'supply.upload',
};

/** Fields that mean something of their own by the name of an argument. */
const special: Readonly<Record<string, string>> = {
  'askingCalls.profileId': 'supply.asking_profile',
  'releaseGate.lineId': 'procurement.order_line',
  'removeAsking.profileId': 'supply.asking_profile',
  'reviewCertificate.fileId': 'procurement.certificate_file',
  'showLotCertificate.certificateId': 'supply.lot_certificate',
  'testAsking.profileId': 'supply.asking_profile',
  'amendTender.lotId': 'tendering.lot',
  'askQuestion.lotId': 'tendering.lot',
  'awardTender.lotId': 'tendering.lot',
  'confirmBid.lotId': 'tendering.lot',
  'evaluateTender.lotId': 'tendering.lot',
  'openBids.lotId': 'tendering.lot',
  'openRound.lotId': 'tendering.lot',
  'saveBid.lotId': 'tendering.lot',
  'saveScenario.lotIds': 'tendering.lot',
  'saveScenario.lineIds': 'tendering.tender_line',
  'startAuction.lotId': 'tendering.lot',
  'submitBid.lotId': 'tendering.lot',
  'withdrawBid.lotId': 'tendering.lot',
  'judgeEnvelope.lotId': 'tendering.lot',
  'openEnvelopes.lotId': 'tendering.lot',
  'releaseHalf.lotId': 'tendering.lot',
  'submitSealedBid.lotId': 'tendering.lot',
  'amendTender.lineId': 'tendering.tender_line',
  'awardTender.lineId': 'tendering.tender_line',
  'saveBid.lineId': 'tendering.tender_line',
  'submitBid.lineId': 'tendering.tender_line',
};

/** The kind of an id-taking argument, undefined when nobody has said what it identifies. */
export function kindOf(name: string, field: string): string | undefined {
  return special[`${field}.${name}`] ?? (name === 'id' ? ownId[field] : kinds[name]);
}

/** One id of each kind, out of a trade. */
export type Ids = ReadonlyMap<string, string>;

/** Of several offers the one for chosen buyers only, of several uploads the one that waits: what others must not know. */
const choice: Readonly<Record<string, string>> = {
  'tendering.bid': `tender_id in (select id from tendering.tender where confidentiality <> 'SEALED')`,
  'tendering.lot': `tender_id in (select id from tendering.tender where confidentiality <> 'SEALED')`,
  'tendering.tender': `confidentiality <> 'SEALED'`,
  'tendering.tender_line': `tender_id in (select id from tendering.tender where confidentiality <> 'SEALED')`,
  'catalog.interchange_link': `visibility = 'PRIVATE'`,
  'procurement.gate_rule': `speaks_for = 'BUYER'`,
  'supply.lot': 'audience is not null',
  'supply.lot_certificate': 'audience is not null',
  'supply.offer': 'audience is not null',
  'supply.upload': `state not in ('PUBLISHED')`,
};

export async function idsOf(db: FreshDatabase, { buyer, supplier }: Trade): Promise<Ids> {
  const ids = new Map([
    ['buyer', buyer.org.id],
    ['supplier', supplier.org.id],
  ]);
  const orgs = [buyer.org.id, supplier.org.id];
  for (const kind of new Set([...Object.values(kinds), ...Object.values(ownId), ...Object.values(special)])) {
    if (ids.has(kind)) continue;
    const [row] = await db.admin<{ id: string }>(queryFor(kind), [orgs]);
    ids.set(kind, row?.id ?? randomUUID());
  }
  return ids;
}

function queryFor(kind: string): string {
  const parts = `select o.part_id from supply.offer o where o.org_id = any ($1) and o.audience is null`;
  if (kind === 'catalog.part') return `select id from catalog.part where id in (${parts}) order by id limit 1`;
  if (kind === 'another part') return `select id from catalog.part where id in (${parts}) order by id offset 1 limit 1`;
  if (kind === 'catalog.manufacturer')
    return `select manufacturer_id as id from catalog.part where id in (${parts}) order by id limit 1`;
  // The operator's, about everybody's parts: there is none of one party alone.
  if (kind === 'catalog.identity_correction' || kind === 'catalog.manufacturer_merge')
    return `select id from ${kind} where made_by = any ($1) limit 1`;
  if (kind === 'organizations.break_glass') return `select id from organizations.break_glass where target_id = any ($1) limit 1`;
  // The member who is neither the admin nor the spare one.
  if (kind === 'organizations.member')
    return `select id from organizations.member where org_id = any ($1) order by joined_at desc, id desc limit 1`;
  return `select id from ${kind} where org_id = any ($1) order by ${choice[kind] ?? '(1 = 1)'} desc, id limit 1`;
}

/** Ids of nothing at all. */
export function randomIds(ids: Ids): Ids {
  return new Map([...ids.keys()].map((kind) => [kind, randomUUID()]));
}
