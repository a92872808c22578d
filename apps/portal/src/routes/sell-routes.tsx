import { page } from './base';

/** Pages of supplier, operator, exchange and organisation: `page(path, load)` of ./base, one line each. */
export const sellPages = [
  page('/sell/catalogues', () => import('./supply/catalogues/page')),
  page('/sell/catalogues/$catalogueId', () => import('./supply/catalogue/page')),
  page('/sell/upload', () => import('./supply/upload/page')),
  page('/sell/uploads/$uploadId', () => import('./supply/upload/review/page')),
  page('/sell/stock', () => import('./supply/stock/page')),
  page('/sell/prices', () => import('./supply/prices/page')),
  page('/agreements', () => import('./supply/agreements/page')),
  page('/rates', () => import('./supply/rates/page')),
  page('/sell/holds', () => import('./supply/holds/page')),
  page('/sell/asking', () => import('./supply/asking/page')),
  page('/sell/calendar', () => import('./supply/calendar/page')),
  page('/exchange/partners', () => import('./exchange/partners/page')),
  page('/exchange/messages', () => import('./exchange/messages/page')),
  page('/exchange/messages/$messageId', () => import('./exchange/message/page')),
  page('/organization', () => import('./organizations/profile/page')),
  page('/organization/members', () => import('./organizations/members/page')),
  page('/organization/sites', () => import('./organizations/sites/page')),
  page('/organization/partnerships', () => import('./organizations/partnerships/page')),
  page('/organization/keys', () => import('./organizations/keys/page')),
  page('/operator/organizations', () => import('./organizations/directory/page')),
  page('/operator/mail', () => import('./organizations/mail/page')),
  page('/operator/manufacturers', () => import('./catalog/manufacturers/page')),
  page('/operator/identities', () => import('./catalog/identities/page')),
  page('/operator/classifications', () => import('./catalog/classifications/page')),
] as const;
