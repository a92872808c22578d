/** What an offer says of its price beyond the usual: firm, breaks in order units of one line, cancellable until the day before despatch. */
const unusualColumns = ['price_type', 'held_until', 'break_unit', 'break_scope', 'cancel_days'] as const;

/** What an offer says: columns that staging, offers and history share, in COPY order. The digest covers exactly these and the breaks. */
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
  ...unusualColumns,
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
 * The digest of a row's content. Dates as day numbers, because their text follows a setting of the session. A row that says nothing
 * unusual has the digest it had before such columns were.
 */
export function digestOf(row: string): string {
  const part = (column: string) =>
    /^valid_|_until$/.test(column) ? `(${row}.${column} - date '2000-01-01')` : `${row}.${column}`;
  const usual = contentColumns.filter((column) => !(unusualColumns as readonly string[]).includes(column)).map(part);
  const unusual = unusualColumns.map(part).join(', ');
  return `sha256(convert_to(row(${[...usual, `${row}.break_from`, `${row}.break_price`].join(', ')})::text
    || case when num_nonnulls(${unusualColumns.map((column) => `${row}.${column}`).join(', ')}) > 0 then row(${unusual})::text else '' end, 'UTF8'))`;
}
