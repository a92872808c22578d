import type { PartQuery } from '../../../../graphql/generated/graphql';

/** A part as its page reads it. */
export type Part = NonNullable<PartQuery['part']>;
