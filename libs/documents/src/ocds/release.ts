import { isCountryCode } from '#libs/kernel';
import { tenderNoticeBlanks } from '../canonical/sourcing/blanks.js';
import type { NoticeStage, TenderNotice } from '../canonical/sourcing/tender-notice.js';
import { code, describing, type Field, knownCode } from '../grammar/field.js';
import { message } from '../grammar/message.js';
import type { ModelPath } from '../grammar/model-path.js';
import { fixed, may, must, type Row } from '../grammar/row.js';
import type { Sequences } from '../grammar/structure.js';
import { indicator } from '../ubl/parts/fields.js';
import { ocdsSequences } from './keys.data.js';
import { amendmentRows, amountRows, documentRows, instant, itemRows, LONG, nameRows, number, periodRows, SHORT } from './rows.js';
import { whole } from './whole.js';

type NoticeRow = Row<ModelPath<TenderNotice>>;

const same = <T extends string>(codes: string) =>
  Object.fromEntries(codes.split(' ').map((one) => [one, one])) as Record<string, T>;
const list = <T extends string>(codes: string): Field<T> => knownCode(same<T>(codes));

const STAGES =
  'planning planningUpdate tender tenderAmendment tenderUpdate tenderCancellation award awardUpdate awardCancellation contract contractUpdate contractAmendment implementation implementationUpdate contractTermination compiled';
const sequences: Sequences = Object.fromEntries(Object.entries(ocdsSequences).map(([key, keys]) => [key, keys.split(' ')]));

const PARTY = 'parties[]';
const partyRows: readonly NoticeRow[] = [
  must(`${PARTY}/id`, 'parties[].id', SHORT),
  may(`${PARTY}/name`, 'parties[].name', SHORT),
  may(`${PARTY}/identifier/scheme`, 'parties[].legalId.scheme', SHORT),
  may(`${PARTY}/identifier/id`, 'parties[].legalId.value', SHORT),
  may(`${PARTY}/identifier/legalName`, 'parties[].legalName', SHORT),
  may(`${PARTY}/additionalIdentifiers[]/scheme`, 'parties[].identifiers[].scheme', SHORT),
  may(`${PARTY}/additionalIdentifiers[]/id`, 'parties[].identifiers[].value', SHORT),
  may(`${PARTY}/address/streetAddress`, 'parties[].address.lines[0]', SHORT),
  may(`${PARTY}/address/locality`, 'parties[].address.city', SHORT),
  may(`${PARTY}/address/region`, 'parties[].address.region', SHORT),
  may(`${PARTY}/address/postalCode`, 'parties[].address.postalCode', SHORT),
  may(`${PARTY}/address/countryName`, 'parties[].address.country', describing('ISO 3166-1', isCountryCode)),
  may(`${PARTY}/contactPoint/name`, 'parties[].contact.name', SHORT),
  may(`${PARTY}/contactPoint/email`, 'parties[].contact.email', SHORT),
  may(`${PARTY}/contactPoint/telephone`, 'parties[].contact.phone', SHORT),
  may(`${PARTY}/roles[]`, 'parties[].roles[]', SHORT),
];

const tenderRows: readonly NoticeRow[] = [
  may('tender/id', 'tender.id', SHORT),
  may('tender/title', 'tender.title', LONG),
  may('tender/description', 'tender.description', LONG),
  may('tender/status', 'tender.status', list('planning planned active cancelled unsuccessful complete withdrawn')),
  ...nameRows('tender/procuringEntity', 'tender.procuringEntity'),
  ...itemRows('tender/items[]', 'tender.items[]'),
  may('tender/lots[]/id', 'tender.lots[].id', SHORT),
  may('tender/lots[]/title', 'tender.lots[].title', LONG),
  may('tender/lots[]/description', 'tender.lots[].description', LONG),
  may('tender/lots[]/status', 'tender.lots[].status', SHORT),
  ...amountRows('tender/lots[]/value', 'tender.lots[].value'),
  ...amountRows('tender/value', 'tender.value'),
  ...amountRows('tender/minValue', 'tender.leastValue'),
  may('tender/procurementMethod', 'tender.method', list('open selective limited direct')),
  may('tender/procurementMethodDetails', 'tender.methodDetails', LONG),
  may('tender/procurementMethodRationale', 'tender.methodReason', LONG),
  may('tender/mainProcurementCategory', 'tender.category', list('goods works services')),
  may('tender/awardCriteria', 'tender.awardCriteria', SHORT),
  may('tender/awardCriteriaDetails', 'tender.awardCriteriaDetails', LONG),
  may('tender/submissionMethod[]', 'tender.submissionMethods[]', SHORT),
  may('tender/submissionMethodDetails', 'tender.submissionDetails', LONG),
  may('tender/eligibilityCriteria', 'tender.eligibility', LONG),
  ...periodRows('tender/tenderPeriod', 'tender.bidding'),
  ...periodRows('tender/enquiryPeriod', 'tender.enquiries'),
  may('tender/hasEnquiries', 'tender.hasEnquiries', indicator),
  ...periodRows('tender/awardPeriod', 'tender.awarding'),
  ...periodRows('tender/contractPeriod', 'tender.contracting'),
  may('tender/numberOfTenderers', 'tender.numberOfTenderers', number),
  ...nameRows('tender/tenderers[]', 'tender.tenderers[]'),
  ...documentRows('tender/documents[]', 'tender.documents[]'),
  ...amendmentRows('tender/amendments[]', 'tender.amendments[]'),
];

