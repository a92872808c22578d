import type { HomeQuery } from '../../graphql/generated/graphql';
import { tenderWork } from './tender-work';
import type { WorkItem } from './work-item';

const urgentKinds = new Set(['OVERDUE', 'PROPOSAL_TO_ANSWER', 'REQUEST_TO_ANSWER', 'TO_CONFIRM']);
const waitingUploads = new Set(['STAGED', 'NEEDS_CONFIRMATION', 'BLOCKED', 'FAILED']);

/** Everything that waits, the oldest first within its kind. */
export function workOf(home: HomeQuery, organizationId: string): WorkItem[] {
  return [
    ...orderWork(home),
    ...tenderWork(home, Date.now()),
    ...uploadWork(home),
    ...messageWork(home),
    ...partnerWork(home, organizationId),
  ];
}

const orderWork = (home: HomeQuery): WorkItem[] =>
  (home.needsYou ?? []).map((need) => ({
    key: `${need.kind} ${need.orderId}`,
    group: 'orders',
    sentence: `need.${need.kind}`,
    values: { number: need.orderNumber, partner: need.partnerName },
    to: `/orders/${need.orderId}`,
    since: need.since,
    dueOn: need.dueOn ?? undefined,
    urgent: urgentKinds.has(need.kind),
  }));

const uploadWork = (home: HomeQuery): WorkItem[] =>
  (home.uploads?.nodes ?? [])
    .filter((upload) => waitingUploads.has(upload.state))
    .map((upload) => ({
      key: `upload ${upload.id}`,
      group: 'uploads',
      sentence: `upload.${upload.state}`,
      values: {
        file: upload.fileName,
        new: upload.counts?.new ?? 0,
        changed: upload.counts?.changed ?? 0,
        withdrawn: upload.counts?.withdrawn ?? 0,
      },
      to: `/sell/uploads/${upload.id}`,
      since: upload.createdAt,
      dueOn: undefined,
      urgent: upload.state !== 'STAGED',
    }));

const messageWork = (home: HomeQuery): WorkItem[] =>
  (home.failed?.nodes ?? []).map((message) => ({
    key: `message ${message.id}`,
    group: 'messages',
    sentence: `message.${message.state}`,
    values: {
      document: message.documents.map((d) => d.coordinate).join(', ') || (message.format ?? ''),
      number: message.documents.map((d) => d.businessNumber ?? '').find((n) => n !== '') ?? '',
    },
    to: `/exchange/messages/${message.id}`,
    since: message.createdAt,
    dueOn: undefined,
    urgent: message.state !== 'FAILED',
  }));

const partnerWork = (home: HomeQuery, organizationId: string): WorkItem[] =>
  home.partnerships
    .filter((p) => p.status === 'PROPOSED' && p.proposedBy !== organizationId)
    .map((p) => ({
      key: `partner ${p.buyer.id} ${p.supplier.id}`,
      group: 'partners',
      sentence: 'partner.PROPOSED',
      values: { partner: p.buyer.id === organizationId ? p.supplier.name : p.buyer.name },
      to: '/organization/partnerships',
      since: undefined,
      dueOn: undefined,
      urgent: false,
    }));

export interface Step {
  key: string;
  to: string;
  done: boolean;
}

/** What leads a new buyer to the first order. */
export function buyerSteps(home: HomeQuery, organizationId: string): Step[] {
  const ordered = (home.bought?.totalCount ?? 0) > 0;
  return [
    {
      key: 'site',
      to: '/organization/sites',
      done: home.sites.some((s) => s.status === 'ACTIVE' && s.kinds.includes('SHIP_TO')),
    },
    {
      key: 'partner',
      to: '/organization/partnerships',
      done: home.partnerships.some((p) => p.status === 'ACTIVE' && p.buyer.id === organizationId),
    },
    { key: 'basket', to: '/search', done: ordered || (home.baskets ?? []).some((b) => b.lineCount > 0) },
    { key: 'order', to: '/baskets', done: ordered },
  ];
}

/** What leads a new supplier to the first published catalogue and the first answered order. */
export function supplierSteps(home: HomeQuery, organizationId: string): Step[] {
  const uploaded = (home.uploads?.nodes.length ?? 0) > 0;
  return [
    { key: 'catalogue', to: '/sell/catalogues', done: (home.catalogues?.length ?? 0) > 0 },
    { key: 'upload', to: '/sell/upload', done: uploaded },
    { key: 'publish', to: '/sell/catalogues', done: (home.catalogues ?? []).some((c) => c.activeOffers > 0) },
    {
      key: 'buyer',
      to: '/organization/partnerships',
      done: home.partnerships.some((p) => p.status === 'ACTIVE' && p.supplier.id === organizationId),
    },
    { key: 'erp', to: '/exchange/partners', done: (home.profiles?.length ?? 0) > 0 },
  ];
}
