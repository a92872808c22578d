import { isCurrencyCode } from '#libs/kernel';
import type { CatalogueEvent, CatalogueHeader } from '../../canonical/catalogue.js';
import type { GrammarNode } from '../../grammar/node.js';
import { Unreadable } from '../../tabular/row/problem.js';
import { RowCheck } from '../../tabular/row/row-check.js';
import type { DraftField } from '../../tabular/row/row-draft.js';
import { structureOf } from '../directory/directory.js';
import { type EdifactRelease, releaseOf } from '../directory/release.js';
import type { Segment } from '../syntax/read-segments.js';
import { treeOf } from '../tree/tree.js';
import { isFull, lineDraft, type PricatContext, validity } from './line-draft.js';
import { SegmentFeed } from './segment-feed.js';

/** Segments of one line or of the heading at most; a line of the standard has some thousands of groups, of the trade a hundred. */
const SEGMENTS_MAX = 20_000;

/**
 * Reads a PRICAT of any size as a catalogue. One line is held at a time. Prices in force come from PRI, their first quantity
 * from RNG, their days from DTM; one file is one message. Source: UN/EDIFACT D.96A and D.01B, message PRICAT.
 */
export async function* readPricat(
  text: AsyncIterable<string>,
  options: { charset: () => string },
): AsyncGenerator<CatalogueEvent[]> {
  const reader = new PricatReader(options.charset);
  const feed = new SegmentFeed((segment) => reader.segment(segment));
  for await (const piece of text) {
    try {
      feed.write(piece);
    } catch (error) {
      yield reader.take();
      throw error;
    }
    yield reader.take();
  }
  try {
    feed.end();
    reader.end();
  } catch (error) {
    yield reader.take();
    throw error;
  }
  yield reader.take();
}

const ENVELOPE = new Set(['UNB', 'UNG', 'UNE', 'UNZ']);

/** What is being gathered, and where it ends. */
type Part = 'none' | 'heading' | 'group' | 'line' | 'done';

class PricatReader {
  readonly #charset: () => string;
  #out: CatalogueEvent[] = [];
  #release: EdifactRelease = 'D.96A';
  #held: Segment[] = [];
  #part: Part = 'none';
  #context: PricatContext = { function: '9', currency: '', validFrom: '', validTo: '', category: '', language: 'en' };
  #check: RowCheck | undefined;
  #count = 0;

  constructor(charset: () => string) {
    this.#charset = charset;
  }

  take(): CatalogueEvent[] {
    return this.#out.splice(0);
  }

