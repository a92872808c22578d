import type { ApplicationResponse } from '../../canonical/application-response.js';
import { applicationResponseBlanks } from '../../canonical/blanks.js';
import { message, type Rule } from '../../grammar/message.js';
import { beside, may, must } from '../../grammar/row.js';
import { structureOf } from '../directory/directory.js';
import { day, knownCoded, type Sized, sized } from '../fields/fields.js';
import { inBoth } from '../in-both.js';
import { numberRows } from '../shared/header-rows.js';
import { partyRows } from '../shared/part-rows.js';
import { moment } from '../shared/rules.js';

/** APERAK has no verdict of its own: BGM says it, or that there are errors does. */
const status: Rule<ApplicationResponse> = {
  name: 'status',
  says: 'Without a verdict in BGM the message was refused when it names errors (ERC), else received.',
  decoded: (response) => {
    response.status ??= response.findings.length > 0 ? 'rejected' : 'received';
  },
};

/** APERAK groups nothing but contacts below a party. */
const named = <const P extends string>(at: string, to: P, size: Sized) =>
  partyRows(at, to, size).filter((row) => !row.at.slice(at.length).includes('/'));

/**
 * Application error and acknowledgement. Source: UN/EDIFACT D.96A and D.01B, message APERAK. `document` is the message it answers
 * (RFF ACW, AGO); the place of a fault stands in RFF behind its code, where the guide names one.
 */
export const edifactApplicationResponses = inBoth((release) => {
  const size = sized(release);
  return message<ApplicationResponse>({
    standard: 'EDIFACT',
    release,
    message: 'APERAK',
    source: `UN/EDIFACT ${release}, message APERAK (application error and acknowledgement)`,
    format: 'edifact',
    structure: { syntax: 'edifact', segments: structureOf(release, 'APERAK') },
    blanks: applicationResponseBlanks,
    extended: [],
    carried: ['issuedAt'],
    rows: [
      beside('BGM01', '294'),
      ...numberRows(size),
      may(
        'BGM03',
        'status',
        knownCoded('1225', [
          ['29', 'accepted'],
          ['27', 'rejected'],
          ['34', 'acceptedWithErrors'],
          ['44', 'accepted'],
          ['45', 'acceptedWithErrors'],
          ['48', 'rejected'],
          ['11', 'received'],
        ]),
      ),
      may(
        'BGM04',
        'status',
        knownCoded('4343', [
          ['AP', 'accepted'],
          ['RE', 'rejected'],
          ['CA', 'acceptedWithErrors'],
          ['AB', 'received'],
        ]),
      ),
      may('DTM[01=7]01:2', 'effectiveOn', day),
      may('FTX[01=AAI|ZZZ|GEN][]04', 'note[]', size.free('FTX04')),
      may('FTX[01=AAO|ABO|CHG]04', 'reason', size.free('FTX04')),
      must('RFF[01=ACW|AGO|AGI|ON|IV|AAK|DM|CR|TN]01:2', 'document.number', size.text('RFF01:2')),
      may('RFF[01=ACW|AGO|AGI|ON|IV|AAK|DM|CR|TN]/DTM[01=171]01:2', 'document.issuedOn', day),
      ...named('NAD[01=MS|FR|SU|SE]', 'sender', size),
      ...named('NAD[01=MR|BY|DO]', 'receiver', size),
      may('ERC[]01', 'findings[].code', size.text('ERC01')),
      may('ERC[]/FTX04', 'findings[].message', size.free('FTX04')),
      may('ERC[]/RFF01:2', 'findings[].at', size.text('RFF01:2')),
      beside('ERC[]/FTX01', 'AAO'),
      beside('ERC[]/RFF01', 'ACW'),
    ],
    rules: [status, moment()],
  });
});
