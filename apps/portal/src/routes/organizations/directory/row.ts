import type { DirectoryQuery } from '../../../graphql/generated/graphql';

/** One organisation of the directory. */
export type Row = DirectoryQuery['organizations']['nodes'][number];
