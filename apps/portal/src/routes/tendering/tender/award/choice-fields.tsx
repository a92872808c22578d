import { Button, Checkbox, Group, Radio, Select, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { normalise } from '#libs/kernel';
import type { AwardShape } from '../../../../graphql/generated/graphql';
import { formatMoney } from '../../../../i18n/format';
import type { BoughtTender } from '../bought';
import type { Compared } from '../compare/ranking';
import { bestChoice, type Choice, type Lot, modesOf, ranked } from './award-choice';

interface Props {
  tender: BoughtTender;
  lot: Lot;
  compared: readonly Compared[];
  choice: Choice;
  onChoice: (choice: Choice) => void;
}

/** To whom a lot goes, in one of the ways that were published. */
export function ChoiceFields({ tender, lot, compared, choice, onChoice }: Props) {
  const { t } = useTranslation('tendering');
  const set = (patch: Partial<Choice>): void => onChoice({ ...choice, ...patch });
  const money = (amount: string | null | undefined): string =>
    amount ? formatMoney({ amount: normalise(amount), currency: tender.currency }) : t('award.notComparable');
  const named = (bid: Compared): string =>
    bid.rank ? t('ranking.place', { rank: bid.rank, supplier: bid.supplier.name }) : bid.supplier.name;
  return (
    <Stack gap="md">
      <Radio.Group label={t('award.mode')} value={choice.mode} onChange={(mode) => set({ mode: mode as AwardShape })}>
        <Stack gap="xs" mt="xs">
          {modesOf(tender).map((mode) => (
            <Radio key={mode} value={mode} label={t(`award.modes.${mode}`)} disabled={mode !== 'NONE' && compared.length === 0} />
          ))}
        </Stack>
      </Radio.Group>
      {choice.mode === 'LOT' && (
        <Radio.Group label={t('award.bid')} value={choice.bidId} onChange={(bidId) => set({ bidId })}>
          <Stack gap="xs" mt="xs">
            {compared.map((bid) => (
              <Radio key={bid.bidId} value={bid.bidId} label={named(bid)} description={money(bid.total)} />
            ))}
          </Stack>
        </Radio.Group>
      )}
      {choice.mode === 'LINES' && (
        <>
          <Group gap="sm">
            <Button
              size="xs"
              variant="default"
              onClick={() => onChoice({ ...bestChoice(tender, lot, compared), mode: 'LINES', reason: choice.reason })}
            >
              {t('award.bestOfEach')}
            </Button>
            <Checkbox
              label={t('award.keepOpen')}
              checked={choice.keepOpen}
              onChange={(event) => set({ keepOpen: event.currentTarget.checked })}
            />
          </Group>
          <Stack gap="xs" mah={360} style={{ overflowY: 'auto' }} role="group" aria-label={t('lines.label')}>
            {tender.lines
              .filter(({ id }) => id in choice.ofLine)
              .map((line) => (
                <Group key={line.id} gap="sm" wrap="nowrap">
                  <Text size="sm" style={{ flex: 1, minWidth: 100 }}>
                    {line.number} · {line.partNumber ?? line.description}
                  </Text>
                  <Select
                    size="xs"
                    w={320}
                    aria-label={t('award.lineTo', { line: line.number })}
                    placeholder={t('award.nobody')}
                    clearable
                    data={compared
                      .filter((bid) => bid.lines.some(({ lineId }) => lineId === line.id))
                      .map((bid) => {
                        const own = bid.lines.find(({ lineId }) => lineId === line.id);
                        const text = `${bid.supplier.name} · ${money(own?.total)}`;
                        return { value: bid.bidId, label: own?.best ? t('award.bestLine', { bid: text }) : text };
                      })}
                    value={choice.ofLine[line.id] ?? null}
                    onChange={(bidId) => set({ ofLine: { ...choice.ofLine, [line.id]: bidId } })}
                  />
                </Group>
              ))}
          </Stack>
        </>
      )}
      {choice.mode === 'SHARES' && (
        <Stack gap={4} component="ul" m={0} pl="lg">
          {tender.shares.map((share, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a share is its rank
            <Text key={i} component="li" size="sm">
              {t('award.share', { share, supplier: ranked(compared)[i]?.supplier.name ?? t('award.nobody') })}
            </Text>
          ))}
        </Stack>
      )}
    </Stack>
  );
}
