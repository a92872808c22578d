import type { SitesQuery } from '../../../graphql/generated/graphql';

/** One address of the organisation. */
export type Site = SitesQuery['sites'][number];
