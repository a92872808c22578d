import { registerEnumType } from '@nestjs/graphql';

/** Registers a GraphQL enum of these values with what each means; for enums whose values the code knows as a union of texts. */
export function describedEnum(
  name: string,
  description: string,
  values: Readonly<Record<string, string>>,
): Record<string, string> {
  const made = Object.fromEntries(Object.keys(values).map((value) => [value, value]));
  const valuesMap = Object.fromEntries(Object.entries(values).map(([value, meaning]) => [value, { description: meaning }]));
  registerEnumType(made, { name, description, valuesMap });
  return made;
}
