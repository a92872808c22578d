import type { ApplicationFinding, ApplicationResponse, ApplicationStatus } from '../../canonical/application-response.js';
import { applicationResponseBlanks } from '../../canonical/blanks.js';
import { code, date, text } from '../../grammar/field.js';
import { type Message, message, type Rule } from '../../grammar/message.js';
import type { ModelPath } from '../../grammar/model-path.js';
import { fixed, inside, may, must, type Row } from '../../grammar/row.js';
import { numberOrNone, zonedTime } from '../parts/fields.js';
import { partRows } from '../parts/party-rows.js';
import { sequences } from '../parts/sequences.js';
import { joinIssued } from '../parts/shaping.js';

type ResponseRow = Row<ModelPath<ApplicationResponse>>;

const NUMBER = text(1, 200);
const LONG = text(1, 20_000);
const RESPONSE = 'cac:DocumentResponse/cac:Response';
const LINE = 'cac:DocumentResponse/cac:LineResponse[]';

/** UNCL 4343 as Peppol uses it, then the words of OIOUBL, which are read. */
const STATUS: Readonly<Record<string, ApplicationStatus>> = {
  AB: 'received',
  AP: 'accepted',
  CA: 'acceptedWithErrors',
  RE: 'rejected',
  TechnicalAccept: 'received',
  ProfileAccept: 'accepted',
  BusinessAccept: 'accepted',
  TechnicalReject: 'rejected',
  ProfileReject: 'rejected',
  BusinessReject: 'rejected',
};
const WRITTEN: Readonly<Record<ApplicationStatus, string>> = {
  received: 'AB',
  accepted: 'AP',
  acceptedWithErrors: 'AP',
  rejected: 'RE',
};
const FINDING = code({ AB: 'received', AP: 'accepted', CA: 'acceptedWithErrors', RE: 'rejected' });

/** The id of a rule in brackets before the sentence. */
const RULED = /^\[([^\]]{1,60})\]-([\s\S]*)$/;

const status: Rule<ApplicationResponse> = {
  name: 'status',
  says: 'Accepted with errors is written as accepted, its findings tell the rest; the id of a rule stands in brackets before the message.',
  decoded: (response, view) => {
    joinIssued(response);
    const raw = response.rawStatus ?? '';
    const known = Object.hasOwn(STATUS, raw) ? STATUS[raw] : undefined;
    if (known === undefined)
      view.report({
        at: `${RESPONSE}/cbc:ResponseCode`,
        code: 'CODE_UNKNOWN',
        message: 'The response code is none of AB, AP, CA, RE.',
      });
    response.status = known ?? 'received';
    if (WRITTEN[response.status] === raw) delete response.rawStatus;
    for (const finding of response.findings) readRule(finding);
  },
  encoding: (response) => {
    const { rawStatus } = response;
    if (rawStatus === undefined || !/^[A-Z]{2}$/.test(rawStatus) || STATUS[rawStatus] !== response.status)
      response.rawStatus = WRITTEN[response.status];
    for (const finding of response.findings) {
      const said = finding.message ?? finding.rule ?? finding.code ?? 'Error';
      finding.message = finding.rule === undefined || finding.message === undefined ? said : `[${finding.rule}]-${said}`;
    }
  },
};

function readRule(finding: ApplicationFinding): void {
  const [, rule, said] = RULED.exec(finding.message ?? '') ?? [];
  if (rule === undefined || said === undefined) return;
  finding.rule = rule;
  finding.message = said;
}

/** Both answers of a receiving system; what tells them apart is the profile and how much of the parties stands in it. */
function responseTable(names: { message: string; source: string; own: ResponseRow[] }): Message<ApplicationResponse> {
  return message<ApplicationResponse>({
    standard: 'UBL',
    release: '2.1',
    message: names.message,
    source: names.source,
    format: 'ubl',
    structure: { syntax: 'xml', root: 'ApplicationResponse', sequences },
    blanks: applicationResponseBlanks,
    extended: [],
    carried: ['status', 'findings[].rule'],
    rows: [
      ...names.own,
      must('cbc:ID', 'number', NUMBER),
      must('cbc:IssueDate', 'issuedOn', date('CCYY-MM-DD')),
      may('cbc:IssueTime', 'issuedAt', zonedTime),
      must(`${RESPONSE}/cbc:ResponseCode`, 'rawStatus', text(1, 50)),
      must('cac:DocumentResponse/cac:DocumentReference/cbc:ID', 'document.number', NUMBER),
      may('cac:DocumentResponse/cac:DocumentReference/cbc:VersionID', 'document.version', NUMBER),
    ],
    rules: [status],
  });
}

/**
 * Message level response, UBL 2.1, as Peppol BIS MLR 3 (T71) writes it; other profiles of ApplicationResponse are read by it too.
 * Source: OASIS UBL 2.1 ApplicationResponse; OpenPeppol BIS Message Level Response 3, transaction T71. A finding needs a place and
 * a reason: NA and BV stand in for them.
 */
export const ublApplicationResponse = responseTable({
  message: 'ApplicationResponse',
  source: 'OASIS UBL 2.1 ApplicationResponse; Peppol BIS Message Level Response 3, transaction T71',
  own: [
    fixed('cbc:CustomizationID', 'urn:fdc:peppol.eu:poacc:trns:mlr:3'),
    fixed('cbc:ProfileID', 'urn:fdc:peppol.eu:poacc:bis:mlr:3'),
    ...partRows('cac:SenderParty', 'sender', ['endpoint']),
    ...partRows('cac:ReceiverParty', 'receiver', ['endpoint']),
    may(`${RESPONSE}/cbc:Description`, 'reason', LONG),
    may('cac:DocumentResponse/cac:DocumentReference/cbc:DocumentTypeCode', 'document.typeCode', NUMBER),
    may(`${LINE}/cac:LineReference/cbc:LineID`, 'findings[].at', numberOrNone),
    inside(LINE, 'cac:LineReference/cbc:LineID', 'NA'),
    may(`${LINE}/cac:Response/cbc:ResponseCode`, 'findings[].status', FINDING),
    may(`${LINE}/cac:Response/cbc:Description`, 'findings[].message', LONG),
    may(`${LINE}/cac:Response/cac:Status/cbc:StatusReasonCode`, 'findings[].code', NUMBER),
    inside(LINE, 'cac:Response/cac:Status/cbc:StatusReasonCode', 'BV'),
  ],
});

/** Catalogue response, UBL 2.1, as Peppol BIS Catalogue 3 (T58) writes it. Source: OASIS UBL 2.1 ApplicationResponse; OpenPeppol BIS Catalogue 3, transaction T58. */
export const ublCatalogueResponse = responseTable({
  message: 'CatalogueResponse',
  source: 'OASIS UBL 2.1 ApplicationResponse; Peppol BIS Catalogue 3, transaction T58',
  own: [
    fixed('cbc:CustomizationID', 'urn:fdc:peppol.eu:poacc:trns:catalogue_response:3'),
    fixed('cbc:ProfileID', 'urn:fdc:peppol.eu:poacc:bis:catalogue_only:3'),
    may('cbc:Note[]', 'note[]', text(1, 5000)),
    ...partRows('cac:SenderParty', 'sender', ['endpoint', 'identifiers', 'registeredName']),
    ...partRows('cac:ReceiverParty', 'receiver', ['endpoint', 'identifiers', 'registeredName']),
  ],
});
