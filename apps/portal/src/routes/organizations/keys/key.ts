import type { ApiKeysQuery } from '../../../graphql/generated/graphql';

/** One API key as its list shows it. */
export type Key = ApiKeysQuery['apiKeys'][number];
