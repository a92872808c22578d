import { isCurrencyCode, isUnitCode } from '#libs/kernel';
import { tenderNoticeBlanks } from '../../canonical/sourcing/blanks.js';
import type { NoticePeriod, NoticeTender, TenderNotice } from '../../canonical/sourcing/tender-notice.js';
import { date, decimal, describing, type Field, knownCode, text } from '../../grammar/field.js';
import { message, type Rule, type RuleView } from '../../grammar/message.js';
import type { GrammarNode } from '../../grammar/node.js';
import { makeAt, nodeAt, put, take } from '../../grammar/nodes/tree.js';
import { fixed, may, must, needed } from '../../grammar/row.js';
import { icd } from '../parts/fields.js';
import { addressRows, contactRows } from '../parts/rows.js';
import { sequences } from '../parts/sequences.js';

const PARTY = 'cac:ContractingParty[]/cac:Party';
const PROCESS = 'cac:TenderingProcess';
const DEADLINE = `${PROCESS}/cac:TenderSubmissionDeadlinePeriod`;
const PROJECT = 'cac:ProcurementProject';
const LINE = `${PROJECT}/cac:RequestForTenderLine[]`;
const LOT = 'cac:ProcurementProjectLot[]';
const FILE = 'cac:AdditionalDocumentReference[]';
const VALUE = 'cac:RequestedTenderTotal/cbc:EstimatedOverallContractAmount';
const LONG = text(1, 50_000);
const NAME = text(1, 500);
const currency = describing('ISO 4217', isCurrencyCode);

const calendar = date('CCYY-MM-DD');
/** The day of an instant; its time stands beside it and is the rule's. */
const day: Field<string> = { ...calendar, encode: (value, document) => calendar.encode(value.slice(0, 10), document) };

/** Codes of procedures as European buyers write them (eForms procurement-procedure-type), in the words of OCDS. */
const method = knownCode({
  open: 'open',
  restricted: 'selective',
  'neg-w-call': 'selective',
  'comp-dial': 'selective',
  'neg-wo-call': 'limited',
});
const submission = knownCode({ ELECTRONIC: 'electronicSubmission', POSTAL: 'written' });

const ZONED = /^\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;

/** A day with the time that stands beside it, when that has a zone. */
function joined(on: string | undefined, holder: GrammarNode | undefined, time: string): string | undefined {
  const said = holder === undefined ? undefined : nodeAt(holder, time)?.values.get('')?.trim();
  if (on === undefined || holder === undefined || said === undefined || !ZONED.test(said)) return on;
  take(holder, time);
  return `${on}T${said}`;
}

function split(root: GrammarNode, place: string, at: string | undefined): void {
  const time = at?.slice(11) ?? '';
  const path = place.split('/');
  const name = path.pop() ?? '';
  if (ZONED.test(time)) put(path.length === 0 ? root : makeAt(root, path.join('/')), name, time);
}

const times: Rule<TenderNotice> = {
  name: 'times',
  says: 'A day and a time with its zone are one instant.',
  decoded: (notice, { root }) => {
    notice.publishedAt = joined(notice.publishedAt, root, 'cbc:IssueTime') ?? notice.publishedAt;
    const bidding = notice.tender?.bidding as NoticePeriod | undefined;
    const [start, end] = [
      joined(bidding?.start, nodeAt(root, DEADLINE), 'cbc:StartTime'),
      joined(bidding?.end, nodeAt(root, DEADLINE), 'cbc:EndTime'),
    ];
    if (bidding !== undefined && start !== undefined) bidding.start = start;
    if (bidding !== undefined && end !== undefined) bidding.end = end;
  },
  written: ({ publishedAt, tender }, { root }) => {
    split(root, 'cbc:IssueTime', publishedAt);
    split(root, `${DEADLINE}/cbc:StartTime`, tender?.bidding?.start);
    split(root, `${DEADLINE}/cbc:EndTime`, tender?.bidding?.end);
  },
};

const call: Rule<TenderNotice> = {
  name: 'call',
  says: 'A call names who buys and nobody else; the tender has the number of its procurement. What came of a tender is no call.',
  decoded: (notice) => {
    notice.stages = ['tender'];
    for (const party of notice.parties) {
      party.roles = ['buyer'];
      party.id ??= party.legalId?.value ?? party.endpoint?.value ?? party.name ?? '';
    }
    const [first] = notice.parties;
    if (first !== undefined) notice.buyer = { id: first.id, ...(first.name === undefined ? {} : { name: first.name }) };
    if (notice.tender !== undefined) notice.tender.id ??= notice.process;
  },
  encoding: (notice, report) => {
    if (!notice.stages.includes('tender'))
      report({
        at: 'stages[]',
        code: 'STAGE_NOT_EXPRESSIBLE',
        message: 'A CallForTenders says that bids are asked for, and nothing else.',
      });
    else if (notice.stages.length > 1)
      unsaid(report, 'stages[]', 'A call says that bids are asked for; other stages were not written.');
    const { tender } = notice;
    if (tender?.id === notice.process) delete (tender as Partial<NoticeTender>).id;
    const buyers = notice.parties.filter(({ id, roles }) => id === notice.buyer?.id || roles.includes('buyer'));
    if (buyers.length < notice.parties.length)
      unsaid(report, 'parties[]', 'A call names who buys; other parties were not written.');
    if (buyers.some(({ roles }) => roles.some((role) => role !== 'buyer')))
      unsaid(report, 'parties[].roles[]', 'A call says of a party that it buys; other roles were not written.');
    notice.parties = buyers;
  },
};

