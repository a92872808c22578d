import type { CatalogueEvent, CatalogueHeader, CatalogueRow } from './catalogue.js';
import type { Extensions } from './line.js';
import type { Party } from './party.js';
import type { Decoded } from './problem.js';

/**
 * A catalogue that comes as one document, small enough to be held: the rows are those of the streamed formats. `provider` sends it,
 * `supplier` sells when that is another. Sources: UBL 2.1 Catalogue, Peppol BIS Catalogue 3 (T19), X12 004010 832, cXML 1.2 Index, EDIFACT PRICAT.
 */
export interface CatalogueDocument {
  kind: 'catalogue';
  header: CatalogueHeader;
  /** Absent where a format has no day of its own (X12 832, cXML Index). */
  issuedOn?: string;
  issuedAt?: string;
  validFrom?: string;
  validUntil?: string;
  agreement?: string;
  note: string[];
  provider: Party;
  receiver: Party;
  supplier?: Party;
  rows: CatalogueRow[];
  extensions?: Extensions;
}

/** The same as events, as the streamed formats tell it, for who takes in catalogues. A document with an error is not complete, so that nothing is withdrawn by it. */
export function catalogueEvents({ document, problems }: Decoded<CatalogueDocument>): CatalogueEvent[] {
  const found = problems.map(
    (problem): CatalogueEvent => ({
      kind: 'problem',
      problem: {
        line: problem.line ?? 0,
        column: problem.at,
        code: problem.code,
        message: problem.message,
        severity: problem.severity,
        ...(document === undefined && problem.severity === 'error' ? { fatal: true } : {}),
      },
    }),
  );
  const counted = (severity: string) => problems.filter((problem) => problem.severity === severity).length;
  const errors = counted('error');
  const rows = document?.rows ?? [];
  return [
    ...(document === undefined ? [] : [{ kind: 'header' as const, header: document.header }]),
    ...rows.map((row): CatalogueEvent => ({ kind: 'row', row })),
    ...found,
    {
      kind: 'end',
      end: {
        complete: document !== undefined && errors === 0,
        rows: rows.length,
        refused: 0,
        errors,
        warnings: counted('warning'),
      },
    },
  ];
}
