/** What an offer says: columns that staging, offers and history share, in COPY order. `supply.content_digest` covers exactly these and the breaks. */
export const contentColumns = [
  'name',
  'order_unit',
  'raw_order_unit',
  'content_unit',
  'content_per_order_unit',
  'price_unit',
  'price_factor_num',
  'price_factor_den',
  'list_price',
  'currency',
  'basis',
  'break_mode',
  'audience',
  'category',
  'minimum',
  'multiple',
  'lead_days',
  'lead_kind',
  'charges',
  'ncnr',
  'returnable_days',
  'condition',
  'approval_basis',
  'country_of_origin',
  'valid_from',
  'valid_to',
  'details',
  'price_type',
  'held_until',
  'break_unit',
  'break_scope',
  'cancel_days',
] as const;

/** Columns that a PRICE row replaces together; a CHANGE row that names a price replaces them too. */
export const priceColumns = [
  'list_price',
  'currency',
  'basis',
  'break_mode',
  'valid_from',
  'valid_to',
  'price_type',
  'held_until',
  'break_unit',
  'break_scope',
] as const;

const listColumns = ['break_from', 'break_price', 'stock_location', 'stock_quantity', 'stock_as_of'] as const;

/** Columns of a staged row behind its supplier part, in COPY order: what one row says. */
export const saidColumns = ['maker', 'maker_name', 'part_number', ...contentColumns, ...listColumns] as const;

/** Columns of supply.staged_row in COPY order. */
export const stagedColumns = [
  'org_id',
  'upload_id',
  'row_no',
  'line',
  'action',
  'refused',
  'supplier_part',
  ...saidColumns,
] as const;

/**
 * The digest of a content whose columns and breaks stand under these SQL texts: `column` gives that of a content column. The order is
 * that of `supply.content_digest`: breaks behind the details.
 */
export function digestOf(
  column: (name: (typeof contentColumns)[number]) => string,
  breaks: { from: string; price: string },
): string {
  const parts = contentColumns.flatMap((name) =>
    name === 'details' ? [column(name), breaks.from, breaks.price] : [column(name)],
  );
  return `supply.content_digest(${parts.join(', ')})`;
}
