import { isCage, isCountryCode, isGtin, partNumberMax } from '#libs/kernel';
import type { AttributeName, CatalogueEvent, CatalogueRow } from '../../canonical/catalogue.js';
import type { FileHabits } from './findings.js';
import { Findings } from './findings.js';
import { checkPrices } from './price-check.js';
import type { DraftField, RowDraft } from './row-draft.js';
import { classificationShapes, codePoint, forbiddenCharacters, oneLine, readFlag, spreadsheetDamage } from './row-values.js';
import { checkTerms } from './term-check.js';
import { checkUnits } from './units/unit-check.js';

/**
 * The rules that every catalogue row has to pass, whatever its format. Errors where money or identity is unclear, then
 * the row is refused whole; warnings where a side value is bad, then the value is left out. Checks one row at a time and
 * remembers none: duplicate part numbers in one file are for the staging table, by one GROUP BY over `supplierPart`.
 */
export class RowCheck {
  readonly findings: Findings;

  constructor(habits: FileHabits) {
    this.findings = new Findings(habits);
  }

  /** Starts a record: call before anything is added to `findings` for it. */
  start(line: number): void {
    this.findings.start(line);
  }

  /** Appends the row, or its refusal, and every finding about it. `raw` is asked for only when the row is refused. */
  finish(draft: RowDraft, out: CatalogueEvent[], raw?: () => Record<string, string>): void {
    const { findings } = this;
    const row = this.#row(draft);
    for (const problem of findings.problems) out.push({ kind: 'problem', problem });
    if (row !== undefined && !findings.failed) {
      out.push({ kind: 'row', row });
      return;
    }
    const refused = { line: draft.line, action: draft.action };
    const supplierPart = oneLine(draft.supplierPart);
    out.push({
      kind: 'refused',
      refused: { ...refused, ...(supplierPart === '' ? {} : { supplierPart }), ...(raw === undefined ? {} : { raw: raw() }) },
    });
  }

