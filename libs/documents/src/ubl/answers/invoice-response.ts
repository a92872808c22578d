import { invoiceResponseBlanks } from '../../canonical/billing/blanks.js';
import type { InvoiceResponse, InvoiceStatus } from '../../canonical/billing/invoice-response.js';
import { code, date, text } from '../../grammar/field.js';
import { message, type Rule } from '../../grammar/message.js';
import { fixed, may, must, needed } from '../../grammar/row.js';
import { zonedTime } from '../parts/fields.js';
import { partRows } from '../parts/party-rows.js';
import { sequences } from '../parts/sequences.js';
import { joinIssued, keepFirst, oneNote } from '../parts/shaping.js';

const NUMBER = text(1, 200);
const DAY = date('CCYY-MM-DD');
const DOCUMENT = 'cac:DocumentResponse';
const STATUS = `${DOCUMENT}/cac:Response/cac:Status[]`;

/** UNCL 4343, the subset of T111; a part payment is PD with the reason PPD. */
const CODES: Readonly<Record<string, InvoiceStatus>> = {
  AB: 'received',
  IP: 'inProcess',
  UQ: 'underQuery',
  CA: 'conditionallyAccepted',
  RE: 'rejected',
  AP: 'accepted',
  PD: 'paid',
};
const WRITTEN = new Map(Object.entries(CODES).map(([raw, status]) => [status, raw]));

const status: Rule<InvoiceResponse> = {
  name: 'status',
  says: 'A part payment is PD with the reason PPD; what is asked for without a code is OTH.',
  decoded: (response, view) => {
    joinIssued(response);
    const raw = response.rawStatus ?? '';
    const known = Object.hasOwn(CODES, raw) ? CODES[raw] : undefined;
    if (known === undefined)
      view.report({
        at: `${DOCUMENT}/cac:Response/cbc:ResponseCode`,
        code: 'CODE_UNKNOWN',
        message: 'The response code is none of AB, IP, UQ, CA, RE, AP, PD.',
      });
    else delete response.rawStatus;
    const isPart = known === 'paid' && response.clarifications.some((one) => one.code === 'PPD');
    response.status = isPart ? 'partiallyPaid' : (known ?? 'received');
  },
  encoding: (response, report) => {
    const isPart = response.status === 'partiallyPaid';
    if (isPart && !response.clarifications.some((one) => one.code === 'PPD'))
      response.clarifications.push({ about: 'reason', code: 'PPD', terms: [] });
    const raw = WRITTEN.get(isPart ? 'paid' : response.status);
    if (raw === undefined)
      report({ at: 'status', code: 'CODE_NOT_EXPRESSIBLE', message: `The profile has no code for "${response.status}".` });
    else response.rawStatus = raw;
    oneNote(response);
    for (const key of ['sender', 'receiver', 'buyer', 'supplier'] as const)
      keepFirst(response[key]?.identifiers, `${key}.identifiers[]`, report);
    for (const one of response.clarifications as Partial<InvoiceResponse['clarifications'][number]>[]) {
      if (one.code !== undefined) continue;
      if (one.about === 'action') one.code = 'OTH';
      else delete one.about;
    }
  },
};

/**
 * Invoice response, UBL 2.1, as Peppol BIS Invoice Response 3 (T111) writes it. Source: OASIS UBL 2.1 ApplicationResponse; OpenPeppol
 * BIS Invoice Response 3, transaction T111. The issuer of the invoice is the supplier, its recipient the buyer.
 */
export const ublInvoiceResponse = message<InvoiceResponse>({
  standard: 'UBL',
  release: '2.1',
  message: 'InvoiceResponse',
  source: 'OASIS UBL 2.1 ApplicationResponse; Peppol BIS Invoice Response 3, transaction T111',
  format: 'ubl',
  structure: { syntax: 'xml', root: 'ApplicationResponse', sequences },
  blanks: invoiceResponseBlanks,
  extended: [],
  carried: ['status'],
  rows: [
    fixed('cbc:CustomizationID', 'urn:fdc:peppol.eu:poacc:trns:invoice_response:3'),
    fixed('cbc:ProfileID', 'urn:fdc:peppol.eu:poacc:bis:invoice_response:3'),
    must('cbc:ID', 'number', NUMBER),
    must('cbc:IssueDate', 'issuedOn', DAY),
    may('cbc:IssueTime', 'issuedAt', zonedTime),
    may('cbc:Note[]', 'note[]', text(1, 5000)),
    ...partRows('cac:SenderParty', 'sender', ['endpoint', 'identifiers', 'registeredName', 'contact']),
    ...partRows('cac:ReceiverParty', 'receiver', ['endpoint', 'identifiers', 'registeredName']),
    must(`${DOCUMENT}/cac:Response/cbc:ResponseCode`, 'rawStatus', text(1, 50)),
    may(`${DOCUMENT}/cac:Response/cbc:EffectiveDate`, 'effectiveOn', DAY),
    may(`${STATUS}/cbc:StatusReasonCode`, 'clarifications[].code', text(1, 20)),
    may(
      `${STATUS}/cbc:StatusReasonCode@listID`,
      'clarifications[].about',
      code({ OPStatusReason: 'reason', OPStatusAction: 'action' }),
    ),
    may(`${STATUS}/cbc:StatusReason`, 'clarifications[].text', text(1, 5000)),
    must(`${STATUS}/cac:Condition[]/cbc:AttributeID`, 'clarifications[].terms[].term', NUMBER),
    may(`${STATUS}/cac:Condition[]/cbc:Description`, 'clarifications[].terms[].value', text(1, 5000)),
    must(`${DOCUMENT}/cac:DocumentReference/cbc:ID`, 'invoice.number', NUMBER),
    may(`${DOCUMENT}/cac:DocumentReference/cbc:IssueDate`, 'invoice.issuedOn', DAY),
    needed(`${DOCUMENT}/cac:DocumentReference/cbc:DocumentTypeCode`, 'invoice.typeCode', text(1, 20)),
    ...partRows(`${DOCUMENT}/cac:IssuerParty`, 'supplier', ['identifiers', 'name']),
    ...partRows(`${DOCUMENT}/cac:RecipientParty`, 'buyer', ['identifiers', 'name']),
  ],
  rules: [status],
});
