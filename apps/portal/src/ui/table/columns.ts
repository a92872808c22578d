import type { ReactNode } from 'react';

/** One column: its words, its cell, and its plain value for sorting and for files. */
export interface DataColumn<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Plain text for CSV; what is left out of files has none. */
  text?: (row: Row) => string;
  /** Ascending order of two rows; a column without it cannot be sorted here. */
  compare?: (a: Row, b: Row) => number;
  /** The column is sorted by the hub; see `sorting`. */
  sortable?: boolean;
  align?: 'start' | 'end';
  /** Least width in pixels. */
  width?: number;
  /** Not shown at first. */
  hidden?: boolean;
  /** Cannot be taken out. */
  fixed?: boolean;
}

export interface DataTableProps<Row> {
  /** Names the table for screen readers. */
  label: string;
  rows: readonly Row[];
  columns: readonly DataColumn<Row>[];
  rowKey: (row: Row) => string;
  /** Enter or a click on the row. The row's first cell should hold a real link to the same place. */
  onOpen?: (row: Row) => void;
  /** Remembers the chosen columns in this browser. */
  storageKey?: string;
  /** File name without extension; without it there is no CSV. */
  csvName?: string;
  /** Sorting by the hub: state and wish. Without it the rows at hand are sorted here. */
  sorting?: { by: { id: string; desc: boolean } | undefined; onSort: (by: { id: string; desc: boolean }) => void };
  /** Left of the tools. */
  tools?: ReactNode;
  /** Whether j and k move in this table; one table of a page. */
  keys?: boolean;
  /** Greyed out while newer rows are awaited. */
  stale?: boolean;
  tone?: (row: Row) => 'attention' | 'bad' | 'quiet' | undefined;
  maxHeight?: string;
  /** Cells of several lines, aligned at their top. */
  tall?: boolean;
  /** The first column stays in sight while the others move under it. */
  pinned?: boolean;
  /** The row on a phone; without it the table scrolls sideways. */
  card?: (row: Row) => ReactNode;
}
