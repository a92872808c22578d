import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DespatchAdvice } from '../../canonical/goods/despatch-advice.js';
import { counted, crated, despatches, unpacked } from '../../canonical/goods/testing.js';
import { damaged } from '../../grammar/testing.js';
import { elementsOf, findElement, textOf } from '../../xml/element.js';
import { readXml } from '../../xml/read-xml.js';
import { decodeUbl, encodeUbl } from '../codec.js';
import { errorsOf, lostPlaces, rootOf, thereAndBack } from '../testing.js';
import { ublDespatchAdvice } from './despatch-advice.js';
import { ublReceiptAdvice } from './receipt-advice.js';
import { ublInventoryReport, ublStockAvailabilityReport } from './stock-report.js';

describe('a despatch advice in UBL', () => {
  it('comes back as it went: pallet, case on it, lots, serial number, certificate', () => {
    const { back, errors } = thereAndBack(ublDespatchAdvice, crated);
    expect(errors).toEqual([]);
    expect(back).toEqual(crated);
  });

  it('has the pallet below each line that lies on it, the case in it, and knows it again by its SSCC', () => {
    const { text } = encodeUbl(ublDespatchAdvice, crated);
    const units = elementsOf(rootOf(text), 'DespatchLine').map((line) => {
      const [unit] = elementsOf(findElement(line, 'Shipment')!, 'TransportHandlingUnit');
      return [textOf(findElement(unit!, 'ID')!), elementsOf(unit!, 'Package').map((one) => textOf(findElement(one, 'ID')!))];
    });
    expect(units).toEqual([
      ['373400306809981733', ['C-1']],
      ['373400306809981733', []],
    ]);
    expect(decodeUbl(ublDespatchAdvice, rootOf(text)).document?.packages).toEqual(crated.packages);
  });

  it('names the supplier as sender and the buyer as receiver unless others are; their network addresses stand with these', () => {
    const { text } = encodeUbl(ublDespatchAdvice, crated);
    expect(['SellerSupplierParty', 'BuyerCustomerParty'].map((name) => findElement(rootOf(text), name))).toEqual([
      undefined,
      undefined,
    ]);
    const elsewhere: DespatchAdvice = {
      ...crated,
      shipTo: { identifiers: [], name: 'Warehouse 4', address: { lines: ['Dock 2'], country: 'NO' } },
    };
    const { back, errors, text: other } = thereAndBack(ublDespatchAdvice, elsewhere);
    expect(errors).toEqual([]);
    expect(textOf(findElement(rootOf(other), 'DeliveryCustomerParty', 'Party', 'EndpointID')!)).toBe('7300010000001');
    expect([back?.buyer.endpoint, back?.shipTo]).toEqual([crated.buyer.endpoint, elsewhere.shipTo]);
  });

  it('every place of the table comes back', () => {
    // The whole document names neither ship-from nor ship-to, so that a single value there makes a party that replaces the trader.
    const { buyer: shipTo, supplier: shipFrom, shipment } = structuredClone(crated);
    const whole = { ...crated, shipTo, shipFrom, shipment: { ...shipment, despatchOn: '2026-03-02', deliverOn: '2026-03-02' } };
    // Network addresses move to the traders; the end of a window without a start is the day of delivery.
    expect(lostPlaces(ublDespatchAdvice, whole)).toEqual([
      'shipFrom.endpoint.value',
      'shipFrom.endpoint.scheme',
      'shipTo.endpoint.value',
      'shipTo.endpoint.scheme',
      'shipment.deliveryWindow.end',
    ]);
  });

  it('says what it cannot say: inner levels, quantities per unit, units without goods, and the purpose is an error', () => {
    const { problems } = encodeUbl(ublDespatchAdvice, {
      ...crated,
      purpose: 'cancel',
      packages: [...crated.packages, { id: 'I-1', parent: 'C-1', marks: [] }, { id: 'E-1', marks: [] }],
      lines: [{ ...crated.lines[0]!, packed: [{ package: 'I-1', quantity: { value: '3', unit: 'XBX' } }] }, crated.lines[1]!],
    });
    expect(errorsOf(problems).map(({ code }) => code)).toEqual(['PURPOSE_NOT_EXPRESSIBLE']);
    expect(problems.filter(({ code }) => code === 'NOT_EXPRESSED').map(({ at }) => at)).toEqual([
      'lines[0].packed[]',
      'lines[0].packed[].quantity',
      'packages[E-1]',
    ]);
  });

  it('an item that nobody can identify is an error, a parent that leads in a circle is none', () => {
    const line = { ...crated.lines[0]!, item: { name: 'Washer', classifications: [] }, packed: [{ package: 'A' }] };
    const { problems } = encodeUbl(ublDespatchAdvice, {
      ...crated,
      packages: [
        { id: 'A', parent: 'B', marks: [] },
        { id: 'B', parent: 'A', marks: [] },
      ],
      lines: [line],
    });
    expect(errorsOf(problems).map(({ code }) => code)).toEqual(['ITEM_NOT_IDENTIFIED']);
  });

  it('any advice comes back as it went', () => {
    const endpoint = { value: '7300010000001', scheme: '0088' };
    fc.assert(
      fc.property(despatches, (advice) => {
        const sent = { ...advice, buyer: { ...advice.buyer, endpoint }, supplier: { ...advice.supplier, endpoint } };
        const { back, errors, text } = thereAndBack(ublDespatchAdvice, sent);
        expect(errors).toEqual([]);
        expect({ ...back, packages: byId(back?.packages) }).toEqual({ ...sent, packages: byId(used(sent)) });
        expect(encodeUbl(ublDespatchAdvice, back!).text).toBe(text);
      }),
      { numRuns: 25 },
    );
  });

  it('damage never throws', () => {
    fc.assert(
      fc.property(damaged(encodeUbl(ublDespatchAdvice, crated).text), (input) => {
        const { root } = readXml(input);
        if (root !== undefined) decodeUbl(ublDespatchAdvice, root);
      }),
      { numRuns: 150 },
    );
  });
});

