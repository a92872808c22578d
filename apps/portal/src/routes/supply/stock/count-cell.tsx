import { Button, Group, Text, TextInput, UnstyledButton } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { normalise } from '#libs/kernel';
import { ask, OperationFailed } from '../../../graphql/client';
import { SetStockDocument } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { formatDecimal } from '../../../i18n/format';
import { decimalOrTyped } from '../../../ui/forms/typed-decimal';
import type { StockRow } from './stock-row';

/** The counted quantity; pressing it opens a field. The figure changes only after the hub has taken it. */
export function CountCell({ row }: { row: StockRow }) {
  const { t } = useTranslation(['selling', 'shell']);
  const queries = useQueryClient();
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const { busy, errors, failure, run, clear } = useSubmit();
  const figure = formatDecimal(normalise(row.quantity));
  if (typed === undefined)
    return (
      <UnstyledButton
        className="count"
        onClick={() => setTyped(normalise(row.quantity))}
        aria-label={t('stock.edit', { figure, part: row.supplierPart, location: row.location })}
      >
        <Group gap={6} wrap="nowrap" justify="flex-end" component="span">
          <Text span size="sm">
            {figure}
          </Text>
          <IconPencil size={14} aria-hidden />
        </Group>
      </UnstyledButton>
    );
  const close = (): void => {
    setTyped(undefined);
    clear();
  };
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const line = { offerId: row.offerId, location: row.location, quantity: decimalOrTyped(typed) };
    if (!(await run(async () => (await ask(SetStockDocument, { input: { lines: [line] } })).setStock))) return;
    await queries.invalidateQueries();
    close();
  };
  const refused =
    errors.map((error) => error.message).join(' ') ||
    (failure === undefined ? undefined : failure instanceof OperationFailed ? failure.message : t('shell:failure.NETWORK'));
  return (
    <form onSubmit={(event) => void save(event)} noValidate>
      <Group gap={4} wrap="nowrap" justify="flex-end" align="flex-start">
        <TextInput
          size="xs"
          inputMode="decimal"
          autoFocus
          aria-label={t('stock.newCount')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Escape' && close()}
          error={refused}
          w={96}
          styles={{ input: { textAlign: 'end' } }}
        />
        <Button type="submit" size="xs" px="sm" loading={busy}>
          {t('stock.save')}
        </Button>
      </Group>
    </form>
  );
}
