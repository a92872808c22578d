import { registerEnumType } from '@nestjs/graphql';

/** A GraphQL enum from its values and their descriptions; values are their own names. */
export function describedEnum<K extends string>(
  name: string,
  description: string,
  words: Readonly<Record<K, string>>,
): { readonly [P in K]: P } {
  const keys = Object.keys(words) as K[];
  const values = Object.fromEntries(keys.map((key) => [key, key])) as { [P in K]: P };
  registerEnumType(values, {
    name,
    description,
    valuesMap: Object.fromEntries(keys.map((key) => [key, { description: words[key] }])) as never,
  });
  return values;
}
