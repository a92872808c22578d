import { Radio, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AuctionDisplay, AuctionKind } from '../../../../graphql/generated/graphql';
import { errorAt } from '../../../../ui/forms/form-errors';
import { Section } from '../../../../ui/section';
import { type AuctionNumber, numbersOf, type TypedAuction } from '../auction';
import type { Draft } from '../use-draft';

const displays: readonly AuctionDisplay[] = ['RANK', 'BEST_PRICE'];
const kinds: readonly AuctionKind[] = ['ENGLISH', 'ROUNDS', 'DUTCH', 'JAPANESE'];
const steps: readonly TypedAuction['stepBy'][] = ['AMOUNT', 'PERCENT'];

/** Whether the ranked bids meet in an auction, and of which kind; lots are not awarded by line then. */
export function AuctionFields({ draft: { typed, set, errors } }: { draft: Draft }) {
  const { t } = useTranslation('auction');
  const { auction } = typed;
  const change = (part: Partial<TypedAuction>): void => set({ auction: { ...auction, ...part } });
  const choose = (kind: string): void =>
    set({
      auction: { ...auction, kind: kind as TypedAuction['kind'] },
      ...(kind !== 'NONE' && typed.awardMode === 'LINE' ? { awardMode: 'LOT' as const } : {}),
    });
  const kind = kinds.find((one) => one === auction.kind);
  const labelOf = (name: AuctionNumber): string => {
    if (name !== 'step') return t(`draft.${name}`);
    const unit = auction.stepBy === 'AMOUNT' ? typed.currency : '%';
    return t(kind === 'JAPANESE' ? 'draft.fall' : 'draft.step', { currency: unit });
  };
  return (
    <Section title={t('draft.title')}>
      <Radio.Group label={t('draft.whether')} value={auction.kind} onChange={choose}>
        <Stack gap="xs" mt="xs">
          <Radio value="NONE" label={t('draft.none')} />
          {kinds.map((value) => (
            <Radio key={value} value={value} label={t(value === 'ENGLISH' ? 'draft.english' : `kind.${value}`)} />
          ))}
          {auction.kept && auction.kind === 'KEPT' && <Radio value="KEPT" label={t('draft.kept')} />}
        </Stack>
      </Radio.Group>
      {kind && (
        <>
          {kind !== 'DUTCH' && (
            <Choice
              label={t('draft.stepBy')}
              values={steps}
              value={auction.stepBy}
              said={(by) => t(`draft.by.${by}`)}
              onChange={(stepBy) => change({ stepBy })}
            />
          )}
          <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="md">
            {numbersOf[kind].map((name) => (
              <TextInput
                key={name}
                label={labelOf(name)}
                inputMode="decimal"
                value={auction.numbers[name]}
                onChange={(event) => change({ numbers: { ...auction.numbers, [name]: event.currentTarget.value } })}
                error={errorAt(errors, 'auction', name)}
              />
            ))}
          </SimpleGrid>
          {kind === 'ENGLISH' && (
            <Choice
              label={t('draft.display')}
              values={displays}
              value={auction.display}
              said={(one) => t(`draft.shows.${one}`)}
              onChange={(display) => change({ display })}
            />
          )}
          <Text size="sm">{t(kind === 'ENGLISH' ? 'draft.how' : `draft.means.${kind}`)}</Text>
        </>
      )}
    </Section>
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  values: readonly T[];
  value: T;
  said: (value: T) => string;
  onChange: (value: T) => void;
}

function Choice<T extends string>({ label, values, value, said, onChange }: ChoiceProps<T>) {
  return (
    <Radio.Group label={label} value={value} onChange={(next) => onChange(next as T)}>
      <Stack gap="xs" mt="xs">
        {values.map((one) => (
          <Radio key={one} value={one} label={said(one)} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
