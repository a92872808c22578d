import { z } from 'zod';
import type { LocalDate } from '#libs/kernel';
import { traces } from './lot.entity.js';

const codes = z.array(z.string().regex(/^[A-Z0-9_]{1,30}$/, 'a code')).min(1);

/** What the units of a line must be: hard filters over lots. Everything that is said must be met. */
export const wantedLot = z.strictObject({
  /** One of these, or its equal in the other list of conditions. */
  conditions: codes.max(20).nullish(),
  /** All of these come with every unit. */
  certificates: codes.max(20).nullish(),
  trace: z.enum(traces).nullish(),
  /** Days of shelf life left on the day of need; without one, today. */
  shelfDaysMin: z.int().min(0).max(36_500).nullish(),
});

export type WantedLot = z.input<typeof wantedLot>;

/** The same as the database's functions take it: nothing but what was said; undefined when nothing was. */
export interface AskedLot {
  conditions?: string[];
  certificates?: string[];
  trace?: string;
  shelfDaysMin?: number;
  day?: LocalDate;
}

/** Leaves out what was not said; `day` is when the shelf life counts. */
export function askedLot(wanted: z.output<typeof wantedLot> | null | undefined, day?: LocalDate | null): AskedLot | undefined {
  const said = Object.entries(wanted ?? {}).filter(([, value]) => value != null);
  if (said.length === 0) return undefined;
  return { ...(Object.fromEntries(said) as AskedLot), ...(day == null ? {} : { day }) };
}
