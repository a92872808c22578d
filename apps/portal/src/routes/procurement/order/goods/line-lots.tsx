import { MultiSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../../../i18n/format';
import { useCodeNames } from '../../../../ui/shown/code-name';
import type { Line } from '../order';
import type { Chosen, LotChoice } from './ship-lots';

interface Props {
  line: Line;
  choices: readonly LotChoice[];
  chosen: Chosen;
  error: string | undefined;
  onChange: (chosen: Chosen) => void;
}

/** Which lots and serials of a line leave, and how much of each lot. */
export function LineLots({ line, choices, chosen, error, onChange }: Props) {
  const { t } = useTranslation('procurement');
  const names = useCodeNames();
  const called = ({ serialNumber, lotNumber }: LotChoice): string => [serialNumber, lotNumber].filter(Boolean).join(' / ');
  const label = (choice: LotChoice): string =>
    [
      called(choice),
      t('goods.there', { quantity: choice.there, unit: names.unit(line.quantity.unit, choice.there) }),
      choice.places.join(', '),
      names.name('condition', choice.condition),
      ...(choice.shelfLifeOn ? [t('goods.usableUntil', { date: formatDate(choice.shelfLifeOn) })] : []),
      ...(choice.taken ? [t('goods.forLine')] : []),
    ].join(' · ');
  const pick = (keys: readonly string[]): void => onChange(Object.fromEntries(keys.map((key) => [key, chosen[key] ?? ''])));
  return (
    <>
      <MultiSelect
        label={t('goods.lotsOf', { line: line.number })}
        description={t('goods.lotsHow')}
        data={choices.map((choice) => ({ value: choice.key, label: label(choice) }))}
        value={Object.keys(chosen)}
        onChange={pick}
        hidePickedOptions
        searchable
        error={error}
      />
      {choices
        .filter(({ key, serialNumber }) => chosen[key] !== undefined && serialNumber === null)
        .map((choice) => (
          <TextInput
            key={choice.key}
            label={t('goods.quantityOfLot', { lot: called(choice) })}
            description={t('goods.quantityOfLotHow')}
            inputMode="decimal"
            value={chosen[choice.key] ?? ''}
            onChange={(event) => onChange({ ...chosen, [choice.key]: event.currentTarget.value })}
          />
        ))}
    </>
  );
}
