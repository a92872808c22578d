import type { ApplicationResponse, ApplicationStatus } from '../../canonical/application-response.js';
import { invoiceResponseBlanks } from '../../canonical/billing/blanks.js';
import type { InvoiceResponse, InvoiceStatus } from '../../canonical/billing/invoice-response.js';
import { applicationResponseBlanks } from '../../canonical/blanks.js';
import { type Field, text } from '../../grammar/field.js';
import { message, type Rule } from '../../grammar/message.js';
import { childrenOf } from '../../grammar/node.js';
import { beside, fixed, may, must } from '../../grammar/row.js';
import { day } from '../fields.js';
import { sequences } from '../order-request.js';
import { envelopeSenders } from '../rows.js';

/** Status@code by its hundreds, as HTTP has them: taken, taken and not done yet, refused. */
const CODES: Readonly<Record<ApplicationStatus, string>> = {
  accepted: '200',
  acceptedWithErrors: '200',
  received: '201',
  rejected: '406',
};
const isCode = (own: string) => /^[2-5]\d\d$/.test(own);
const statusOf = (own: string): ApplicationStatus => (own === '200' ? 'accepted' : own < '400' ? 'received' : 'rejected');

const status: Field<ApplicationStatus> = {
  says: 'three digits: 200 accepted, other 2xx and 3xx received, 4xx and 5xx rejected',
  decode: (raw) =>
    isCode(raw.trim())
      ? statusOf(raw.trim())
      : { bad: 'CODE_UNKNOWN', message: 'The status is not a code of three digits from 200 to 599.' },
  encode: (value, document) => {
    const { rawStatus: own } = document as ApplicationResponse;
    return own !== undefined && isCode(own) && statusOf(own) === value ? own : CODES[value];
  },
};

/** A code that says more than its status; written in its place. */
const rawCode: Field<string> = {
  says: 'the code where it is not 200, 201 or 406',
  decode: (raw) => (Object.values(CODES).includes(raw.trim()) ? undefined : raw.trim()),
  encode: () => undefined,
};

const TEXTS: Readonly<Record<ApplicationStatus, string>> = {
  accepted: 'OK',
  acceptedWithErrors: 'OK',
  received: 'Accepted',
  rejected: 'Not Acceptable',
};

const answer: Rule<ApplicationResponse> = {
  name: 'answer',
  decoded: (document) => {
    if (document.document.payloadId !== undefined) document.document.number ??= document.document.payloadId;
  },
  says: 'Number and day of the answer are payloadID and timestamp of the envelope. Findings are told in the text of Status, a line each; acceptance with errors is acceptance.',
  encoding: (document, report) => {
    const found = document.findings.map(({ at, rule, message: says }) =>
      [at, rule, says].filter((part) => part !== undefined).join(': '),
    );
    document.reason = [...(document.reason === undefined ? [] : [document.reason]), ...found].join('\n');
    if (document.reason === '') delete document.reason;
    if (document.status === 'acceptedWithErrors')
      report({
        at: 'status',
        code: 'WRITTEN_AS_ANOTHER',
        message: 'The format knows no acceptance with errors; it was written as accepted.',
        severity: 'warning',
      });
  },
  written: (document, { root }) => {
    const [said] = childrenOf(root, 'Status');
    said?.values.set('@text', TEXTS[document.status]);
    said?.used.add('@text');
  },
};

/**
 * What becomes of a document, cXML 1.2 StatusUpdateRequest. Source: cXML 1.2 (cXML.dtd 1.2.063). It names the document by its
 * payloadID. One with an InvoiceStatus is another message.
 */
export const cxmlStatusUpdateRequest = message<ApplicationResponse>({
  standard: 'cXML',
  release: '1.2',
  message: 'StatusUpdateRequest',
  source: 'cXML 1.2, cXML.dtd 1.2.063, StatusUpdateRequest',
  format: 'cxml',
  structure: { syntax: 'xml', root: 'StatusUpdateRequest', sequences },
  blanks: applicationResponseBlanks,
  extended: [],
  secret: ['PCard'],
  carried: ['number', 'issuedOn', 'issuedAt', ...envelopeSenders, 'findings[].at', 'findings[].rule', 'findings[].message'],
  rows: [
    must('DocumentReference@payloadID', 'document.payloadId', text(1, 500)),
    must('Status@code', 'status', status),
    may('Status@code', 'rawStatus', rawCode),
    may('Status', 'reason', text(1, 20_000)),
  ],
  rules: [answer],
});

