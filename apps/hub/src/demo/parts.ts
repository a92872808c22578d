import type { CataloguePrice, CatalogueRow } from '#libs/documents';
import { Draw, share } from './draw.js';
import { avionicsShapes, bearingShapes, consumableShapes, sealFamilies, standardFamilies } from './families.data.js';
import { demoMakers } from './world.data.js';

/** What a demo part says beyond the blank row. */
type Said = Partial<CatalogueRow> & Pick<CatalogueRow, 'supplierPart' | 'names' | 'prices'>;

const blank = { action: 'put', descriptions: {}, classifications: [], stock: [], keywords: [], media: [], features: [] } as const;

function row(line: number, said: Said): CatalogueRow {
  return {
    ...blank,
    line,
    customerPriceType: 'net_list',
    descriptions: {},
    classifications: [],
    stock: [],
    keywords: [],
    media: [],
    features: [],
    ...said,
  };
}

interface Pricing {
  amount: string;
  currency: string;
  basis: string;
  /** Quantities in order units from which the breaks hold. */
  breaks?: readonly number[];
}

/** A list price with breaks at 100, 92, 85 % and so on. */
function prices({ amount, currency, basis, breaks = [] }: Pricing): CataloguePrice[] {
  return [1, ...breaks].map((from, step) => ({
    type: 'net_list',
    amount: share(amount, 100 - step * 8 + (step > 1 ? 1 : 0)),
    currency,
    basis,
    fromQuantity: String(from),
  }));
}

const classes = (unspsc: string, ata: string): CatalogueRow['classifications'] => [
  { system: 'UNSPSC', code: unspsc },
  { system: 'ATA', code: ata },
];

/** Free stock over locations: most parts have some, one in eight has none and lives on its lead time. */
function stock(draw: Draw, locations: readonly string[], top: number): CatalogueRow['stock'] {
  if (draw.chance(0.125)) return [];
  return locations
    .filter((_, i) => i === 0 || draw.chance(0.45))
    .map((location) => ({ location, quantity: String(draw.whole(1, top)) }));
}

interface Shelf {
  currency: string;
  locations: readonly string[];
  seed: number;
  /** Share of the family's sizes that this supplier carries: suppliers overlap without being equal. */
  carries: number;
}

/** Standard hardware, ordered in boxes and priced per 100 pieces. */
export function* hardware({ currency, locations, seed, carries }: Shelf): Generator<CatalogueRow> {
  const draw = new Draw(seed);
  let line = 1;
  for (const family of standardFamilies) {
    for (const size of family.sizes) {
      for (let length = 1; length <= family.lengths; length++) {
        if (!draw.chance(carries)) continue;
        const number = `${family.prefix}${size}${family.prefix.endsWith('-') ? String(length).padStart(2, '0') : length}`;
        const box = draw.of(family.box);
        yield row(line++, {
          supplierPart: number,
          manufacturerCode: family.cage,
          manufacturer: family.body,
          manufacturerPart: number,
          approvalBasis: 'STANDARD',
          names: { en: `${family.name}, ${number}`, zh: family.zh },
          orderUnit: 'BX',
          contentUnit: 'EA',
          contentPerOrderUnit: String(box),
          priceUnit: 'EA',
          priceFactor: { numerator: String(box), denominator: '1' },
          prices: prices({ amount: draw.amount(family.price), currency, basis: String(family.per), breaks: [10, 50] }),
          minimum: '1',
          multiple: '1',
          leadDays: draw.whole(2, 21),
          leadKind: 'working',
          classifications: classes(family.unspsc, family.ata),
          stock: stock(draw, locations, 400),
          countryOfOrigin: 'US',
          category: 'HARDWARE',
        });
      }
    }
  }
}

