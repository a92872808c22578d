import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import type { CatalogueDocument } from '../canonical/catalogue-document.js';
import type { ReceiptAdvice } from '../canonical/goods/receipt-advice.js';
import type { RequestForQuotation } from '../canonical/sourcing/request-for-quotation.js';
import type { Message } from '../grammar/message.js';
import { catalogue832 } from './catalogue/catalogue-832.js';
import { decodeSet } from './codec.js';
import { readInterchangeAcknowledgements } from './envelope/acknowledge-interchange.js';
import { readInterchanges } from './envelope/read-interchange.js';
import { receipt861 } from './goods/receipt-861.js';
import { orderChange860 } from './ordering/order-change-860.js';
import { orderChangeResponse865 } from './ordering/order-change-response-865.js';
import { request840 } from './sourcing/request-840.js';
import { errorsOf, setsOf } from './testing.js';

const CORPUS = process.env['CORPUS'] ?? fileURLToPath(new URL('../../../../../shared/corpus', import.meta.url));
const SETS = join(CORPUS, 'x12');
const present = existsSync(SETS);
if (!present) console.warn('skipped: there is no ../shared/corpus beside this checkout, so no real X12 is read');

const bytesOf = (file: string) => readFileSync(join(SETS, file));
const read = <T>(table: Message<T>, file: string) =>
  decodeSet(table, setsOf(bytesOf(file)).find(({ type }) => type === table.table.message)!);

(present ? describe : describe.skip)('real sets', () => {
  it.each(['1', 'TV', 'VS', 'VS.forEnvelopeVersioning', 'X', 'newDelimiters'])('an 840 in six dresses: %s', (dress) => {
    const { document, problems } = read<RequestForQuotation>(request840, `samples/EDIandXML__OBOE/sample.output.840.${dress}`);
    expect(errorsOf(problems)).toEqual([]);
    expect([document?.number, document?.issuedOn, document?.closesOn]).toEqual(['F0470097T3125', '2000-03-17', '2000-03-24']);
    expect(
      document?.lines.map(({ number, quantity, requestedDelivery, shipTo }) => [
        number,
        quantity,
        requestedDelivery,
        shipTo?.name,
      ]),
    ).toEqual([['0001', { value: '25', unit: 'XST', rawUnit: 'SH' }, '2000-07-11', 'EDWARDS AFB, CA']]);
  });

  it('an 840 of an airline', () => {
    const { document, problems } = read(request840, 'samples/irobayna__stupidedi/basic-request-for-quotation.edi');
    expect([
      problems,
      document?.number,
      document?.lines[0]?.item.manufacturerPart,
      document?.lines[0]?.requestedDelivery,
    ]).toEqual([[], 'RFQ1234', 'XYZ-1234', '2017-05-15']);
  });

  it('an 832 of films, with three kinds of price for each', () => {
    const { document, problems } = read<CatalogueDocument>(catalogue832, 'samples/eskrano__php-edi-coedition/832-sample.edi');
    expect(errorsOf(problems)).toEqual([]);
    expect([document?.header.catalogueId, document?.issuedOn, document?.rows.length]).toEqual([
      '04022013124937',
      '2013-04-02',
      7,
    ]);
    expect(document?.rows[0]).toMatchObject({
      supplierPart: 'FMA BRFN09510',
      gtin: '704400095108',
      manufacturer: 'FUNIMATION PROD INC',
    });
    expect(document?.rows[0]?.prices.map(({ type, amount, currency }) => [type, amount, currency])).toEqual([
      ['RPP', '14.99', 'USD'],
      ['DIS', '17.99', 'USD'],
      ['nrp', '29.98', 'USD'],
    ]);
  });

  it('an 861 that says goods are held', () => {
    const { document, problems } = read<ReceiptAdvice>(receipt861, 'other-sets/anatoli308__edifacts/ReceivingAdvice.txt');
    expect(problems.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
      'LINE_NUMBER_ASSUMED warning',
      'CONDITION_UNKNOWN warning',
    ]);
    expect([document?.number, document?.receivedOn, document?.lines[0]?.item.buyerPart]).toEqual([
      'C000548241',
      '2009-01-02',
      'U0070062',
    ]);
  });

  it('an 860 with dates of the last century and an 865 without line numbers are refused with the place', () => {
    expect(errorsOf(read(orderChange860, 'other-sets/irobayna__stupidedi/PC860__fail__1.edi').problems)).toEqual([
      'DATE_NOT_VALID BCH06',
      'VALUE_MISSING BCH11',
    ]);
    expect(errorsOf(read(orderChangeResponse865, 'other-sets/Inteligenz__X12Parser/FromAdvanceAutoParts.txt').problems)).toEqual([
      'VALUE_MISSING POC[1]01',
      'VALUE_MISSING POC[1]/ACK[1]01',
    ]);
  });

  it('acknowledgements of interchanges', () => {
    const verdicts = [
      'EDIandXML__OBOE/justTA1TestCase.edi',
      'xlate__staedi/x12_interchange_ack.txt',
      'Inteligenz__X12Parser/TechnicalAcknowledgment_Sample1.txt',
    ].map((file) =>
      readInterchanges(bytesOf(`malformed/${file}`))
        .interchanges.flatMap(readInterchangeAcknowledgements)
        .map(({ document, problems }) =>
          document === undefined ? errorsOf(problems) : [document.control, document.status, document.note],
        ),
    );
    expect(verdicts).toEqual([
      [['723010635', 'rejected', '024']],
      [['000000050', 'accepted', '000']],
      [['VALUE_MISSING TA105'], ['VALUE_MISSING TA105']],
    ]);
  });
});
