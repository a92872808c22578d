import { useQuery } from '@tanstack/react-query';
import { ask } from '../graphql/client';
import { MeDocument } from '../graphql/generated/graphql';

/** Who works here: person, organisation, rights. Cached for the life of the session. */
export function useMe() {
  const query = useQuery({ queryKey: ['me'], queryFn: () => ask(MeDocument, {}), staleTime: 60_000 });
  return { ...query, me: query.data?.me ?? undefined };
}

export function useRights(): ReadonlySet<string> {
  return new Set(useMe().me?.permissions ?? []);
}
