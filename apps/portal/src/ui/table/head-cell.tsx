import { UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import classes from './table.module.css';

interface Named {
  header: string;
  align?: 'start' | 'end';
  width?: number;
}

/** A column's head; pressing it sorts. */
export function HeadCell({
  column,
  sorted,
  onSort,
}: {
  column: Named;
  sorted: false | 'asc' | 'desc';
  onSort: (() => void) | undefined;
}) {
  const Icon = sorted === 'asc' ? IconArrowUp : sorted === 'desc' ? IconArrowDown : IconArrowsSort;
  const direction = sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : 'none';
  return (
    <th
      scope="col"
      style={{ minWidth: column.width, textAlign: column.align === 'end' ? 'end' : 'start' }}
      aria-sort={onSort ? direction : undefined}
    >
      {onSort ? (
        <UnstyledButton className={classes.sort} onClick={onSort}>
          {column.header}
          <Icon size={13} aria-hidden className={sorted ? undefined : classes.unsorted} />
        </UnstyledButton>
      ) : (
        column.header
      )}
    </th>
  );
}
