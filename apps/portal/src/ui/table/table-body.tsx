import { useHotkeys } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { DataColumn, DataTableProps } from './columns';

const rowHeight = (): number => (document.documentElement.dataset['density'] === 'comfortable' ? 46 : 36);

interface BodyProps<Row extends object> {
  scroller: React.RefObject<HTMLDivElement | null>;
  rows: readonly { id: string; original: Row }[];
  columns: readonly DataColumn<Row>[];
  onOpen: ((row: Row) => void) | undefined;
  keys: boolean;
  tone: DataTableProps<Row>['tone'];
}

/** Draws the rows in sight between two spacers, so that the table stays a table for every reader. */
export function TableBody<Row extends object>({ scroller, rows, columns, onOpen, keys, tone }: BodyProps<Row>) {
  const body = useRef<HTMLTableSectionElement>(null);
  const wanted = useRef<number | undefined>(undefined);
  const [active, setActive] = useState(-1);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: rowHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 12,
    scrollMargin: 36,
    initialRect: { width: 1200, height: 900 },
  });
  const move = (step: number): void => {
    const next = Math.min(rows.length - 1, Math.max(0, active + step));
    wanted.current = next;
    virtual.scrollToIndex(next);
    setActive(next);
  };
  useHotkeys(keys && rows.length > 0 ? [['j', () => move(1)] as const, ['k', () => move(-1)] as const].map((x) => [...x]) : []);
  useEffect(() => {
    if (wanted.current === undefined) return;
    const row = body.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"]`);
    row?.focus();
    if (row) wanted.current = undefined;
  });
  const items = virtual.getVirtualItems();
  const before = (items[0]?.start ?? 36) - 36;
  const after = virtual.getTotalSize() - ((items.at(-1)?.end ?? 36) - 36);
  const open = (row: Row, event: React.MouseEvent): void => {
    if (!(event.target as HTMLElement).closest('a,button,input,label,select,textarea')) onOpen?.(row);
  };
  const keyed = (row: Row, event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.target !== event.currentTarget) return;
    event.preventDefault();
    onOpen?.(row);
  };
  return (
    <tbody ref={body}>
      {before > 0 && (
        <tr aria-hidden>
          <td colSpan={columns.length} style={{ height: before, padding: 0 }} />
        </tr>
      )}
      {items.map(({ index }) => {
        const row = rows[index];
        if (!row) return null;
        return (
          <tr
            key={row.id}
            data-index={index}
            ref={virtual.measureElement}
            aria-rowindex={index + 2}
            tabIndex={-1}
            data-tone={tone?.(row.original)}
            data-opens={onOpen ? '' : undefined}
            onFocus={() => setActive(index)}
            onClick={onOpen && ((event) => open(row.original, event))}
            onKeyDown={onOpen && ((event) => keyed(row.original, event))}
          >
            {columns.map((column) => (
              <td key={column.id} className={column.align === 'end' ? 'figures' : undefined}>
                {column.cell(row.original)}
              </td>
            ))}
          </tr>
        );
      })}
      {after > 1 && (
        <tr aria-hidden>
          <td colSpan={columns.length} style={{ height: after, padding: 0 }} />
        </tr>
      )}
    </tbody>
  );
}
