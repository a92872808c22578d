import type { CatalogueHeader, CatalogueRow } from '../../canonical/catalogue.js';
import { type Field, knownCode, positive } from '../../grammar/field.js';

/** BCT10, element 353: an original, a replacement or a copy is a full load, everything else a part of one. */
const MODES: Readonly<Record<string, NonNullable<CatalogueHeader['mode']>>> = {
  '00': 'full',
  '04': 'delta',
  '05': 'full',
  '07': 'full',
  '02': 'delta',
  '03': 'delta',
  '25': 'delta',
};

export const loadMode: Field<NonNullable<CatalogueHeader['mode']>> = {
  says: '00, 05, 07 the whole catalogue; 02, 03, 04, 25 a part of it',
  decode: (raw) =>
    (Object.hasOwn(MODES, raw.trim()) ? MODES[raw.trim()] : undefined) ?? {
      bad: 'CODE_UNKNOWN',
      message: 'BCT10 does not say whether this is the whole catalogue or a part of it.',
    },
  encode: (value) => (value === 'full' ? '00' : '04'),
};

/** G5301, element 875. */
const known = knownCode({ '021': 'add', '001': 'change', '002': 'delete' });
export const action: Field<CatalogueRow['action']> = {
  ...known,
  says: 'maintenance type, element 875: 021 add, 001 change, 002 delete; others are kept',
  encode: (value, document) => {
    if (value === 'put') return undefined;
    return known.encode((value === 'price' ? 'change' : value) as 'add', document);
  },
};

/** CTP02, element 236, and the kinds of price the hub tells apart; the first of each is written, other codes are the sender's own words. */
const KINDS: Readonly<Record<string, string>> = {
  LPR: 'net_list',
  CAT: 'net_list',
  CON: 'net_customer',
  UCP: 'net_customer',
  NET: 'net_customer',
  RES: 'nrp',
  MSR: 'nrp',
  SLP: 'nrp',
};

export const priceKind: Field<string> = {
  says: 'kind of price, element 236: LPR and CAT list; CON, UCP and NET the customer; RES, MSR and SLP recommended; others as they are',
  decode: (raw) => (Object.hasOwn(KINDS, raw.trim()) ? KINDS[raw.trim()] : raw.trim()),
  encode: (value) =>
    Object.entries(KINDS).find(([, kind]) => kind === value)?.[0] ??
    (/^[A-Z0-9]{3}$/.test(value)
      ? value
      : { bad: 'CODE_NOT_EXPRESSIBLE', message: `Element 236 has no code for the kind of price "${value.slice(0, 40)}".` }),
};

export const wholeDays: Field<number> = {
  says: 'whole days',
  decode: (raw) => (/^\d{1,5}$/.test(raw.trim()) ? Number(raw.trim()) : undefined),
  encode: (value) => String(value),
};

/** PO401, pieces in a unit. Fractions of a unit are another segment's. */
export const packs: Field<string> = {
  ...positive({ digits: 6 }),
  says: 'whole number of pieces in a unit',
  decode: (raw) => (/^0*[1-9]\d{0,5}$/.test(raw.trim()) ? raw.trim() : undefined),
  encode: (value) => (/^\d{1,6}$/.test(value) ? value : undefined),
};
