import type { Invoice } from '../../canonical/billing/invoice.js';
import type { Field } from '../../grammar/field.js';

/** BIG07, element 640, and UNCL 1001. Other kinds of invoice the standard knows are kept beside the model. */
const KINDS: Readonly<Record<string, string>> = { CR: '381', CN: '381', DR: '383' };

export const invoiceKind: Field<string> = {
  says: 'kind of invoice, element 640: DI invoice (380), CR and CN credit (381), DR debit (383); others are kept',
  decode: (raw) => {
    const own = raw.trim();
    return own === 'DI' ? '380' : Object.hasOwn(KINDS, own) ? KINDS[own] : undefined;
  },
  encode: (value, document) => {
    if (value === '380') return undefined;
    const known = Object.entries(KINDS).find(([, kind]) => kind === value)?.[0];
    return (
      known ?? {
        bad: 'CODE_NOT_EXPRESSIBLE',
        message: `Element 640 has no kind for the type ${value}; the general one is written.`,
        instead: (document as Invoice).type === 'creditNote' ? 'CR' : 'DI',
      }
    );
  },
};

/** TXI01, element 963, and the tax it is; value added tax is the one that is meant where none is named. */
const TAXES: Readonly<Record<string, string>> = { GS: 'GST', ST: 'STT', LS: 'LOC', SP: 'SPT', TX: 'OTH' };

export const taxKind: Field<string> = {
  says: 'kind of tax, element 963: VA value added, GS goods and services, ST state sales, SP state and local, LS local, TX all',
  decode: (raw) => (Object.hasOwn(TAXES, raw.trim()) ? TAXES[raw.trim()] : undefined),
  encode: (value) => (value === 'VAT' ? undefined : (Object.entries(TAXES).find(([, scheme]) => scheme === value)?.[0] ?? 'TX')),
};

/** TXI06, element 441: only that a tax is not owed can be said. */
export const exempt: Field<string> = {
  says: '1 when exempt',
  decode: (raw) => (raw.trim() === '1' ? 'E' : undefined),
  encode: (value) => (value === 'E' ? '1' : undefined),
};
