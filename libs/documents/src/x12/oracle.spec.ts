import { describe, expect, it } from '@jest/globals';
import { billed, credited } from '../canonical/billing/testing.js';
import { counted, crated, unpacked } from '../canonical/goods/testing.js';
import { asked, offered } from '../canonical/sourcing/testing.js';
import { changeAnswered, changed, priced } from '../canonical/testing.js';
import type { Message } from '../grammar/message.js';
import { charged, screws, split } from '../grammar/testing.js';
import { hasJudges, judge } from '../testing.js';
import { x12TableOf } from './tables.js';
import { written } from './testing.js';

const FUNCTIONAL: Readonly<Record<string, string>> = {
  '850': 'PO',
  '855': 'PR',
  '860': 'PC',
  '865': 'CA',
  '856': 'SH',
  '861': 'RC',
  '810': 'IN',
  '832': 'SC',
  '846': 'IB',
  '840': 'RQ',
  '843': 'RR',
};
const documents: readonly (readonly [string, string, unknown])[] = [
  ['order', '850', screws],
  ['charged', '850', charged],
  ['answer', '855', split],
  ['change', '860', changed],
  ['cancellation', '860', { ...changed, purpose: 'cancel', lines: [] }],
  ['change-answer', '865', changeAnswered],
  ['notice', '856', crated],
  ['receipt', '861', unpacked],
  ['invoice', '810', billed],
  ['credit', '810', credited],
  ['catalogue', '832', priced],
  ['stock', '846', counted],
  ['request', '840', asked],
  ['offer', '843', offered],
];

if (!hasJudges) console.warn('skipped: the oracles are not installed (npm run oracles), so nobody else judges what we write');

(hasJudges ? describe : describe.skip)('what we write in X12', () => {
  it('is accepted by the tables of somebody else', () => {
    const files = documents.map(([name, set, document]): readonly [string, string] => {
      const table = x12TableOf({ type: set, release: '004010' }) as unknown as Message<unknown>;
      return [`${name}.edi`, written(table, document).text.replace('GS*PO', `GS*${FUNCTIONAL[set]}`)];
    });
    expect(judge(files)).toEqual(documents.map(([name]) => [`${name}.edi`, true, []]));
  }, 120_000);
});
