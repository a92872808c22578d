import type { JsonTypes } from '../json/tree.js';

// Keys of an OCDS release. Source: Open Contracting Data Standard 1.1.5, release-schema.json, with the lots and bids extensions 1.1.5.

/** What stands in a list, as a number, as yes or no. */
export const ocdsTypes: JsonTypes = {
  lists: new Set(
    'additionalClassifications additionalIdentifiers additionalProcurementCategories amendments awards changes contracts documents items lots milestones parties relatedLots relatedProcesses relationship roles statistics submissionMethod suppliers tag tenderers transactions'.split(
      ' ',
    ),
  ),
  numbers: new Set('amount durationInDays numberOfTenderers quantity value'.split(' ')),
  flags: new Set(['hasEnquiries']),
};

const PERIOD = 'startDate endDate maxExtentDate durationInDays';
const VALUE = 'amount currency';
const REFERENCE = 'id name';

/** Keys of each object in the order of the schema, by the key it stands under. */
export const ocdsSequences: Readonly<Record<string, string>> = {
  release: 'ocid id date tag initiationType parties buyer planning tender bids awards contracts language relatedProcesses',
  parties: 'id name identifier additionalIdentifiers address contactPoint roles details',
  identifier: 'scheme id legalName uri',
  additionalIdentifiers: 'scheme id legalName uri',
  address: 'streetAddress locality region postalCode countryName',
  contactPoint: 'name email telephone faxNumber url',
  buyer: REFERENCE,
  procuringEntity: REFERENCE,
  tenderers: REFERENCE,
  suppliers: REFERENCE,
  tender:
    'id title description status procuringEntity items lots value minValue procurementMethod procurementMethodDetails procurementMethodRationale mainProcurementCategory additionalProcurementCategories awardCriteria awardCriteriaDetails submissionMethod submissionMethodDetails tenderPeriod enquiryPeriod hasEnquiries eligibilityCriteria awardPeriod contractPeriod numberOfTenderers tenderers documents milestones amendments',
  lots: 'id title description status value',
  items: 'id description classification additionalClassifications quantity unit relatedLot',
  classification: 'scheme id description uri',
  unit: 'scheme id name value uri',
  value: VALUE,
  minValue: VALUE,
  tenderPeriod: PERIOD,
  enquiryPeriod: PERIOD,
  awardPeriod: PERIOD,
  contractPeriod: PERIOD,
  period: PERIOD,
  documents: 'id documentType title description url datePublished dateModified format language',
  amendments: 'id date rationale description amendsReleaseID releaseID changes',
  bids: 'statistics details',
  statistics: 'id measure value date notes',
  awards: 'id title description status date value suppliers items contractPeriod documents amendments',
  contracts:
    'id awardID title description status period value items dateSigned documents implementation relatedProcesses milestones amendments',
};
