import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { OwnStockDocument, type TenderLineWholeFragment } from '../../../graphql/generated/graphql';
import { useRights } from '../../../shell/me';
import { errorAt } from '../../../ui/forms/form-errors';
import type { OwnBid } from './use-bid';

/** The own offer by which an award becomes an order: needed where the line names no part, or the bidder has several offers of it. */
export function OfferSelect({ own, line }: { own: OwnBid; line: TenderLineWholeFragment }) {
  const { t } = useTranslation('tendering');
  const mayRead = useRights().has('stock:write');
  const typed = own.lineOf(line.id);
  const [search, setSearch] = useState(typed.offerName);
  const [text] = useDebouncedValue(search.trim(), 250);
  const { data } = useQuery({
    queryKey: ['own-offers', text],
    queryFn: ({ signal }) => ask(OwnStockDocument, { filter: { supplierPart: text || null }, first: 20 }, signal),
    placeholderData: keepPreviousData,
    enabled: mayRead,
  });
  if (!mayRead) return null;
  const known = new Map(
    (data?.stock.nodes ?? []).map(({ offerId, supplierPart, name }) => [offerId, `${supplierPart} · ${name}`]),
  );
  if (typed.offerId !== '' && !known.has(typed.offerId)) known.set(typed.offerId, typed.offerName || t('bidLines.offerChosen'));
  return (
    <Select
      size="xs"
      label={t('bidLines.offer')}
      searchable
      clearable
      filter={({ options }) => options}
      nothingFoundMessage={t('bidLines.noOffer')}
      data={[...known].map(([value, label]) => ({ value, label }))}
      value={typed.offerId || null}
      onSearchChange={setSearch}
      onChange={(offerId) =>
        own.changeLine(line.id, { offerId: offerId ?? '', offerName: (offerId && known.get(offerId)) ?? '' })
      }
      error={errorAt(own.errors, 'bid', 'lines', line.id, 'offerId')}
    />
  );
}
