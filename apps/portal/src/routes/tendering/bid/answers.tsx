import { Select, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TenderOfBidderFragment } from '../../../graphql/generated/graphql';
import { errorAt } from '../../../ui/forms/form-errors';
import type { OwnBid } from './use-bid';

/** One answer to each criterion, in its own way. */
export function Answers({ own: { typed, set, errors }, tender }: { own: OwnBid; tender: TenderOfBidderFragment }) {
  const { t } = useTranslation('tendering');
  if (tender.criteria.length === 0) return null;
  const put = (id: string, value: string): void => set({ answers: { ...typed.answers, [id]: value } });
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="md">
      {tender.criteria.map(({ id, kind, scoreMax, options }) => {
        const error = errorAt(errors, 'bid', 'answers', id) ?? errorAt(errors, 'answers', id);
        const value = typed.answers[id] ?? '';
        if (kind === 'MANDATORY' || kind === 'FEATURE')
          return (
            <Select
              key={id}
              label={id}
              description={t(`answer.${kind}`)}
              data={
                kind === 'MANDATORY'
                  ? [
                      { value: 'yes', label: t('answer.yes') },
                      { value: 'no', label: t('answer.no') },
                    ]
                  : (options ?? []).map(({ name }) => name)
              }
              value={value || null}
              onChange={(next) => put(id, next ?? '')}
              error={error}
            />
          );
        return (
          <TextInput
            key={id}
            label={id}
            description={
              kind === 'COST' ? t('answer.COST', { currency: tender.currency }) : t('answer.points', { most: scoreMax ?? '' })
            }
            inputMode="decimal"
            maxLength={24}
            value={value}
            onChange={(event) => put(id, event.currentTarget.value)}
            error={error}
          />
        );
      })}
    </SimpleGrid>
  );
}
