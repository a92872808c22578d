import { Badge } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconClock,
  IconPointFilled,
} from '@tabler/icons-react';

export type Tone = 'good' | 'waiting' | 'attention' | 'bad' | 'quiet' | 'info';
const shapes = {
  good: [IconCircleCheck, 'teal'],
  waiting: [IconClock, 'blue'],
  attention: [IconAlertTriangle, 'orange'],
  bad: [IconCircleX, 'red'],
  quiet: [IconCircleDashed, 'gray'],
  info: [IconPointFilled, 'indigo'],
} as const;

/** A state by shape, word and colour together. */
export function Status({ tone, children }: { tone: Tone; children: string }) {
  const [Icon, color] = shapes[tone];
  return (
    <Badge
      variant="light"
      color={color}
      leftSection={<Icon size={12} aria-hidden />}
      tt="none"
      fw={600}
      styles={{
        root: { color: `light-dark(var(--mantine-color-${color}-9), var(--mantine-color-${color}-2))` },
        label: { overflow: 'visible' },
      }}
    >
      {children}
    </Badge>
  );
}
