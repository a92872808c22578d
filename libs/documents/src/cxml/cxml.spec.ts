import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { charged, damaged, orders, responses, screws, split } from '../grammar/testing.js';
import { readXml } from '../xml/read-xml.js';
import {
  decodeCxmlConfirmationRequest,
  decodeCxmlOrderRequest,
  encodeCxmlConfirmationRequest,
  encodeCxmlOrderRequest,
} from './codec.js';
import { readCxml, readCxmlEnvelope } from './envelope.js';
import { redactSharedSecret } from './redact.js';
import { decodeCxmlResponse, writeCxmlResponse } from './response.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const rootOf = (text: string) => readXml(bytes(text)).root!;
const errors = (problems: readonly { severity: string; code: string }[]) =>
  problems.filter((problem) => problem.severity === 'error');
const header = {
  payloadId: '1@hub',
  timestamp: '2026-03-02T10:00:00Z',
  test: true,
  from: { value: 'AN-1', scheme: 'NetworkId' },
  to: { value: '081466849', scheme: '0060' },
  sender: { value: 'AN-1', scheme: 'NetworkId' },
  sharedSecret: 'se<cr>et',
  userAgent: 'Entrepot',
};

describe('an order in cXML', () => {
  it('is read as it was written, priced per 100 and sold in boxes of 25', () => {
    const { text, problems } = encodeCxmlOrderRequest(screws, header);
    expect(errors(problems)).toEqual([]);
    expect(text).toContain('<PriceBasisQuantity quantity="100" conversionFactor="25">');
    const { document, problems: found } = decodeCxmlOrderRequest(rootOf(text));
    expect(found).toEqual([]);
    expect(document?.lines.map((line) => [line.number, line.quantity, line.price])).toEqual(
      screws.lines.map((line) => [line.number, line.quantity, line.price]),
    );
    expect([document?.totals?.payable, document?.currency]).toEqual(['21.40', 'EUR']);
    expect([document?.buyer.identifiers, document?.supplier.identifiers]).toEqual([
      [{ value: 'AN-1', scheme: 'NetworkId' }],
      [{ value: '081466849', scheme: '0060' }],
    ]);
  });

  it('any order comes back as it went; the parties are those of the envelope', () => {
    fc.assert(
      fc.property(orders, (order) => {
        const { text, problems } = encodeCxmlOrderRequest(order, header);
        expect(errors(problems)).toEqual([]);
        const { document, problems: found } = decodeCxmlOrderRequest(rootOf(text));
        expect(found).toEqual([]);
        const { totals, ...read } = document!;
        expect({ ...read, buyer: order.buyer, supplier: order.supplier }).toEqual(order);
        expect(encodeCxmlOrderRequest(document!, header).text).toBe(text);
      }),
      { numRuns: 40 },
    );
  });

  it("keeps the partner's own unit and echoes it", () => {
    const text = encodeCxmlOrderRequest(screws, header).text.replace(
      '<UnitOfMeasure>XBX</UnitOfMeasure>',
      '<UnitOfMeasure>BX</UnitOfMeasure>',
    );
    const { document } = decodeCxmlOrderRequest(rootOf(text));
    expect(document?.lines[0]?.quantity).toEqual({ value: '7', unit: 'XBX', rawUnit: 'BX' });
    expect(encodeCxmlOrderRequest(document!, header).text).toContain('<UnitOfMeasure>BX</UnitOfMeasure>');
  });

  it('a place without a code has no lone domain', () => {
    const shipTo = {
      identifiers: [{ value: '', scheme: 'ASSIGNED_BY_BUYER' }],
      name: 'Dock 4',
      address: { lines: [], country: 'NO' },
    };
    const { text, problems } = encodeCxmlOrderRequest({ ...screws, shipTo }, header);
    expect(errors(problems)).toEqual([]);
    expect(/<ShipTo>\s*(<Address[^>]*>)/.exec(text)?.[1]).toBe('<Address>');
  });

  it('charges are Modifications of the Total, those of a line of its UnitPrice with the scope LineItem', () => {
    const { text, problems } = encodeCxmlOrderRequest(charged, header);
    expect(errors(problems)).toEqual([]);
    expect(/<Total>.*?<\/Total>/s.exec(text)?.[0].replace(/>\s+</g, '><')).toBe(
      '<Total><Money currency="EUR">78.90</Money><Modifications>' +
        '<Modification><AdditionalCost><Money currency="EUR">50.00</Money></AdditionalCost><ModificationDetail name="Aircraft on ground" code="AOG"/></Modification>' +
        '<Modification><AdditionalDeduction><DeductionAmount><Money currency="EUR">5.00</Money></DeductionAmount></AdditionalDeduction><ModificationDetail name="95" code="95"/></Modification>' +
        '</Modifications></Total>',
    );
    expect(/<UnitPrice>.*?<\/UnitPrice>/s.exec(text)?.[0].replace(/>\s+</g, '><')).toBe(
      '<UnitPrice><Money currency="EUR">4.37</Money><Modifications>' +
        '<Modification><AdditionalCost><Money currency="EUR">12.50</Money></AdditionalCost><ModificationDetail name="CERT" code="CERT" scope="LineItem"/></Modification>' +
        '</Modifications></UnitPrice>',
    );
    const { document, problems: found } = decodeCxmlOrderRequest(rootOf(text));
    expect(found).toEqual([]);
    expect([document?.charges, document?.lines[0]?.charges, document?.totals]).toEqual([
      [charged.charges[0], { ...charged.charges[1], reason: '95' }],
      [{ isCharge: true, code: 'CERT', reason: 'CERT', amount: '12.50' }],
      { payable: '78.90' },
    ]);
    expect(encodeCxmlOrderRequest(document!, header).text).toBe(text);
  });

  it('a total that nobody states is that of lines and charges', () => {
    const { totals: _none, ...order } = charged;
    const { document } = decodeCxmlOrderRequest(rootOf(encodeCxmlOrderRequest(order, header).text));
    expect(document?.totals).toEqual({ payable: '78.90' });
  });

  it('a modification of the unit price is no charge of the line and is kept; one of the order without an amount is an error', () => {
    const { text } = encodeCxmlOrderRequest(charged, header);
    const unit = decodeCxmlOrderRequest(rootOf(text.replace('scope="LineItem"', 'scope="UnitPrice"'))).document!;
    expect(unit.lines[0]?.charges).toEqual([]);
    expect(encodeCxmlOrderRequest(unit, header).text).toContain('scope="UnitPrice"');
    const percent = text.replace('<Money currency="EUR">50.00</Money>', '<Percentage percent="10"/>');
    expect(errors(decodeCxmlOrderRequest(rootOf(percent)).problems).map((problem) => problem.code)).toEqual(['VALUE_MISSING']);
  });

  it('a payment card is read over, never kept', () => {
    const text = encodeCxmlOrderRequest(screws, header).text.replace(
      '<Comments>',
      '<Payment><PCard number="4111111111111111" expiration="2030-01-01"/></Payment><Comments>',
    );
    expect(JSON.stringify(decodeCxmlOrderRequest(rootOf(text)))).not.toContain('4111');
  });

  it('damage never throws', () => {
    fc.assert(
      fc.property(damaged(encodeCxmlOrderRequest(screws, header).text), (input) => {
        const { root } = readXml(input);
        if (root !== undefined) decodeCxmlOrderRequest(root);
        redactSharedSecret(input);
        readCxmlEnvelope(input);
      }),
      { numRuns: 700 },
    );
  });
});

