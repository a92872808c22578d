import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { ask } from '../../../graphql/client';
import { type ApprovalBasis, SearchPartsDocument, type SearchPartsQuery } from '../../../graphql/generated/graphql';
import { listOf } from '../../url';

export type Found = SearchPartsQuery['searchParts'];
export type Hit = Found['nodes'][number];

/** Rows of a page; 50 fill a screen and stay within one keyset read. */
const pageSize = 50;

export interface Wish {
  query: string;
  suppliers: string[];
  manufacturers: string[];
  classification: string | undefined;
  inStock: boolean;
  approvalBases: ApprovalBasis[];
  after: string | undefined;
}

export const wishOf = (url: Readonly<Record<string, string>>): Wish => ({
  query: (url['q'] ?? '').slice(0, 200),
  suppliers: listOf(url['supplier']),
  manufacturers: listOf(url['maker']),
  classification: url['class'],
  inStock: url['stock'] === 'yes',
  approvalBases: listOf(url['basis']) as ApprovalBasis[],
  after: url['after'],
});

/** One page of a search. Facets come with the first page and stay while one turns pages. */
export function useFound(wish: Wish) {
  const queries = useQueryClient();
  const { after, query, ...narrow } = wish;
  const key = ['search', query, narrow] as const;
  const found = useQuery({
    queryKey: [...key, after],
    queryFn: ({ signal }) => ask(SearchPartsDocument, { query, filter: narrow, first: pageSize, after }, signal),
    placeholderData: keepPreviousData,
  });
  const first = queries.getQueryData<SearchPartsQuery>([...key, undefined])?.searchParts;
  const shown = found.data?.searchParts;
  return {
    ...found,
    shown,
    facets: shown?.facets ?? first?.facets ?? undefined,
    total: shown?.totalEstimate ?? first?.totalEstimate,
  };
}