  #row(draft: RowDraft): CatalogueRow | undefined {
    const supplierPart = this.#partNumber(draft.supplierPart, 'supplierPart');
    if (supplierPart === undefined) return undefined;
    this.findings.name(supplierPart);
    const row = emptyRow(draft, supplierPart);
    if (draft.action === 'delete') return row;
    if (draft.action !== 'price') {
      this.#identity(draft, row);
      this.#texts(draft, row);
      this.#ordering(draft, row);
      this.#lists(draft, row);
    }
    checkPrices(draft, row, this.findings);
    checkTerms(draft, row, this.findings);
    checkUnits(draft, row, this.findings);
    return row;
  }

  #partNumber(text: string, field: 'supplierPart' | 'manufacturerPart'): string | undefined {
    const value = oneLine(text);
    const { findings } = this;
    if (value === '') {
      if (field === 'supplierPart') findings.add('SUPPLIER_PART_MISSING', field);
      return undefined;
    }
    if (value.length > partNumberMax)
      findings.add('PART_NUMBER_TOO_LONG', field, { values: { limit: String(partNumberMax), value } });
    else if (spreadsheetDamage.test(value) && /E\+/i.test(value))
      findings.add('PART_NUMBER_DAMAGED', field, { values: { value } });
    else if (!this.#isClean(value, field)) findings.failed = true;
    else return value;
    return undefined;
  }

  /** Whether the text can be stored and still says what its sender meant. */
  #isClean(value: string, field: DraftField, column?: string): boolean {
    const found = forbiddenCharacters.exec(value);
    const place = column === undefined ? {} : { column };
    if (found !== null) {
      this.findings.add('CHARACTER_INVALID', field, { values: { found: codePoint(found[0]) }, ...place });
      return false;
    }
    if (value.includes('\ufffd')) this.findings.add('CHARACTER_REPLACED', field, place);
    return true;
  }

  #identity(draft: RowDraft, row: CatalogueRow): void {
    const { findings } = this;
    const manufacturerPart = this.#partNumber(draft.manufacturerPart, 'manufacturerPart');
    if (manufacturerPart !== undefined) row.manufacturerPart = manufacturerPart;
    const manufacturer = oneLine(draft.manufacturer);
    if (manufacturer !== '' && this.#isClean(manufacturer, 'manufacturer')) row.manufacturer = manufacturer;
    const code = draft.manufacturerCode.trim().toUpperCase();
    if (code !== '') {
      if (isCage(code)) row.manufacturerCode = code;
      else findings.add('CAGE_INVALID', 'manufacturerCode', { values: { value: code } });
    }
    const gtin = draft.gtin.trim();
    if (gtin !== '') {
      if (isGtin(gtin)) row.gtin = gtin;
      else findings.add('GTIN_INVALID', 'gtin', { values: { value: gtin } });
    }
  }

  #texts(draft: RowDraft, row: CatalogueRow): void {
    row.names = this.#cleaned(draft.names, 'name', true);
    row.descriptions = this.#cleaned(draft.descriptions, 'description', false);
    if (row.action !== 'change' && isEmpty(row.names)) this.findings.add('NAME_MISSING', 'name');
    if (draft.category !== '') row.category = oneLine(draft.category);
    if (draft.hazmat !== '') row.hazmat = oneLine(draft.hazmat);
    if (draft.approvalBasis !== '') row.approvalBasis = oneLine(draft.approvalBasis);
    if (draft.attributes !== undefined) row.attributes = this.#attributes(draft.attributes);
  }

  #attributes(texts: Partial<Record<AttributeName, string>>): Partial<Record<AttributeName, string>> {
    const entries = Object.entries(texts) as [AttributeName, string][];
    return Object.fromEntries(
      entries.filter(([name, text]) => this.#isClean(text, name)).map(([name, text]) => [name, oneLine(text)]),
    );
  }

  #cleaned(texts: Record<string, string>, field: DraftField, flat: boolean): Record<string, string> {
    const clean: Record<string, string> = {};
    for (const language in texts) {
      const value = flat ? oneLine(texts[language]!) : texts[language]!.trim();
      if (value !== '' && this.#isClean(value, field)) clean[language] = value;
    }
    return clean;
  }

  #ordering(draft: RowDraft, row: CatalogueRow): void {
    const { findings } = this;
    const minimum = findings.positive(draft.minimum, 'minimum');
    if (minimum !== undefined) row.minimum = minimum;
    const multiple = findings.positive(draft.multiple, 'multiple');
    if (multiple !== undefined) row.multiple = multiple;
    const leadDays = findings.wholeDays(draft.leadDays, 'leadDays');
    if (leadDays !== undefined) row.leadDays = leadDays;
    if (leadDays !== undefined && draft.leadKind !== undefined) row.leadKind = draft.leadKind;
    const shelfLife = findings.wholeDays(draft.shelfLifeDays, 'shelfLifeDays');
    if (shelfLife !== undefined) row.shelfLifeDays = shelfLife;
    if (draft.nonCancellable !== '') {
      const flag = readFlag(draft.nonCancellable);
      if (flag !== undefined) row.nonCancellable = flag;
      else findings.add('VALUE_INVALID', 'nonCancellable', { values: { value: draft.nonCancellable, expected: 'yes or no' } });
    }
  }

  #lists(draft: RowDraft, row: CatalogueRow): void {
    const { findings } = this;
    for (const { system, code, column } of draft.classifications) {
      const value = code.trim();
      const shape = classificationShapes[system];
      if (value === '') continue;
      if (shape === undefined || shape.test(value)) row.classifications.push({ system, code: value });
      else
        findings.add('CODE_INVALID', 'classification', {
          values: { value, system },
          ...(column === undefined ? {} : { column }),
        });
    }
    row.stock = this.stock(draft.stock);
    const country = draft.countryOfOrigin.trim().toUpperCase();
    if (country !== '') {
      if (isCountryCode(country)) row.countryOfOrigin = country;
      else findings.add('COUNTRY_UNKNOWN', 'countryOfOrigin', { values: { value: country } });
    }
  }

  /** The counts of a row; what is no number is left out, with a finding. */
  stock(written: RowDraft['stock']): CatalogueRow['stock'] {
    const { findings } = this;
    return written.flatMap(({ location, quantity, column }) => {
      const value = quantity === '' ? undefined : findings.number(quantity, 'stock', column);
      if (value === undefined) return [];
      const isNegative = value.charCodeAt(0) === 45;
      if (isNegative)
        findings.add('STOCK_NEGATIVE', 'stock', { values: { value: quantity }, ...(column === undefined ? {} : { column }) });
      return [{ location, quantity: isNegative ? '0' : value }];
    });
  }
}

function emptyRow(draft: RowDraft, supplierPart: string): CatalogueRow {
  const row: CatalogueRow = {
    line: draft.line,
    action: draft.action,
    supplierPart,
    names: {},
    descriptions: {},
    prices: [],
    classifications: [],
    stock: [],
    keywords: draft.keywords,
    media: draft.media,
    features: draft.features,
  };
  if (draft.cells !== undefined) row.cells = draft.cells;
  if (draft.extensions !== undefined) row.extensions = draft.extensions;
  return row;
}

function isEmpty(record: Record<string, string>): boolean {
  for (const _ in record) return false;
  return true;
}
