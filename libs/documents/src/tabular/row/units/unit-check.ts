import { compare, isPackageUnit } from '#libs/kernel';
import type { CatalogueRow } from '../../../canonical/catalogue.js';
import type { Findings } from '../findings.js';
import type { DraftField, RowDraft } from '../row-draft.js';

/**
 * Reads order, content and price unit and the exact factors between them (trade-rules 1, 2). An unknown unit refuses the
 * row; a package without content and a supplier's own unit only say that they cannot be compared. Runs after the prices:
 * a part without any price may lack its unit.
 */
export function checkUnits(draft: RowDraft, row: CatalogueRow, findings: Findings): void {
  orderUnit(draft, row, findings);
  const contentUnit = unitOf(draft.contentUnit, 'contentUnit', findings);
  if (contentUnit !== undefined) row.contentUnit = contentUnit;
  const content = findings.positive(draft.contentPerOrderUnit, 'contentPerOrderUnit');
  if (content !== undefined) row.contentPerOrderUnit = content;
  const priceUnit = unitOf(draft.priceUnit, 'priceUnit', findings);
  if (priceUnit !== undefined && priceUnit !== row.orderUnit) priceFactor(draft, row, { findings, priceUnit });
  if (
    row.orderUnit !== undefined &&
    content === undefined &&
    isPackageUnit(row.orderUnit) &&
    row.action !== 'change' &&
    row.action !== 'price'
  ) {
    findings.add('CONTENT_MISSING', 'contentPerOrderUnit', { values: { unit: row.orderUnit } });
  }
}

function orderUnit(draft: RowDraft, row: CatalogueRow, findings: Findings): void {
  const written = draft.orderUnit.trim();
  if (written === '') {
    if (row.prices.length > 0 && row.action !== 'change' && row.action !== 'price' && findings.habits.ownUnits !== true) {
      findings.add('UNIT_MISSING', 'orderUnit');
    }
    return;
  }
  const unit = unitOf(written, 'orderUnit', findings);
  if (unit !== undefined) row.orderUnit = unit;
  if (unit !== written) row.rawOrderUnit = written;
}

function priceFactor(draft: RowDraft, row: CatalogueRow, price: { findings: Findings; priceUnit: string }): void {
  const { findings, priceUnit } = price;
  row.priceUnit = priceUnit;
  const factor = findings.positive(draft.priceUnitsPerOrderUnit, 'priceUnitsPerOrderUnit');
  if (factor !== undefined) {
    row.priceFactor = { numerator: factor, denominator: '1' };
    const content = priceUnit === row.contentUnit ? row.contentPerOrderUnit : undefined;
    // Some exporters read the factor the other way round; where the content tells the truth, neither is guessed.
    if (content !== undefined && compare(content, factor) !== 0) {
      findings.add('FACTOR_CONTRADICTS', 'priceUnitsPerOrderUnit', {
        values: { orderUnit: row.orderUnit ?? '', content, priceUnit, factor },
      });
    }
  } else if (priceUnit === row.contentUnit && row.contentPerOrderUnit !== undefined) {
    row.priceFactor = { numerator: row.contentPerOrderUnit, denominator: '1' };
  } else if (draft.priceUnitsPerOrderUnit === '' && row.action !== 'change' && row.action !== 'price') {
    findings.add('FACTOR_MISSING', 'priceUnit', { values: { priceUnit, orderUnit: row.orderUnit ?? draft.orderUnit } });
  }
}

function unitOf(text: string, field: DraftField, findings: Findings): string | undefined {
  const written = text.trim();
  if (written === '') return undefined;
  const reading = findings.units.read(written);
  switch (reading.kind) {
    case 'code':
      return reading.unit;
    case 'alias':
      findings.addOnce('UNIT_TRANSLATED', field, { key: written, values: { value: written, unit: reading.unit } });
      return reading.unit;
    default:
      if (findings.habits.ownUnits === true) {
        findings.addOnce('UNIT_OF_SUPPLIER', field, { key: written, values: { value: written } });
        return undefined;
      }
      findings.add(reading.kind === 'ambiguous' ? 'UNIT_AMBIGUOUS' : 'UNIT_UNKNOWN', field, {
        values: { value: written, suggestion: reading.suggestion },
      });
      return undefined;
  }
}
