import { Checkbox, Select, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../../graphql/client';
import { type AliasKind, SaveCommonAliasesDocument, SavePartAliasesDocument } from '../../../../graphql/generated/graphql';
import { useSubmit } from '../../../../graphql/submit';
import { useRights } from '../../../../shell/me';
import { FormDialog } from '../../../../ui/forms/form-dialog';
import { errorAt } from '../../../../ui/forms/form-errors';
import { useCodeNames } from '../../../../ui/shown/code-name';

const kinds: readonly AliasKind[] = ['OWN_STOCK_NUMBER', 'NSN', 'GTIN', 'FORMER_NUMBER', 'SUPPLIER_NUMBER'];

/** A number more for a part: the organisation's own, or, by an operator, one that everybody finds it by. */
export function NumberForm({ partId, onClose }: { partId: string; onClose: () => void }) {
  const { t } = useTranslation('part');
  const names = useCodeNames();
  const rights = useRights();
  const queries = useQueryClient();
  const submit = useSubmit();
  const [number, setNumber] = useState('');
  const [shared, setShared] = useState(!rights.has('part:alias'));
  const [kind, setKind] = useState<AliasKind>(shared ? 'NSN' : 'OWN_STOCK_NUMBER');
  const [validTo, setValidTo] = useState('');
  const allowed = shared ? kinds.slice(1) : kinds;
  const save = async (): Promise<boolean> => {
    const input = { lines: [{ partId, number, kind, validTo: validTo || null }] };
    const saved = await submit.run(async () =>
      shared
        ? (await ask(SaveCommonAliasesDocument, { input })).saveCommonAliases
        : (await ask(SavePartAliasesDocument, { input })).savePartAliases,
    );
    if (saved) await queries.invalidateQueries({ queryKey: ['part'] });
    return saved !== undefined;
  };
  const share = (everybody: boolean): void => {
    setShared(everybody);
    if (everybody && kind === 'OWN_STOCK_NUMBER') setKind('NSN');
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('alias.add')}
      action={t('alias.add')}
      onSubmit={save}
      {...submit}
      fields={['lines']}
      disabled={number.trim() === ''}
    >
      <Text size="sm">{t('alias.how')}</Text>
      <Select
        label={t('alias.kind')}
        data={allowed.map((value) => ({ value, label: names.name('aliasKind', value) }))}
        value={kind}
        allowDeselect={false}
        onChange={(next) => next && setKind(next as AliasKind)}
      />
      <TextInput
        label={t('alias.number')}
        required
        maxLength={70}
        data-autofocus
        value={number}
        onChange={(event) => setNumber(event.currentTarget.value)}
        error={errorAt(submit.errors, 'lines', 0, 'number')}
      />
      <TextInput
        type="date"
        label={t('alias.validTo')}
        value={validTo}
        onChange={(event) => setValidTo(event.currentTarget.value)}
        error={errorAt(submit.errors, 'lines', 0, 'validTo')}
      />
      {rights.has('part:operate') && (
        <Checkbox
          label={t('alias.shared')}
          checked={shared}
          disabled={!rights.has('part:alias')}
          onChange={(event) => share(event.currentTarget.checked)}
        />
      )}
    </FormDialog>
  );
}
