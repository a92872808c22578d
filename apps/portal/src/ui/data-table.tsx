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
import { useMemo, useRef, useState } from 'react';
import type { DataColumn, DataTableProps } from './table/columns';
import { HeadCell } from './table/head-cell';
import classes from './table/table.module.css';
import { TableBody } from './table/table-body';
import { TableCards } from './table/table-cards';
import { TableTools } from './table/table-tools';

export type { DataColumn, DataTableProps } from './table/columns';

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
        <table
          className={classes.table}
          data-tall={props.tall ? '' : undefined}
          data-pinned={props.pinned ? '' : undefined}
          aria-rowcount={shown.length + 1}
        >
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
