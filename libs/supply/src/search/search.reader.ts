import { z } from 'zod';
import { approvalBases, type Manufacturer, type Part } from '#libs/catalog';
import type { Price } from '#libs/kernel';
import {
  type Actor,
  BadInput,
  checkInput,
  decodeCursor,
  encodeCursor,
  type HotReads,
  pageDefault,
  pageMax,
} from '#libs/platform';

/** How the query found what it found; the first way that finds something answers. */
export type MatchedBy = 'EXACT' | 'OWN_NUMBER' | 'COMMON_NUMBER' | 'NORMALISED' | 'PREFIX' | 'FRAGMENT' | 'TEXT';

const id = z.uuid();
const searchInput = z.object({
  query: z.string().max(200),
  filter: z
    .object({
      suppliers: z.array(id).max(50).nullish(),
      manufacturers: z.array(id).max(50).nullish(),
      /** System and code, such as `UNSPSC:31161500`. */
      classification: z.string().min(1).max(120).nullish(),
      inStock: z.boolean().nullish(),
      /** A hard filter: what is on none known does not pass. */
      approvalBases: z.array(z.enum(approvalBases)).max(approvalBases.length).nullish(),
    })
    .nullish(),
  first: z.int().min(1).max(pageMax).nullish(),
  after: z.string().nullish(),
  /** What is wanted besides the parts; each costs its share and is left out unless asked for. `lean`: of a part only what `leanPart` names. */
  with: z.object({
    offers: z.boolean(),
    facets: z.boolean(),
    tree: z.boolean().optional(),
    bases: z.boolean().optional(),
    lean: z.boolean().optional(),
  }),
});

/** What a lean hit says of its part; the maker is whole. */
export const leanPart: ReadonlySet<string> = new Set(['id', 'number', 'name', 'names', 'manufacturer', '__typename']);

export type SearchInput = z.input<typeof searchInput>;

/** A part with its manufacturer, as the catalogue's own readers give them. */
export type FoundPart = Part & { manufacturer: Manufacturer };

/** A part with what the acting organisation may buy of it. Prices are for one base unit at the smallest orderable quantity, per currency and unit. */
export interface PartHit {
  part: FoundPart;
  offerCount: number;
  supplierCount: number;
  inStock: boolean;
  lowestPrices: Price[];
}

/** How many of the first `firstN` candidates fall under each value; `capped`: there are more candidates than were counted. */
export interface SearchFacets {
  firstN: number;
  capped: boolean;
  inStock: number;
  suppliers: FacetCount[];
  manufacturers: FacetCount[];
  classifications: FacetCount[];
  /** Empty unless asked for. */
  approvalBases: FacetCount[];
  /** Classes of the candidates with everything above them; null unless asked for. */
  tree: ClassCount[] | null;
}

/** A class of a tree with the number of candidates in it and below it. */
export interface ClassCount {
  /** System and code, such as `UNSPSC:31160000`. */
  id: string;
  parent: string | null;
  /** By language tag; empty where no tree was loaded. */
  names: Readonly<Record<string, string>>;
  count: number;
}

/** One value of a facet. */
export interface FacetCount {
  id: string;
  name: string;
  count: number;
}

/** One page of a search. */
export interface SearchPage {
  matchedBy: MatchedBy | null;
  edges: { cursor: string; node: PartHit }[];
  nodes: PartHit[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  facets: SearchFacets | null;
  /** On the first page when facets were asked for: candidates found, at most 500. */
  totalEstimate: number | null;
  suggestions: FoundPart[];
}

interface SearchRow {
  matched_by: MatchedBy | null;
  page: (PartHit & { sort: number })[] | null;
  has_more: boolean;
  facets: SearchFacets | null;
  total: number;
  suggestions: FoundPart[] | null;
}

const ordering = 'partSearch';

/**
 * Finds parts for the actor's organisation: by number as written (its own numbers too), by normalised number, by the beginning or
 * a fragment of one, by words in English or Chinese. An empty query browses by number. Numbers that only look alike are
 * suggestions, never answers. One statement; at most 500 candidates are ranked and counted. Throws BadInput.
 */
export async function searchParts(hot: HotReads, actor: Actor, given: SearchInput): Promise<SearchPage> {
  const input = checkInput(searchInput, given);
  const { query, filter, with: wanted } = input;
  const asked = {
    // Controls, NUL among them, and halves of characters stand in no number and no word.
    text: query.replaceAll(/[\p{Cc}\p{Cs}]+/gu, ' '),
    suppliers: listed(filter?.suppliers),
    manufacturers: listed(filter?.manufacturers),
    classification: filter?.classification ?? undefined,
    inStock: filter?.inStock ?? undefined,
    approvalBases: listed(filter?.approvalBases),
    first: input.first ?? pageDefault,
    after: input.after == null ? undefined : placeOf(input.after),
    ...wanted,
  };
  const [found] = await hot.call<SearchRow>('search', 'select * from supply.read_search($1, $2)', [
    actor.orgId,
    JSON.stringify(asked),
  ]);
  if (!found) throw new Error('the search gave no row');
  return pageOf(found, asked);
}

function pageOf(found: SearchRow, asked: { after?: unknown; facets: boolean }): SearchPage {
  const edges = (found.page ?? []).map((hit) => ({ cursor: cursorOf(hit, found.matched_by), node: hit }));
  return {
    matchedBy: found.matched_by,
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasNextPage: found.has_more,
      hasPreviousPage: asked.after !== undefined,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    facets: found.facets,
    totalEstimate: asked.facets && asked.after === undefined ? found.total : null,
    suggestions: found.suggestions ?? [],
  };
}

function listed(list: readonly string[] | null | undefined): readonly string[] | undefined {
  return list && list.length > 0 ? list : undefined;
}

function cursorOf({ part, sort }: PartHit & { sort: number }, by: MatchedBy | null): string {
  return encodeCursor(ordering, [by ?? '', String(sort), part.key, part.id]);
}

function placeOf(cursor: string): { by: string; sort: string; key: string; id: string } {
  const [by = '', sort = '', key = '', place = ''] = decodeCursor(cursor, ordering, 4);
  if (!id.safeParse(place).success || !/^-?\d+(\.\d+)?(e-?\d+)?$/.test(sort)) {
    throw new BadInput([{ path: ['after'], message: 'The cursor does not belong to this list and ordering.' }]);
  }
  return { by, sort, key, id: place };
}
