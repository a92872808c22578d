import type { GateKind, GateRuleFactsFragment } from '../../../graphql/generated/graphql';

export type Rule = GateRuleFactsFragment;

/** Lists and numbers that a kind of rule asks for. */
export const conditionFields = {
  HAZMAT: ['hazardClasses', 'unNumbers', 'destinations'],
  SHELF_LIFE: ['daysMin', 'percentMin'],
  EXPORT: ['eccns', 'destinations', 'exceptDestinations'],
} as const satisfies Record<GateKind, readonly string[]>;

export type ConditionField = (typeof conditionFields)[GateKind][number];
export type Typed = Partial<Record<ConditionField, string>>;

const numbers: readonly string[] = ['daysMin', 'percentMin'];
export const isNumber = (field: string): boolean => numbers.includes(field);

interface Said {
  typed: Typed;
  unknown: boolean;
}

/** The conditions of a rule as texts of fields: lists parted by blanks. */
export function typedOf(kind: GateKind, conditions: string): Said {
  const said = JSON.parse(conditions) as Record<string, unknown>;
  const typed = Object.fromEntries(
    conditionFields[kind].map((field) => {
      const value = said[field];
      return [field, Array.isArray(value) ? value.join(' ') : value === null || value === undefined ? '' : String(value)];
    }),
  );
  return { typed, unknown: said['unknown'] === true };
}

/** What was typed as the hub wants it: what is empty is not asked. */
export function conditionsOf(kind: GateKind, { typed, unknown }: Said): string {
  const said = conditionFields[kind].flatMap((field): [string, unknown][] => {
    const text = (typed[field] ?? '').trim();
    if (isNumber(field)) return text === '' ? [] : [[field, Number(text)]];
    return [
      [
        field,
        text
          .toUpperCase()
          .split(/[\s,;]+/)
          .filter(Boolean),
      ],
    ];
  });
  return JSON.stringify({ ...Object.fromEntries(said), unknown });
}
