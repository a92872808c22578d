import { Badge } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconClock,
  IconPointFilled,
} from '@tabler/icons-react';
import classes from './status.module.css';

export type Tone = 'good' | 'waiting' | 'attention' | 'bad' | 'quiet' | 'info';
const shapes = {
  good: IconCircleCheck,
  waiting: IconClock,
  attention: IconAlertTriangle,
  bad: IconCircleX,
  quiet: IconCircleDashed,
  info: IconPointFilled,
} as const;

/** A state by shape, word and colour together. */
export function Status({ tone, children }: { tone: Tone; children: string }) {
  const Icon = shapes[tone];
  return (
    <Badge
      className={classes.root}
      data-tone={tone}
      leftSection={<Icon size={12} aria-hidden />}
      tt="none"
      fw={600}
      styles={{ label: { overflow: 'visible' } }}
    >
      {children}
    </Badge>
  );
}
