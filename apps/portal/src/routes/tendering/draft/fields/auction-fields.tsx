import { Radio, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AuctionDisplay } from '../../../../graphql/generated/graphql';
import { errorAt } from '../../../../ui/forms/form-errors';
import { Section } from '../../../../ui/section';
import type { TypedAuction } from '../auction';
import type { Draft } from '../use-draft';

const displays: readonly AuctionDisplay[] = ['RANK', 'BEST_PRICE'];

/** Whether the ranked bids meet in an auction; lots are not awarded by line then. */
export function AuctionFields({ draft: { typed, set, errors } }: { draft: Draft }) {
  const { t } = useTranslation('auction');
  const { auction } = typed;
  const change = (part: Partial<TypedAuction>): void => set({ auction: { ...auction, ...part } });
  const choose = (kind: string): void =>
    set({
      auction: { ...auction, kind: kind as TypedAuction['kind'] },
      ...(kind === 'ENGLISH' && typed.awardMode === 'LINE' ? { awardMode: 'LOT' as const } : {}),
    });
  const field = (name: 'minutes' | 'step' | 'softMinutes' | 'appealMinutes', label: string) => (
    <TextInput
      label={label}
      inputMode="decimal"
      value={auction[name]}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
      error={errorAt(errors, 'auction', name)}
    />
  );
  return (
    <Section title={t('draft.title')}>
      <Radio.Group label={t('draft.whether')} value={auction.kind} onChange={choose}>
        <Stack gap="xs" mt="xs">
          <Radio value="NONE" label={t('draft.none')} />
          <Radio value="ENGLISH" label={t('draft.english')} />
          {auction.kept && auction.kind === 'KEPT' && <Radio value="KEPT" label={t(`kind.${auction.kept.kind}`)} />}
        </Stack>
      </Radio.Group>
      {auction.kind === 'ENGLISH' && (
        <>
          <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="md">
            {field('minutes', t('draft.minutes'))}
            {field('step', t('draft.step', { currency: typed.currency }))}
            {field('softMinutes', t('draft.softMinutes'))}
            {field('appealMinutes', t('draft.appealMinutes'))}
          </SimpleGrid>
          <Radio.Group
            label={t('draft.display')}
            value={auction.display}
            onChange={(display) => change({ display: display as AuctionDisplay })}
          >
            <Stack gap="xs" mt="xs">
              {displays.map((display) => (
                <Radio key={display} value={display} label={t(`draft.shows.${display}`)} />
              ))}
            </Stack>
          </Radio.Group>
          <Text size="sm">{t('draft.how')}</Text>
        </>
      )}
    </Section>
  );
}
