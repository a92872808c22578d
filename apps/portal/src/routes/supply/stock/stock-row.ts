import type { OwnStockQuery } from '../../../graphql/generated/graphql';

/** One count of one's own stock. */
export type StockRow = OwnStockQuery['stock']['nodes'][number];