describe('a confirmation in cXML', () => {
  it('answers per quantity', () => {
    const { text, problems } = encodeCxmlConfirmationRequest(split, header);
    expect(errors(problems)).toEqual([]);
    const { document, problems: found } = decodeCxmlConfirmationRequest(rootOf(text));
    expect(found).toEqual([]);
    expect(document?.lines.map(({ number, quantity, schedules }) => ({ number, quantity, schedules }))).toEqual(
      split.lines.map(({ number, quantity, schedules }) => ({ number, quantity, schedules })),
    );
    expect([document?.order, document?.status, document?.number]).toEqual([split.order, 'changed', 'SO-77']);
  });

  it('a price per 100 with its factor, and a substitute, come back exact', () => {
    const price = { amount: '4.40', basis: '100', unit: 'EA', factor: { numerator: '25', denominator: '1' } };
    const response = structuredClone(split);
    response.lines[0]!.quantity = { value: '7', unit: 'XBX' };
    response.lines[0]!.schedules = [
      { status: 'changed', quantity: { value: '5', unit: 'XBX' }, price },
      {
        status: 'substituted',
        quantity: { value: '2', unit: 'XBX' },
        price,
        substitute: { supplierPart: 'NAS1149-F0364P', classifications: [], description: 'Washer' },
      },
    ];
    const { document } = decodeCxmlConfirmationRequest(rootOf(encodeCxmlConfirmationRequest(response, header).text));
    expect(document?.lines[0]?.schedules).toEqual(response.lines[0]!.schedules);
  });

  it('except accepts what it does not list', () => {
    const { text } = encodeCxmlConfirmationRequest({ ...split, unlisted: 'accepted' }, header);
    expect(text).toContain('type="except"');
    expect(decodeCxmlConfirmationRequest(rootOf(text)).document?.unlisted).toBe('accepted');
  });

  it('any answer comes back with the same quantities', () => {
    fc.assert(
      fc.property(responses, (response) => {
        const { text, problems } = encodeCxmlConfirmationRequest(response, header);
        expect(errors(problems)).toEqual([]);
        const { document, problems: found } = decodeCxmlConfirmationRequest(rootOf(text));
        expect(found).toEqual([]);
        expect(document?.lines.map(({ number, quantity, schedules }) => ({ number, quantity, schedules }))).toEqual(
          response.lines.map(({ number, quantity, schedules }) => ({ number, quantity, schedules })),
        );
      }),
      { numRuns: 40 },
    );
  });
});

