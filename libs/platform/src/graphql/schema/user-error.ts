import { createUnionType, Field, InterfaceType, ObjectType, type ReturnTypeFunc } from '@nestjs/graphql';

/** What every user error tells: a sentence for people, where in the input it arose, and a code for programs. */
@InterfaceType('UserError', {
  description: 'A fault the user can mend. Each mutation has a union of its own of these.',
  resolveType: (error: UserErrorShape) => error.__typename,
})
export abstract class UserErrorType {
  @Field(() => String, { description: 'A sentence in the language of the request.' })
  message: string;

  @Field(() => [String], { description: 'The way to the input field, empty for the whole input.' })
  path: string[];

  @Field(() => String, { description: 'The code, the same in REST and documents, such as PRICE_CHANGED.' })
  code: string;
}

/** A user error as resolvers return it. */
export interface UserErrorShape {
  __typename: string;
  message: string;
  path: readonly string[];
  code: string;
}

/** A value an error carries beside its sentence: its GraphQL type, what it means, and whether it may be absent. */
export interface ErrorField {
  type: ReturnTypeFunc;
  description: string;
  nullable?: boolean;
}

/** The generated class of one user error. */
export type UserErrorClass = (abstract new () => UserErrorType) & { readonly errorName: string };

const known = new Map<string, { description: string; type: UserErrorClass }>();

/**
 * Makes the GraphQL type of one user error. `name` is PascalCase and names the fact; a verb returns it as the `code` of its
 * Fault, and the Fault's `values` fill the sentence and the `fields` given here (same names). Each name is made once in the hub.
 */
export function userError(name: string, description: string, fields: Readonly<Record<string, ErrorField>> = {}): UserErrorClass {
  if (known.has(name)) throw new Error(`user error ${name} is declared twice`);
  const type = class extends UserErrorType {
    static readonly errorName = name;
  };
  Object.defineProperty(type, 'name', { value: name });
  for (const [field, { type: fieldType, description: meaning, nullable = true }] of Object.entries(fields)) {
    Field(fieldType, { description: meaning, nullable })(type.prototype, field);
  }
  ObjectType(name, { description, implements: () => [UserErrorType] })(type);
  known.set(name, { description, type });
  return type;
}

/** Every user error declared so far, by name: for docs/errors.md and for the test that each has a sentence in every language. */
export function userErrors(): ReadonlyMap<string, { description: string }> {
  return known;
}

/** The union of the errors one mutation may answer with. */
export function errorUnion<const T extends readonly UserErrorClass[]>(name: string, errors: T, description?: string): unknown {
  return createUnionType({
    name,
    description: description ?? `What ${name.replace(/Error$/, '')} may refuse.`,
    types: () => errors as unknown as readonly (new () => UserErrorType)[],
    resolveType: (error: UserErrorShape) => error.__typename as never,
  });
}

/** Somebody else changed the thing since it was read; load it again. */
export const VersionConflict = userError(
  'VersionConflict',
  'Somebody changed this since you read it: `expectedVersion` is no longer the present one. Read it again and decide anew.',
);

/** The idempotency key was used before with another input. */
export const IdempotencyMismatch = userError(
  'IdempotencyMismatch',
  'This idempotency key was used before with a different input. Keys are kept for 30 days.',
);

/** The file is none that this organisation has sent here. */
export const FileUnknown = userError('FileUnknown', 'You have sent no such file, see POST /api/v1/files.');