  /** After the last segment. */
  end(): void {
    if (this.#part === 'none') throw new Unreadable('FILE_NOT_A_CATALOGUE', { found: 'an EDIFACT interchange without PRICAT' });
    if (this.#part !== 'done') throw new Unreadable('FILE_TRUNCATED', { missing: 'the message has no UNT' });
  }

  segment(segment: Segment): void {
    if (this.#part !== 'none' && this.#part !== 'done') this.#count++;
    if (segment.tag === 'UNH') this.#begin(segment);
    else if (segment.tag === 'UNT') this.#finish(segment);
    else if (segment.tag === 'PGI') this.#next('group', segment);
    else if (segment.tag === 'LIN') this.#next('line', segment);
    else if (!ENVELOPE.has(segment.tag)) this.#hold(segment);
  }

  #hold(segment: Segment): void {
    if (this.#part === 'none' || this.#part === 'done') return;
    if (this.#held.length >= SEGMENTS_MAX)
      throw new Unreadable('XML_TOO_LARGE', { what: 'The line', limit: `${SEGMENTS_MAX} segments` }, { line: segment.line });
    this.#held.push(segment);
  }

  #begin(segment: Segment): void {
    const [type = '', version = '', release = ''] = segment.elements[2] ?? [];
    if (this.#part === 'done') throw new Unreadable('TRANSACTION_MIXED', {}, { line: segment.line });
    if (type.trim().toUpperCase() !== 'PRICAT')
      throw new Unreadable('FILE_NOT_A_CATALOGUE', { found: `the EDIFACT message ${type.slice(0, 10)}` }, { line: segment.line });
    this.#release = releaseOf(version, release).release;
    this.#part = 'heading';
    this.#count = 1;
  }

  #finish(segment: Segment): void {
    if (this.#part === 'none' || this.#part === 'done') return;
    this.#flush();
    this.#part = 'done';
    const declared = segment.elements[1]?.[0]?.trim() ?? '';
    if (/^\d{1,9}$/.test(declared) && Number(declared) !== this.#count)
      throw new Unreadable(
        'ITEM_COUNT_DIFFERS',
        { declared: `${declared} segments`, found: String(this.#count) },
        { line: segment.line },
      );
  }

  #next(part: 'group' | 'line', segment: Segment): void {
    if (this.#part === 'none' || this.#part === 'done') return;
    this.#flush();
    this.#part = part;
    this.#held.push(segment);
  }

  /** Hands on what was gathered: the heading, a product group, a line. */
  #flush(): void {
    const segments = this.#held.splice(0);
    const { root } = treeOf(segments, structureFor(this.#release, this.#part), this.#release);
    if (this.#part === 'heading') this.#heading(root);
    const [first] = root.children;
    if (first === undefined) return;
    if (this.#part === 'group') this.#context.category = first.values.get('02:4') ?? first.values.get('02') ?? '';
    else if (this.#part === 'line' && this.#check !== undefined) {
      this.#check.start(first.line ?? 0);
      this.#check.finish(lineDraft(first, this.#context), this.#out);
    }
  }

  #heading(root: GrammarNode): void {
    const of = (name: string, qualifiers?: readonly string[]) =>
      root.children.find(
        (child) => child.name === name && (qualifiers === undefined || qualifiers.includes(child.values.get('01') ?? '')),
      );
    const days = validity(root.children);
    this.#context = {
      ...this.#context,
      function: of('BGM')?.values.get('03') ?? '9',
      currency: of('CUX')?.values.get('01:2')?.trim() ?? '',
      validFrom: days?.from ?? '',
      validTo: days?.to ?? '',
    };
    this.#out.push({ kind: 'header', header: this.#header(of) });
    this.#check = new RowCheck({
      decimalSeparator: '.',
      forgivesComma: true,
      plainPackages: true,
      dateFormat: 'YYYYMMDD',
      columns: PLACES,
      language: this.#context.language,
      ...(isCurrencyCode(this.#context.currency) ? { currency: this.#context.currency } : {}),
    });
  }

  #header(of: (name: string, qualifiers?: readonly string[]) => GrammarNode | undefined): CatalogueHeader {
    const [supplier, buyer] = [of('NAD', ['SU', 'SE']), of('NAD', ['BY', 'OB'])];
    const [number, day, scheme] = [
      of('BGM')?.values.get('02'),
      of('DTM', ['137'])?.values.get('01:2') ?? '',
      supplier?.values.get('02:3'),
    ];
    const id = supplier?.values.get('02');
    const name = (party: GrammarNode | undefined) => party?.values.get('04') ?? party?.values.get('03');
    const { currency } = this.#context;
    return {
      format: 'edifact',
      version: this.#release,
      transaction: 'PRICAT',
      mode: isFull(this.#context) ? 'full' : 'delta',
      supplierIds: id === undefined ? [] : [{ ...(scheme === undefined ? {} : { scheme }), value: id }],
      charset: this.#charset(),
      language: this.#context.language,
      ...(number === undefined ? {} : { catalogueId: number }),
      ...(isCurrencyCode(currency) ? { currency } : {}),
      ...(name(supplier) === undefined ? {} : { supplierName: name(supplier) as string }),
      ...(name(buyer) === undefined ? {} : { buyerName: name(buyer) as string }),
      ...(/^\d{8}$/.test(day) ? { generatedAt: `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}` } : {}),
    };
  }
}

/** The part of the structure that what was gathered belongs to. */
function structureFor(release: EdifactRelease, part: Part) {
  const rules = structureOf(release, 'PRICAT');
  if (part === 'heading') return rules;
  const group = rules.filter(({ id }) => id === 'PGI');
  return part === 'group' ? group : (group[0]?.children ?? []).filter(({ id }) => id === 'LIN');
}

/** Places as findings name them. */
const PLACES: Readonly<Partial<Record<DraftField, string>>> = {
  action: 'LIN02',
  supplierPart: 'PIA02 (SA)',
  manufacturer: 'NAD+MF',
  manufacturerPart: 'PIA02 (MF)',
  gtin: 'LIN03',
  name: 'IMD03:4',
  description: 'IMD03:4',
  leadDays: 'DTM+169',
  orderUnit: 'QTY+53',
  contentUnit: 'QTY+59',
  contentPerOrderUnit: 'QTY+59',
  minimum: 'QTY+53',
  multiple: 'QTY+165',
  basis: 'PRI01:5',
  price: 'PRI01:2',
  priceUnit: 'PRI01:6',
  priceUnitsPerOrderUnit: 'QTY+59',
  currency: 'CUX01:2',
  fromQuantity: 'RNG02:2',
  taxRate: 'TAX05:4',
  validFrom: 'DTM+157',
  validTo: 'DTM+36',
  countryOfOrigin: 'ALI01',
};