describe('the envelope', () => {
  const { text } = encodeCxmlOrderRequest(screws, header);

  it('hands the secret over apart', () => {
    const parts = readCxml(rootOf(text))!;
    expect([parts.kind, parts.envelope.payloadId, parts.envelope.test]).toEqual(['OrderRequest', '1@hub', true]);
    expect(parts.secrets).toEqual([{ domain: 'NetworkId', identity: 'AN-1', sharedSecret: 'se<cr>et' }]);
    expect(JSON.stringify(parts.envelope)).not.toContain('se<cr>et');
    expect(readCxmlEnvelope(bytes(text))).toEqual({
      payloadId: '1@hub',
      test: true,
      sender: { value: 'AN-1', scheme: 'NetworkId' },
      sharedSecret: 'se<cr>et',
    });
    expect(readCxmlEnvelope(bytes('no xml'))).toEqual({ test: false });
  });

  it.each([
    ['plain', '<SharedSecret>hush!</SharedSecret>'],
    ['with attributes and blanks', '<SharedSecret a="1" >hush!</SharedSecret >'],
    ['in CDATA', '<SharedSecret><![CDATA[hush!]]></SharedSecret>'],
    ['behind a false end', '<SharedSecret><!-- </SharedSecret> -->hush!</SharedSecret>'],
    ['never closed', '<SharedSecret>hush!'],
    ['as a mac', '<CredentialMac type="x">hush!</CredentialMac>'],
    ['as a card', '<PCard expiration="1" number="hush!"/>'],
  ])('%s, the secret is gone from what is stored', (_name, secret) => {
    for (const document of [`<cXML><Credential>${secret}</Credential></cXML>`, `<a>${secret}`]) {
      expect(new TextDecoder().decode(redactSharedSecret(bytes(document)))).not.toContain('hush!');
      const wide = Buffer.from(`\uFEFF${document}`, 'utf16le');
      expect(Buffer.from(redactSharedSecret(wide)).toString('utf16le')).not.toContain('hush!');
    }
  });

  it('nothing else is changed', () => {
    const plain = bytes('<a>ü</a>');
    expect(redactSharedSecret(plain)).toBe(plain);
    const redacted = new TextDecoder().decode(redactSharedSecret(bytes(text)));
    expect(redacted).toBe(text.replace('se&lt;cr&gt;et', '[redacted]'));
  });

  it('an endless run of openings costs no more than its length', () => {
    const start = process.cpuUsage();
    redactSharedSecret(bytes('<SharedSecret>'.repeat(100_000)));
    // Milliseconds, whose square would be minutes.
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(5_000);
  });
});

describe('the response', () => {
  it('is read as it was written', () => {
    const text = writeCxmlResponse({
      payloadId: 'r@hub',
      timestamp: '2026-03-02T10:00:00Z',
      status: { code: '406', text: 'Not Acceptable' },
      detail: 'Line 3 <no>',
    });
    expect(decodeCxmlResponse(rootOf(text)).document).toEqual({ code: '406', text: 'Not Acceptable', message: 'Line 3 <no>' });
    expect(decodeCxmlResponse(rootOf('<cXML><Response/></cXML>')).problems.map((problem) => problem.code)).toEqual([
      'VALUE_MISSING',
    ]);
  });
});
