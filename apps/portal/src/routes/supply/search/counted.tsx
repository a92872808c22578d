import { Group } from '@mantine/core';

/** A value with how many candidates fall under it. */
export function Counted({ name, count }: { name: string; count: number }) {
  return (
    <Group component="span" justify="space-between" gap="sm" wrap="nowrap">
      <span>{name}</span>
      <span className="figures quiet">{count}</span>
    </Group>
  );
}
