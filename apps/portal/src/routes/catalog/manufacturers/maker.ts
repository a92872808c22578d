import type { ManufacturersQuery } from '../../../graphql/generated/graphql';

/** A manufacturer as the operator's list reads it. */
export type Maker = ManufacturersQuery['manufacturers']['nodes'][number];
