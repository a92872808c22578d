import { describe, expect, it } from '@jest/globals';
import type { CatalogueEvent } from '../canonical/catalogue.js';
import type { Mapping } from './csv/mapping.js';
import { openCatalogue } from './open-catalogue.js';

const mapping: Mapping = {
  columns: {
    no: 'supplierPart',
    maker: 'manufacturer',
    mpn: 'manufacturerPart',
    name: 'name',
    unit: 'orderUnit',
    price: 'price',
    A: 'stock@A',
  },
  decimalSeparator: '.',
  currency: 'USD',
};

/** A memory that keeps the marks of one file for the next, as plainly as it can be. */
class Memory {
  private way = '';
  private readonly known = new Map<string, number>();

  begin(way: string): void {
    this.way = way;
  }

  digest(text: string): string {
    return `${this.way} ${text}`;
  }

  habitsOf(digest: string): number | undefined {
    return this.known.get(digest);
  }

  async read(lines: readonly string[], asked = mapping): Promise<string[]> {
    const text = `no,maker,mpn,name,unit,price,A\n${lines.join('\n')}\n`;
    const reading = await openCatalogue(one(Buffer.from(text)), { mapping: asked, memory: this });
    const events: CatalogueEvent[] = [];
    for await (const event of reading.events) events.push(event);
    for (const event of events) {
      const mark = event.kind === 'row' ? event.row.mark : event.kind === 'same' ? event.same.mark : undefined;
      if (mark) this.known.set(mark.digest, mark.habits);
    }
    return events.flatMap(shown);
  }
}

async function* one(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

function shown(event: CatalogueEvent): string[] {
  if (event.kind === 'row') return [`row ${event.row.supplierPart}`];
  if (event.kind === 'same')
    return [`same ${event.same.supplierPart} ${event.same.stock.map((at) => at.quantity).join()}`.trim()];
  if (event.kind === 'refused') return [`refused ${event.refused.supplierPart}`];
  return event.kind === 'problem' ? [event.problem.code] : [];
}

const bolt = (n: number, { unit = 'EA', price = '1.00', name = 'Bolt' } = {}): string =>
  `P ${n},Acme,M-${n},${name},${unit},${price},7`;

describe('a CSV read with a memory', () => {
  it('knows records again wherever they stand, and only those without a finding', async () => {
    const memory = new Memory();
    const bad = bolt(3, { price: 'x' });
    expect(await memory.read([bolt(1), bolt(2, { name: '"a ""b"", c"' }), bad])).toEqual([
      'row P 1',
      'row P 2',
      'NUMBER_INVALID',
      'refused P 3',
    ]);
    expect(await memory.read([bad, '', bolt(2, { name: '"a ""b"", c"' }), bolt(4), bolt(1)])).toEqual([
      'NUMBER_INVALID',
      'refused P 3',
      'same P 2 7',
      'row P 4',
      'same P 1 7',
    ]);
  });

  it('tells a habit of the file at its first row that has it, also when all of them are known', async () => {
    const memory = new Memory();
    const rows = [1, 2, 3, 4].map((n) => bolt(n, { unit: 'pcs' }));
    expect(await memory.read(rows)).toEqual(['UNIT_TRANSLATED', 'row P 1', 'row P 2', 'row P 3', 'row P 4']);
    expect(await memory.read(rows)).toEqual(['UNIT_TRANSLATED', 'row P 1', 'same P 2 7', 'same P 3 7', 'same P 4 7']);
    expect(await memory.read(rows.slice(1))).toEqual(['UNIT_TRANSLATED', 'row P 2', 'same P 3 7', 'same P 4 7']);
  });

  it('reads anew what another mapping may read otherwise', async () => {
    const memory = new Memory();
    await memory.read([bolt(1)]);
    expect(await memory.read([bolt(1)], { ...mapping, currency: 'EUR' })).toEqual(['row P 1']);
  });
});
