import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ask } from '../../graphql/client';
import { LotCodesDocument } from '../../graphql/generated/graphql';
import { useCodeNames } from '../../ui/shown/code-name';

export interface CodeChoice {
  value: string;
  label: string;
}

/** Conditions that are sold from a shelf and kinds of certificates, as the hub's lists hold them today, by the reader's names. */
export function useLotCodes(): { conditions: CodeChoice[]; certificates: CodeChoice[] } {
  const names = useCodeNames();
  const { data } = useQuery({
    queryKey: ['lot-codes'],
    queryFn: ({ signal }) => ask(LotCodesDocument, {}, signal),
    staleTime: 3_600_000,
  });
  return useMemo(() => {
    const of = (list: 'CONDITION' | 'CERTIFICATE') => (data?.lotCodes ?? []).filter((code) => code.list === list && code.sold);
    return {
      conditions: of('CONDITION').map(({ code }) => ({ value: code, label: `${code} · ${names.name('condition', code)}` })),
      certificates: of('CERTIFICATE').map(({ code }) => ({ value: code, label: names.name('certificate', code) })),
    };
  }, [data, names]);
}
