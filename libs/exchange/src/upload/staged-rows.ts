import type {
  CatalogueEvent,
  CatalogueRow,
  CatalogueTerms,
  RefusedRow,
  RowProblem,
  SameRow as SameRecord,
} from '#libs/documents';
import type { RowDetails, SameRow, StagedAction, StagedProblem, StagedRow } from '#libs/supply';
import { choosePrices, type PriceChoice } from './price-set.js';

const actions: Readonly<Record<CatalogueRow['action'], StagedAction>> = {
  put: 'PUT',
  add: 'ADD',
  change: 'CHANGE',
  delete: 'DELETE',
  price: 'PRICE',
};
const priceKinds = { firm: 'FIRM', budget: 'BUDGET', quote: 'QUOTE' } as const;
const breakModes = { whole: 'WHOLE', graduated: 'GRADUATED' } as const;
const chargeBases = { line: 'LINE', order: 'ORDER', package: 'PACKAGE' } as const;
const severities = { error: 'ERROR', warning: 'WARNING', info: 'INFO' } as const;

/** What the assembly knows beside a row: findings on it, the names of its columns, which prices count, and whether only they do. */
export interface RowFacts extends PriceChoice {
  problems: readonly StagedProblem[];
  columns?: readonly string[] | undefined;
  pricesOnly?: boolean;
}

/** A reader's row as supply stages it. */
export function stagedRow(row: CatalogueRow, { problems: found, columns, pricesOnly, ...choice }: RowFacts): StagedRow {
  const priced = choosePrices(row, choice);
  const problems = [...found, ...priced.problems];
  const staged: StagedRow = {
    line: row.line,
    action: pricesOnly ? 'PRICE' : actions[row.action],
    supplierPart: row.supplierPart,
  };
  Object.assign(
    staged,
    priced.staged,
    said({
      manufacturer: row.manufacturer,
      manufacturerCode: row.manufacturerCode,
      manufacturerPart: row.manufacturerPart,
      name: row.names['en'] ?? Object.values(row.names)[0],
      orderUnit: row.orderUnit,
      rawOrderUnit: row.rawOrderUnit,
      contentUnit: row.contentUnit,
      contentPerOrderUnit: row.contentPerOrderUnit,
      priceUnit: row.priceUnit,
      priceFactor: row.priceFactor,
      category: row.category,
      minimum: row.minimum,
      multiple: row.multiple,
      leadDays: row.leadDays,
      leadKind:
        row.leadKind === undefined ? undefined : row.leadKind === 'working' ? ('WORKING' as const) : ('CALENDAR' as const),
      nonCancellable: row.nonCancellable,
      approvalBasis: row.approvalBasis,
      countryOfOrigin: row.countryOfOrigin,
    }),
    row.terms && termsOf(row.terms),
  );
  const details = detailsOf(row);
  if (Object.keys(details).length > 0) staged.details = details;
  if (row.stock.length > 0) staged.stock = row.stock;
  if (problems.length > 0) staged.problems = problems;
  if (row.mark) staged.mark = row.mark;
  if (problems.length > 0 && row.cells && columns)
    staged.raw = Object.fromEntries(columns.map((column, i) => [column, row.cells![i] ?? '']));
  return staged;
}

/** A record that says what it said before. */
function sameRow({ line, supplierPart, stock, mark }: SameRecord): SameRow {
  return { line, supplierPart, same: mark, ...(stock.length > 0 ? { stock } : {}) };
}

function termsOf({ priceKind, breakMode, charges, ...rest }: CatalogueTerms): Partial<StagedRow> {
  return said({
    ...rest,
    priceType: priceKind && priceKinds[priceKind],
    breakMode: breakMode && breakModes[breakMode],
    charges: charges?.map((charge) => ({ ...charge, per: chargeBases[charge.per] })),
  });
}

/** A row that the reader refused: its identity and its problems. */
export function refusedRow(refused: RefusedRow, problems: readonly StagedProblem[]): StagedRow {
  return {
    line: refused.line,
    action: refused.action ? actions[refused.action] : 'PUT',
    refused: true,
    ...(refused.supplierPart === undefined ? {} : { supplierPart: refused.supplierPart }),
    ...(refused.raw ? { raw: refused.raw } : {}),
    problems,
  };
}

export function stagedProblem(problem: RowProblem): StagedProblem {
  return {
    code: problem.code,
    severity: severities[problem.severity],
    message: problem.message,
    line: problem.line,
    ...(problem.column === undefined ? {} : { column: problem.column }),
    ...(problem.values ? { facts: problem.values } : {}),
  };
}

function detailsOf(row: CatalogueRow): RowDetails {
  const some = <T>(list: readonly T[]): readonly T[] | undefined => (list.length > 0 ? list : undefined);
  const filled = <T extends object>(map: T): T | undefined => (Object.keys(map).length > 0 ? map : undefined);
  const code = (system: RegExp) => row.classifications.find((c) => system.test(c.system))?.code;
  return said({
    names: filled(row.names),
    description: row.descriptions['en'] ?? Object.values(row.descriptions)[0],
    descriptions: filled(row.descriptions),
    unspsc: code(/^UNSPSC/i),
    ata: code(/^ATA/i),
    classifications: some(row.classifications),
    gtin: row.gtin,
    shelfLifeDays: row.shelfLifeDays,
    hazmat: row.hazmat,
    ...row.attributes,
    keywords: some(row.keywords),
    media: some(row.media),
    features: some(row.features),
    extensions: row.extensions && some(row.extensions),
  });
}

/** Without the keys whose value is undefined: absent means "not said". */
function said<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const known: { [K in keyof T]?: Exclude<T[K], undefined> } = {};
  // Not by entries: that would be a tenth of all that reading a catalogue leaves to the collector.
  for (const key in fields) if (fields[key] !== undefined) known[key] = fields[key] as Exclude<T[typeof key], undefined>;
  return known;
}

/** Problems come before the row they concern: they are held until it arrives, then travel with it. */
export class RowAssembly {
  private readonly waiting = new Map<number, StagedProblem[]>();
  private columns: readonly string[] | undefined;

  constructor(private readonly choice: Pick<RowFacts, keyof PriceChoice | 'pricesOnly'>) {}

  /** What an event adds to the staging: nothing, or one row. Problems of the file as a whole are handed to `onFileProblem`. */
  take(event: CatalogueEvent, onFileProblem: (problem: RowProblem) => void): StagedRow | SameRow | undefined {
    switch (event.kind) {
      case 'header':
        this.columns = event.header.columns;
        return undefined;
      case 'problem':
        if (event.problem.line <= 0 || event.problem.fatal) onFileProblem(event.problem);
        else this.hold(event.problem);
        return undefined;
      case 'row':
        return stagedRow(event.row, { ...this.choice, problems: this.release(event.row.line), columns: this.columns });
      case 'same':
        return sameRow(event.same);
      case 'refused':
        return refusedRow(event.refused, this.release(event.refused.line));
      default:
        return undefined;
    }
  }

  /** Problems whose row never came. */
  rest(): StagedProblem[] {
    return [...this.waiting.values()].flat();
  }

  private hold(problem: RowProblem): void {
    const list = this.waiting.get(problem.line) ?? [];
    list.push(stagedProblem(problem));
    this.waiting.set(problem.line, list);
  }

  private release(line: number): StagedProblem[] {
    const problems = this.waiting.get(line) ?? [];
    this.waiting.delete(line);
    return problems;
  }
}