const resultRows: readonly NoticeRow[] = [
  must('bids/statistics[]/id', 'bids[].id', SHORT),
  must('bids/statistics[]/measure', 'bids[].measure', SHORT),
  may('bids/statistics[]/value', 'bids[].value', number),
  may('bids/statistics[]/date', 'bids[].at', instant),
  may('bids/statistics[]/notes', 'bids[].note', LONG),
  must('awards[]/id', 'awards[].id', SHORT),
  may('awards[]/title', 'awards[].title', LONG),
  may('awards[]/description', 'awards[].description', LONG),
  may('awards[]/status', 'awards[].status', list('pending active cancelled unsuccessful')),
  may('awards[]/date', 'awards[].on', instant),
  ...amountRows('awards[]/value', 'awards[].value'),
  ...nameRows('awards[]/suppliers[]', 'awards[].suppliers[]'),
  ...itemRows('awards[]/items[]', 'awards[].items[]'),
  ...periodRows('awards[]/contractPeriod', 'awards[].contracting'),
  ...documentRows('awards[]/documents[]', 'awards[].documents[]'),
  ...amendmentRows('awards[]/amendments[]', 'awards[].amendments[]'),
];

const contractRows: readonly NoticeRow[] = [
  must('contracts[]/id', 'contracts[].id', SHORT),
  must('contracts[]/awardID', 'contracts[].award', SHORT),
  may('contracts[]/title', 'contracts[].title', LONG),
  may('contracts[]/description', 'contracts[].description', LONG),
  may('contracts[]/status', 'contracts[].status', list('pending active cancelled terminated')),
  ...periodRows('contracts[]/period', 'contracts[].period'),
  ...amountRows('contracts[]/value', 'contracts[].value'),
  ...itemRows('contracts[]/items[]', 'contracts[].items[]'),
  may('contracts[]/dateSigned', 'contracts[].signedOn', instant),
  ...documentRows('contracts[]/documents[]', 'contracts[].documents[]'),
  ...amendmentRows('contracts[]/amendments[]', 'contracts[].amendments[]'),
];

/** A release of the Open Contracting Data Standard 1.1: what is published of a procurement at one moment. Keys stand in the order of the schema; numbers keep their writing. */
export const ocdsRelease = message<TenderNotice>({
  standard: 'OCDS',
  release: '1.1',
  message: 'release',
  source: 'Open Contracting Data Standard 1.1.5, release schema, with the lots and bids extensions',
  format: 'ocds',
  structure: { syntax: 'xml', root: 'release', sequences },
  blanks: tenderNoticeBlanks,
  extended: ['parties[]', 'awards[]', 'contracts[]', 'tender.items[]', 'tender.lots[]', 'tender.documents[]'],
  carried: [],
  rows: [
    must('ocid', 'process', SHORT),
    must('id', 'number', SHORT),
    must('date', 'publishedAt', instant),
    must('tag[]', 'stages[]', code(same<NoticeStage>(STAGES))),
    fixed('initiationType', 'tender'),
    ...partyRows,
    ...nameRows('buyer', 'buyer'),
    ...tenderRows,
    ...resultRows,
    ...contractRows,
    may('language', 'language', SHORT),
  ],
  rules: [whole],
});
