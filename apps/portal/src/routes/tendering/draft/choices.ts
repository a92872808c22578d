import { useQuery } from '@tanstack/react-query';
import { ask } from '../../../graphql/client';
import { TenderChoicesDocument } from '../../../graphql/generated/graphql';

/** What a draft chooses from: partners, sites, baskets, past tenders. */
export const useTenderChoices = () =>
  useQuery({ queryKey: ['tender-choices'], queryFn: () => ask(TenderChoicesDocument, {}), staleTime: 60_000 });