/** InvoiceStatus@type; the kinds the format lacks are written as the nearest before them, which is said. */
const TYPES: Readonly<Record<string, InvoiceStatus>> = {
  processing: 'inProcess',
  canceled: 'cancelled',
  reconciled: 'accepted',
  rejected: 'rejected',
  paying: 'accepted',
  paid: 'paid',
};
const NEAREST: Readonly<Partial<Record<InvoiceStatus, string>>> = {
  received: 'processing',
  underQuery: 'processing',
  conditionallyAccepted: 'processing',
  partiallyPaid: 'paying',
};

const invoiceStatus: Field<InvoiceStatus> = {
  says: `InvoiceStatus type: ${Object.keys(TYPES).join(', ')}`,
  decode: (raw) =>
    (Object.hasOwn(TYPES, raw.trim()) ? TYPES[raw.trim()] : undefined) ?? {
      bad: 'CODE_UNKNOWN',
      message: 'The status of the invoice is not one the hub knows.',
    },
  encode: (value, document) => {
    const { rawStatus } = document as InvoiceResponse;
    if (rawStatus !== undefined && Object.hasOwn(TYPES, rawStatus) && TYPES[rawStatus] === value) return rawStatus;
    const known = Object.entries(TYPES).find(([, said]) => said === value)?.[0];
    return (
      known ?? {
        bad: 'CODE_NOT_EXPRESSIBLE',
        message: `The format has no type for the status "${value}"; the nearest is written.`,
        instead: NEAREST[value] ?? 'processing',
      }
    );
  },
};

const rawStatus: Field<string> = {
  says: 'paying: accepted, and the payment is under way',
  decode: (raw) => (raw.trim() === 'paying' ? 'paying' : undefined),
  encode: () => undefined,
};

const invoiceAnswer: Rule<InvoiceResponse> = {
  name: 'answer',
  says: 'Number and day of the answer are payloadID and timestamp of the envelope. What is asked or why is told in Comments, with its code before it.',
  encoding: (document, report) => {
    if (document.clarifications.length > 0)
      report({
        at: 'clarifications[]',
        code: 'WRITTEN_AS_ANOTHER',
        message: 'The format has no reasons and wishes of their own; they were written as comments.',
        severity: 'info',
      });
    for (const { code, text: said, terms } of document.clarifications) {
      const about = terms.map(({ term, value }) => (value === undefined ? term : `${term} ${value}`));
      document.note.push([code, said, ...about].filter((part) => part !== undefined).join(': '));
    }
  },
};

/** Where an invoice stands at the buyer, cXML 1.2 StatusUpdateRequest with InvoiceStatus. Source: cXML 1.2 (cXML.dtd 1.2.063). */
export const cxmlInvoiceStatusUpdateRequest = message<InvoiceResponse>({
  standard: 'cXML',
  release: '1.2',
  message: 'InvoiceStatusUpdateRequest',
  source: 'cXML 1.2, cXML.dtd 1.2.063, StatusUpdateRequest with InvoiceStatus',
  format: 'cxml',
  structure: { syntax: 'xml', root: 'StatusUpdateRequest', sequences },
  blanks: invoiceResponseBlanks,
  extended: [],
  secret: ['PCard'],
  carried: [
    'number',
    'issuedOn',
    'issuedAt',
    ...envelopeSenders,
    'clarifications[].code',
    'clarifications[].text',
    'clarifications[].terms',
    'clarifications[].about',
  ],
  rows: [
    may('DocumentReference@payloadID', 'invoice.payloadId', text(1, 500)),
    fixed('Status@code', '200'),
    fixed('Status@text', 'OK'),
    must('InvoiceStatus@type', 'status', invoiceStatus),
    may('InvoiceStatus@type', 'rawStatus', rawStatus),
    must('InvoiceStatus/InvoiceIDInfo@invoiceID', 'invoice.number', text(1, 200)),
    may('InvoiceStatus/InvoiceIDInfo@invoiceDate', 'invoice.issuedOn', day),
    may('InvoiceStatus/Comments[]', 'note[]', text(1, 10_000)),
    beside('InvoiceStatus/Comments@xml:lang', 'en'),
  ],
  rules: [invoiceAnswer],
});
