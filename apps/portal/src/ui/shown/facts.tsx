import { Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** What is known of a thing, label over value, in a row that wraps. A label may come again. */
export function Facts({ facts }: { facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl style={{ margin: 0, display: 'flex', flexWrap: 'wrap', gap: '0.75rem 2.5rem' }}>
      {facts.map(([label, value], place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: facts of a thing never change places
        <div key={`${label} ${place}`}>
          <Text component="dt" size="xs" className="quiet">
            {label}
          </Text>
          <Text component="dd" m={0} size="sm">
            {value}
          </Text>
        </div>
      ))}
    </dl>
  );
}
