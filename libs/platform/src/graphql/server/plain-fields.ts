import { type GraphQLField, type GraphQLSchema, isObjectType } from 'graphql';

/**
 * Takes away the resolvers that only copy the property of their field's name. Nest gives every field one; without it
 * graphql-js and compiled queries copy by themselves, which is what nearly all of an answer's work consists of.
 */
export function freePlainFields(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) if (copies(field)) delete field.resolve;
  }
}

/** Nest's own copying resolver, tried out: under another name, or with a default, it does more than copy. */
function copies({ name, resolve }: GraphQLField<unknown, unknown>): boolean {
  if (resolve?.name !== 'rootFieldResolver') return false;
  const copy = resolve as unknown as (source: object) => unknown;
  const value = {};
  return copy({ [name]: value }) === value && copy({}) === undefined;
}
