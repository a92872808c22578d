import { Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import {
  columnVisibilityFeature,
  createSortedRowModel,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { HeadCell } from './table/head-cell';
import classes from './table/table.module.css';
import { TableBody } from './table/table-body';
import { TableCards } from './table/table-cards';
import { TableTools } from './table/table-tools';

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
  /** The row on a phone; without it the table scrolls sideways. */
  card?: (row: Row) => ReactNode;
}

const features = tableFeatures({ rowSortingFeature, columnVisibilityFeature, sortedRowModel: createSortedRowModel() });

/** A dense table: sticky head, rows drawn as they are seen, sort, column choice, keys j / k / Enter, CSV. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { rows, columns, rowKey, onOpen, sorting, label } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const narrow = useMediaQuery('(max-width: 36em)', false, { getInitialValueInEffect: false });
  const [own, setOwn] = useState<SortingState>([]);
  const [visible, setVisible] = useRemembered(props.storageKey, columns);
  const data = useMemo(() => [...rows], [rows]);
  const definitions = useMemo(
    () =>
      columns.map((column) => ({
        id: column.id,
        accessorFn: (row: Row) => column.text?.(row) ?? '',
        enableSorting: column.compare !== undefined || column.sortable === true,
        sortFn: (a: { original: Row }, b: { original: Row }) => column.compare?.(a.original, b.original) ?? 0,
        sortDescFirst: false,
        enableHiding: column.fixed !== true,
      })),
    [columns],
  );
  const sorted: SortingState = sorting ? (sorting.by ? [sorting.by] : []) : own;
  const table = useTable({
    features,
    columns: definitions,
    data,
    getRowId: rowKey,
    manualSorting: sorting !== undefined,
    state: { sorting: sorted, columnVisibility: visible },
    onSortingChange: (update) => {
      const next = typeof update === 'function' ? update(sorted) : update;
      if (!sorting) setOwn(next);
      else if (next[0]) sorting.onSort(next[0]);
      else if (sorted[0]) sorting.onSort({ id: sorted[0].id, desc: false });
    },
    onColumnVisibilityChange: (update) => setVisible(typeof update === 'function' ? update(visible) : update),
  });
  const shown = table.getRowModel().rows;
  const byId = new Map(columns.map((column) => [column.id, column]));
  const chosen = columns.filter((column) => visible[column.id] !== false);
  if (narrow && props.card)
    return (
      <TableCards
        label={label}
        rows={shown.map((row) => ({ key: row.id, content: props.card!(row.original) }))}
        stale={props.stale}
      />
    );
  return (
    <div>
      <TableTools
        {...props}
        columns={columns}
        visible={visible}
        onVisible={setVisible}
        records={() => [
          chosen.filter((c) => c.text).map((c) => c.header),
          ...shown.map((row) => chosen.filter((c) => c.text).map((c) => c.text!(row.original))),
        ]}
      />
      <section
        ref={scroller}
        className={classes.scroller}
        style={{ maxHeight: props.maxHeight, opacity: props.stale ? 0.6 : 1 }}
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by key
        tabIndex={0}
      >
        <table className={classes.table} data-tall={props.tall ? '' : undefined} aria-rowcount={shown.length + 1}>
          <caption className={classes.caption}>{label}</caption>
          <thead>
            {table.getHeaderGroups().map((group) => (
              <tr key={group.id} aria-rowindex={1}>
                {group.headers.map((header) => (
                  <HeadCell
                    key={header.id}
                    column={byId.get(header.column.id)!}
                    sorted={header.column.getIsSorted()}
                    onSort={header.column.getCanSort() ? () => header.column.toggleSorting() : undefined}
                  />
                ))}
              </tr>
            ))}
          </thead>
          <TableBody
            scroller={scroller}
            rows={shown}
            columns={chosen}
            onOpen={onOpen}
            keys={props.keys ?? true}
            tone={props.tone}
          />
        </table>
      </section>
    </div>
  );
}

type Visible = Record<string, boolean>;

/** The columns a reader chose, kept in his browser; an unknown or missing memory means the first choice. */
function useRemembered<Row>(key: string | undefined, columns: readonly DataColumn<Row>[]): [Visible, (next: Visible) => void] {
  const store = key && `entrepot.columns.${key}`;
  const [visible, setVisible] = useState<Visible>(() => {
    const first = Object.fromEntries(columns.filter((column) => column.hidden).map((column) => [column.id, false]));
    try {
      return { ...first, ...(store ? (JSON.parse(localStorage.getItem(store) ?? '{}') as Visible) : {}) };
    } catch {
      return first;
    }
  });
  return [
    visible,
    (next) => {
      setVisible(next);
      if (store) localStorage.setItem(store, JSON.stringify(next));
    },
  ];
}

/** Text of a quiet dash for a cell that has nothing to say. */
export const Nothing = () => (
  <Text span className="quiet" aria-hidden>
    –
  </Text>
);