/** Units that a line lies in, and what they stand in; an empty pallet has no place in the profile. */
function used({ packages, lines }: DespatchAdvice): DespatchAdvice['packages'] {
  const named = new Set(lines.flatMap((line) => line.packed.map((one) => one.package)));
  const outer = new Set(packages.filter(({ id }) => named.has(id)).map(({ parent }) => parent));
  return packages.filter(({ id }) => named.has(id) || outer.has(id));
}

function byId(packages: DespatchAdvice['packages'] | undefined) {
  return packages?.toSorted((a, b) => a.id.localeCompare(b.id));
}

describe('a receipt advice in UBL', () => {
  it('comes back as it went; a line of the despatch advice is one of the advice the document names', () => {
    const { back, errors, text } = thereAndBack(ublReceiptAdvice, unpacked);
    expect(errors).toEqual([]);
    expect(back).toEqual(unpacked);
    expect(findElement(rootOf(text), 'ReceiptLine', 'DespatchLineReference', 'DocumentReference')).toBeUndefined();
  });

  it('every place of the table comes back', () => {
    const named = (name: string) => ({ identifiers: [], name });
    const whole = { ...unpacked, shipTo: named('Dock'), shipFrom: named('Yard'), receivedOn: '2026-03-02' };
    expect(lostPlaces(ublReceiptAdvice, whole)).toEqual([
      'shipTo.endpoint.value',
      'shipTo.endpoint.scheme',
      'shipFrom.endpoint.value',
      'shipFrom.endpoint.scheme',
    ]);
  });

  it('says its purpose, and what was accepted has no place', () => {
    const line = { ...unpacked.lines[1]!, accepted: { value: '1', unit: 'EA' } };
    const { text, problems } = encodeUbl(ublReceiptAdvice, { ...unpacked, purpose: 'cancel', lines: [line] });
    expect(decodeUbl(ublReceiptAdvice, rootOf(text)).document?.purpose).toBe('cancel');
    expect(problems.map(({ at, code }) => [at, code])).toEqual([
      ['lines[].accepted.value', 'NOT_EXPRESSED'],
      ['lines[].accepted.unit', 'NOT_EXPRESSED'],
    ]);
  });
});

describe('stock in UBL', () => {
  it('an inventory comes back as it went: each quantity a line of its own, gathered again', () => {
    const { back, errors, text } = thereAndBack(ublInventoryReport, counted);
    expect(errors).toEqual([]);
    expect(back).toEqual(counted);
    expect(elementsOf(rootOf(text), 'InventoryReportLine').map((line) => textOf(findElement(line, 'ID')!))).toEqual([
      '1',
      '1-2',
      '2',
    ]);
  });

  it("a sender's own line 1-2 of another part stays a line of its own", () => {
    const [first, second] = counted.lines;
    const { back } = thereAndBack(ublInventoryReport, {
      ...counted,
      lines: [
        { ...first!, quantities: first!.quantities.slice(0, 1) },
        { ...second!, number: '1-2' },
      ],
    });
    expect(back?.lines.map(({ number }) => number)).toEqual(['1', '1-2']);
  });

  it('what can be ordered is an availability report; kinds it does not know and places are reported', () => {
    const [first] = counted.lines;
    const report = {
      ...counted,
      report: 'availability' as const,
      lines: [
        {
          ...first!,
          quantities: [
            { kind: 'available' as const, quantity: { value: '8', unit: 'XBX' } },
            { kind: 'reserved' as const, quantity: { value: '2', unit: 'XBX' } },
          ],
        },
      ],
    };
    const { text, problems } = encodeUbl(ublStockAvailabilityReport, report);
    expect([...new Set(problems.map(({ at }) => at))]).toEqual([
      'lines[0].quantities[]',
      'lines[].location.identifier.value',
      'lines[].location.identifier.scheme',
      'lines[].location.name',
      'lines[].location.country',
    ]);
    expect(decodeUbl(ublStockAvailabilityReport, rootOf(text)).document?.lines[0]?.quantities).toEqual([
      { kind: 'available', quantity: { value: '8', unit: 'XBX' } },
    ]);
    expect(errorsOf(encodeUbl(ublInventoryReport, report).problems).map(({ code }) => code)).toEqual(['REPORT_NOT_EXPRESSIBLE']);
  });

  it('every place of the tables comes back', () => {
    const whole = {
      ...counted,
      lines: [{ ...counted.lines[1]!, quantities: [{ kind: 'onHand' as const, quantity: { value: '1', unit: 'EA' } }] }],
    };
    expect(lostPlaces(ublInventoryReport, whole)).toEqual([]);
    const available = {
      ...whole,
      report: 'availability' as const,
      lines: [{ ...whole.lines[0]!, quantities: [{ kind: 'available' as const, quantity: { value: '1', unit: 'EA' } }] }],
    };
    expect(lostPlaces(ublStockAvailabilityReport, available)).toEqual([]);
  });
});
