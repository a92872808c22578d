import { Field, ObjectType, type ReturnTypeFunc } from '@nestjs/graphql';
import { errorCode, type Fault, type Result } from '#libs/kernel';
import type { RequestContext } from '../../auth/request-context.js';
import type { UserErrorShape } from './user-error.js';

/** A payload as a resolver returns it: the value under its key, null when there are errors. */
export type Payload<K extends string, T> = { readonly [P in K]: T | null } & { readonly errors: readonly UserErrorShape[] };

/** Turns a verb's Result into the payload of its mutation; sentences are made here, in the language of the request. */
export function payload<T, K extends string>(result: Result<T, Fault>, key: K, ctx: RequestContext): Payload<K, NoInfer<T>> {
  const filled = result.ok
    ? { [key]: result.value, errors: [] }
    : { [key]: null, errors: result.errors.map((fault) => shown(fault, ctx)) };
  return filled as unknown as Payload<K, T>;
}

/** One fault as the user error the reader sees. */
export function shown(fault: Fault, ctx: RequestContext): UserErrorShape {
  return {
    ...fault.values,
    __typename: fault.code,
    message: ctx.sentence(fault.code, fault.values),
    path: fault.path,
    code: errorCode(fault.code),
  };
}

/** A class made by `payloadType`; use it as the return type of the mutation. */
export type PayloadClass<K extends string> = abstract new () => { [P in K]: unknown } & { errors: UserErrorShape[] };

/**
 * Makes the payload type of one mutation: `{ <key>: <type>, errors: [<union>!]! }`.
 * `errors` is what `errorUnion` gave; `key` is nullable because a refused mutation changes nothing.
 */
export function payloadType<K extends string>(name: string, value: PayloadValue<K>, errors: unknown): PayloadClass<K> {
  const type = class {};
  Object.defineProperty(type, 'name', { value: name });
  Field(value.type, { nullable: true, description: value.description })(type.prototype, value.key);
  Field((() => [errors]) as ReturnTypeFunc, { description: 'Everything that stands against it, all at once; empty on success.' })(
    type.prototype,
    'errors',
  );
  ObjectType(name, { description: `What ${name.replace(/Payload$/, '')} answers.` })(type);
  return type as unknown as PayloadClass<K>;
}

/** The field of a payload that carries the changed thing. */
export interface PayloadValue<K extends string> {
  key: K;
  type: ReturnTypeFunc;
  description: string;
}
