import { Input } from '@mantine/core';
import type { ReactNode } from 'react';

/** A choice that has no label of its own: what it is, and what the present choice means. */
export function Field({ label, how, children }: { label: string; how: string; children: ReactNode }) {
  return (
    <div>
      <Input.Label component="div">{label}</Input.Label>
      <Input.Description mb={6}>{how}</Input.Description>
      {children}
    </div>
  );
}