/** O-rings by the hundred and bearings by the piece. */
export function* bearingsAndSeals({ currency, locations, seed, carries }: Shelf, most: number): Generator<CatalogueRow> {
  const draw = new Draw(seed);
  let line = 1;
  for (const family of sealFamilies) {
    for (let dash = 1; dash <= family.count; dash++) {
      if (!draw.chance(carries)) continue;
      const number = `${family.prefix}${String(dash).padStart(3, '0')}`;
      const box = draw.of(family.box);
      yield row(line++, {
        supplierPart: `${number}-PK${box}`,
        manufacturerCode: family.cage,
        manufacturer: family.body,
        manufacturerPart: number,
        approvalBasis: 'STANDARD',
        names: { en: `${family.name}, dash ${dash}`, de: `O-Ring, Strichnummer ${dash}`, zh: family.zh },
        orderUnit: 'PK',
        contentUnit: 'EA',
        contentPerOrderUnit: String(box),
        priceUnit: 'EA',
        priceFactor: { numerator: String(box), denominator: '1' },
        prices: prices({ amount: draw.amount(family.price), currency, basis: '100', breaks: [20] }),
        minimum: '1',
        multiple: '1',
        leadDays: draw.whole(3, 30),
        leadKind: 'working',
        shelfLifeDays: 5475,
        classifications: classes(family.unspsc, family.ata),
        stock: stock(draw, locations, 250),
        category: 'SEALS',
      });
    }
  }
  while (line <= most) {
    const shape = draw.of(bearingShapes);
    const maker = draw.of(demoMakers.bearings);
    const number = `${shape.letters}${6000 + line}-${draw.of(['2RS', 'ZZ', 'C3', 'P6', 'K'])}`;
    yield row(line++, {
      supplierPart: `HL-${100000 + line}`,
      manufacturer: maker.name,
      manufacturerCode: maker.cage,
      manufacturerPart: number,
      approvalBasis: 'OEM',
      names: { en: `${shape.name}, bore ${draw.whole(5, 120)} mm`, de: `Lager ${number}`, zh: shape.zh },
      orderUnit: 'EA',
      prices: prices({ amount: draw.amount(shape.price), currency, basis: '1', breaks: [10, 100] }),
      minimum: '1',
      multiple: '1',
      leadDays: draw.whole(5, 90),
      leadKind: 'calendar',
      classifications: classes('31171500', shape.ata),
      stock: stock(draw, locations, 60),
      countryOfOrigin: draw.of(['CH', 'DE', 'AT']),
      category: 'BEARINGS',
    });
  }
}

/** Line-replaceable units and their small electrical parts, by the piece, some non-cancellable. */
export function* avionics({ currency, locations, seed }: Shelf, most: number): Generator<CatalogueRow> {
  const draw = new Draw(seed);
  for (let line = 1; line <= most; line++) {
    const shape = draw.of(avionicsShapes);
    const maker = draw.of(shape.code === 'RELAY' || shape.code === 'CONN' ? demoMakers.electrical : demoMakers.avionics);
    const number = `${draw.whole(100, 989)}-${String(draw.whole(1, 9999)).padStart(4, '0')}-${String(line % 1000).padStart(3, '0')}`;
    const costly = shape.price[0] > 5000;
    yield row(line, {
      supplierPart: `MA${String(20_000 + line)}`,
      manufacturer: maker.name,
      manufacturerCode: maker.cage,
      manufacturerPart: number,
      approvalBasis: draw.chance(0.85) ? 'OEM' : 'PMA',
      names: { en: `${shape.name}, ${maker.name.split(' ')[0]} ${shape.code}-${draw.whole(100, 999)}`, zh: shape.zh },
      orderUnit: 'EA',
      prices: prices({ amount: draw.amount(shape.price), currency, basis: '1', ...(costly ? {} : { breaks: [25] }) }),
      minimum: '1',
      multiple: '1',
      leadDays: draw.whole(costly ? 20 : 3, costly ? 180 : 45),
      leadKind: 'calendar',
      nonCancellable: costly && draw.chance(0.3),
      classifications: classes(costly ? '25202600' : '39121000', shape.ata),
      stock: stock(draw, locations, costly ? 4 : 80),
      countryOfOrigin: draw.of(['GB', 'US', 'FR']),
      category: 'AVIONICS',
    });
  }
}

/** Consumables with shelf life, hazard and odd units, named in English and Chinese. */
export function* consumables({ currency, locations, seed }: Shelf, most: number): Generator<CatalogueRow> {
  const draw = new Draw(seed);
  for (let line = 1; line <= most; line++) {
    const shape = draw.of(consumableShapes);
    const maker = draw.of(shape.code === 'FILT' ? demoMakers.filters : demoMakers.chemicals);
    const number = `${shape.code}${draw.whole(1, 98)}${draw.of(['A', 'B', 'C', ''])}-${String(line).padStart(4, '0')}`;
    yield row(line, {
      supplierPart: `FM-${String(line).padStart(5, '0')}`,
      manufacturer: maker.name,
      manufacturerCode: maker.cage,
      manufacturerPart: number,
      approvalBasis: 'COMMERCIAL',
      names: { en: `${shape.name}, ${number}`, zh: `${shape.zh} ${number}` },
      orderUnit: shape.unit,
      prices: prices({
        amount: draw.amount(shape.price),
        currency,
        basis: '1',
        breaks: shape.unit === 'MTR' ? [100, 500] : [12],
      }),
      minimum: shape.unit === 'MTR' ? '10' : '1',
      multiple: shape.unit === 'MTR' ? '10' : '1',
      leadDays: draw.whole(3, 40),
      leadKind: 'calendar',
      ...(shape.life ? { shelfLifeDays: shape.life } : {}),
      ...(shape.hazmat ? { hazmat: shape.hazmat } : {}),
      classifications: classes(shape.unspsc, shape.ata),
      stock: stock(draw, locations, shape.unit === 'MTR' ? 5000 : 180),
      countryOfOrigin: draw.of(['TW', 'SG', 'US', 'DE']),
      category: 'CONSUMABLES',
    });
  }
}