const unsaid = (report: RuleView['report'], at: string, message: string) =>
  report({ at, code: 'NOT_EXPRESSED', message, severity: 'info' });

/**
 * Call for tenders, UBL 2.2: a tender that is open for bids. Source: OASIS UBL 2.2 CallForTenders. National and Peppol profiles (T004) ask for more, under
 * identifiers of their own; what they say beyond is kept, and none of them is claimed in what is written.
 */
export const ublCallForTenders = message<TenderNotice>({
  standard: 'UBL',
  release: '2.1',
  message: 'CallForTenders',
  source: 'OASIS UBL 2.2 CallForTenders',
  format: 'ubl',
  structure: { syntax: 'xml', root: 'CallForTenders', sequences },
  blanks: tenderNoticeBlanks,
  extended: ['parties[]', 'tender.items[]', 'tender.lots[]', 'tender.documents[]'],
  carried: ['stages[]', 'parties[].roles[]', 'buyer.id', 'buyer.name'],
  rows: [
    fixed('cbc:UBLVersionID', '2.2'),
    must('cbc:ID', 'number', NAME),
    must('cbc:ContractFolderID', 'process', NAME),
    must('cbc:IssueDate', 'publishedAt', day),
    may(`${PARTY}/cac:PartyIdentification/cbc:ID`, 'parties[].id', NAME),
    may(`${PARTY}/cbc:EndpointID`, 'parties[].endpoint.value', NAME),
    may(`${PARTY}/cbc:EndpointID@schemeID`, 'parties[].endpoint.scheme', icd),
    may(`${PARTY}/cac:PartyName/cbc:Name`, 'parties[].name', NAME),
    may(`${PARTY}/cac:PartyLegalEntity/cbc:RegistrationName`, 'parties[].legalName', NAME),
    may(`${PARTY}/cac:PartyLegalEntity/cbc:CompanyID`, 'parties[].legalId.value', NAME),
    may(`${PARTY}/cac:PartyLegalEntity/cbc:CompanyID@schemeID`, 'parties[].legalId.scheme', NAME),
    ...addressRows(`${PARTY}/cac:PostalAddress`, 'parties[].address'),
    ...contactRows(`${PARTY}/cac:Contact`, 'parties[]'),
    may(`${PROCESS}/cbc:ProcedureCode`, 'tender.method', method),
    may(`${PROCESS}/cbc:Description`, 'tender.methodDetails', LONG),
    may(`${PROCESS}/cbc:SubmissionMethodCode`, 'tender.submissionMethods[0]', submission),
    may(`${DEADLINE}/cbc:StartDate`, 'tender.bidding.start', day),
    may(`${DEADLINE}/cbc:EndDate`, 'tender.bidding.end', day),
    needed(`${PROJECT}/cbc:Name`, 'tender.title', LONG),
    may(`${PROJECT}/cbc:Description`, 'tender.description', LONG),
    may(`${PROJECT}/${VALUE}`, 'tender.value.amount', decimal()),
    may(`${PROJECT}/${VALUE}@currencyID`, 'tender.value.currency', currency),
    may(`${LINE}/cbc:ID`, 'tender.items[].id', NAME),
    may(`${LINE}/cbc:Quantity`, 'tender.items[].quantity', decimal()),
    may(`${LINE}/cbc:Quantity@unitCode`, 'tender.items[].unit', describing('UN/ECE Recommendation 20', isUnitCode)),
    may(`${LINE}/cac:Item/cbc:Description`, 'tender.items[].description', LONG),
    may(`${LINE}/cac:Item/cac:CommodityClassification/cbc:ItemClassificationCode`, 'tender.items[].class.code', NAME),
    may(`${LINE}/cac:Item/cac:CommodityClassification/cbc:ItemClassificationCode@listID`, 'tender.items[].class.scheme', NAME),
    may(`${LOT}/cbc:ID`, 'tender.lots[].id', NAME),
    may(`${LOT}/${PROJECT}/cbc:Name`, 'tender.lots[].title', LONG),
    may(`${LOT}/${PROJECT}/cbc:Description`, 'tender.lots[].description', LONG),
    may(`${LOT}/${PROJECT}/${VALUE}`, 'tender.lots[].value.amount', decimal()),
    may(`${LOT}/${PROJECT}/${VALUE}@currencyID`, 'tender.lots[].value.currency', currency),
    may(`${FILE}/cbc:ID`, 'tender.documents[].id', NAME),
    may(`${FILE}/cbc:DocumentTypeCode`, 'tender.documents[].type', NAME),
    may(`${FILE}/cbc:LanguageID`, 'tender.documents[].language', NAME),
    may(`${FILE}/cbc:DocumentDescription`, 'tender.documents[].title', LONG),
    may(`${FILE}/cac:Attachment/cac:ExternalReference/cbc:URI`, 'tender.documents[].uri', text(1, 2000)),
    may(`${FILE}/cac:Attachment/cac:ExternalReference/cbc:MimeCode`, 'tender.documents[].mediaType', NAME),
  ],
  rules: [times, call],
});
