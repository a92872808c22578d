import { ActionIcon, Button, Fieldset, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { compare, normalise } from '#libs/kernel';
import type { QuantityAnswer } from '../../../graphql/generated/graphql';
import { formatDecimal } from '../../../i18n/format';
import { errorAt, type FieldError } from '../../../ui/forms/form-errors';
import { useCodeNames } from '../../../ui/shown/code-name';
import { useBasisText } from '../../../ui/shown/price';
import { type Draft, openOf, sumOf, withAnother } from './confirm-draft';
import type { Line } from './order';

const answers: readonly QuantityAnswer[] = ['ACCEPTED', 'CHANGED', 'BACKORDERED', 'SUBSTITUTED', 'REJECTED'];

interface Props {
  line: Line;
  drafts: readonly Draft[];
  errors: readonly FieldError[];
  /** Place of the line in the answer: errors name it. */
  index: number;
  onChange: (drafts: readonly Draft[]) => void;
}

/** The answers to one line; they add up to what is open of it. */
export function ConfirmLine({ line, drafts, errors, index, onChange }: Props) {
  const { t } = useTranslation('procurement');
  const names = useCodeNames();
  const open = openOf(line);
  const sum = sumOf(drafts);
  const fits = sum !== undefined && compare(sum, open) === 0;
  const patch = (key: string, change: Partial<Draft>): void =>
    onChange(drafts.map((draft) => (draft.key === key ? { ...draft, ...change } : draft)));
  const own = errors.filter(({ path }) => path[0] === 'lines' && path[1] === String(index) && path[2] !== 'schedules');
  return (
    <Fieldset legend={t('confirm.line', { line: line.number, part: line.manufacturerPart ?? line.supplierPart })}>
      <Stack gap="md">
        {drafts.map((draft, i) => (
          <DraftRow
            key={draft.key}
            line={line}
            draft={draft}
            error={errorAt(errors, 'lines', index, 'schedules', i)}
            onPatch={(change) => patch(draft.key, change)}
            onRemove={drafts.length > 1 ? () => onChange(drafts.filter((other) => other !== draft)) : undefined}
          />
        ))}
        {own.map((error) => (
          <Text key={error.message} size="sm" c="red" role="alert">
            {error.message}
          </Text>
        ))}
        <Group justify="space-between">
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => onChange(withAnother(line, drafts))}
          >
            {t('confirm.split')}
          </Button>
          <Text size="sm" className={fits ? 'quiet' : 'stale'} role="status">
            {t('confirm.sum', {
              sum: sum === undefined ? '?' : formatDecimal(sum),
              open: formatDecimal(normalise(open)),
              unit: names.unit(line.quantity.unit, open),
            })}
          </Text>
        </Group>
      </Stack>
    </Fieldset>
  );
}

interface RowProps {
  line: Line;
  draft: Draft;
  error: string | undefined;
  onPatch: (change: Partial<Draft>) => void;
  onRemove: (() => void) | undefined;
}

function DraftRow({ line, draft, error, onPatch, onRemove }: RowProps) {
  const { t } = useTranslation('procurement');
  const basis = useBasisText();
  const dated = draft.status !== 'REJECTED';
  return (
    <Stack gap={4}>
      <Group gap="sm" align="flex-end">
        <NativeSelect
          size="xs"
          label={t('confirm.answer')}
          value={draft.status}
          onChange={(event) => onPatch({ status: event.currentTarget.value as QuantityAnswer })}
          data={answers.map((value) => ({ value, label: t(`confirm.answers.${value}`) }))}
        />
        <TextInput
          size="xs"
          w={100}
          label={t('basket.quantity')}
          inputMode="decimal"
          value={draft.quantity}
          onChange={(event) => onPatch({ quantity: event.currentTarget.value })}
          styles={{ input: { textAlign: 'end' } }}
        />
        {dated && (
          <>
            <TextInput
              size="xs"
              type="date"
              label={t('confirm.shipOn')}
              value={draft.shipOn}
              onChange={(event) => onPatch({ shipOn: event.currentTarget.value })}
            />
            <TextInput
              size="xs"
              type="date"
              label={t('confirm.deliverOn')}
              value={draft.deliverOn}
              onChange={(event) => onPatch({ deliverOn: event.currentTarget.value })}
            />
          </>
        )}
        {draft.status === 'CHANGED' && (
          <TextInput
            size="xs"
            w={140}
            label={t('confirm.price', { currency: line.price.currency, basis: basis(line.price.basis, line.price.unit) })}
            inputMode="decimal"
            value={draft.amount}
            placeholder={line.price.amount}
            onChange={(event) => onPatch({ amount: event.currentTarget.value })}
            styles={{ input: { textAlign: 'end' } }}
          />
        )}
        {draft.status === 'SUBSTITUTED' && (
          <TextInput
            size="xs"
            label={t('confirm.part')}
            value={draft.part}
            onChange={(event) => onPatch({ part: event.currentTarget.value })}
            styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
          />
        )}
        {draft.status !== 'ACCEPTED' && (
          <TextInput
            size="xs"
            style={{ flex: 1 }}
            miw={160}
            label={t('confirm.reason')}
            value={draft.reason}
            maxLength={500}
            onChange={(event) => onPatch({ reason: event.currentTarget.value })}
          />
        )}
        {onRemove && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('confirm.removeQuantity', { quantity: draft.quantity })}
            onClick={onRemove}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        )}
      </Group>
      {error && (
        <Text size="xs" c="red" role="alert">
          {error}
        </Text>
      )}
    </Stack>
  );
}
