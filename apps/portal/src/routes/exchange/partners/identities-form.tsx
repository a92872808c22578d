import { ActionIcon, Autocomplete, Button, Group, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { SavePartnerIdentitiesDocument } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { FormDialog } from '../../../ui/forms/form-dialog';
import type { Known } from './known';

/** Lists of codes that partners use most; any other may be typed. */
const schemes = ['0088', 'DUNS', 'NetworkId', 'ZZ', 'CAGE', 'ASSIGNED_BY_BUYER', 'ASSIGNED_BY_SUPPLIER'];

/** The codes of one organisation; they replace those it had. */
export function IdentitiesForm({ known, onClose }: { known: Known; onClose: () => void }) {
  const { t } = useTranslation('exchange');
  const queries = useQueryClient();
  const submit = useSubmit();
  const [codes, setCodes] = useState(() =>
    (known.codes.length > 0 ? known.codes : [{ scheme: '', value: '' }]).map((code, key) => ({ ...code, key })),
  );
  const change = (key: number, patch: { scheme?: string; value?: string }): void =>
    setCodes(codes.map((code) => (code.key === key ? { ...code, ...patch } : code)));
  const save = async (): Promise<boolean> => {
    const identities = codes
      .map(({ scheme, value }) => ({ scheme: scheme.trim(), value: value.trim() }))
      .filter(({ scheme, value }) => scheme !== '' && value !== '');
    const input = { organizationId: known.id, identities };
    if (!(await submit.run(async () => (await ask(SavePartnerIdentitiesDocument, { input })).savePartnerIdentities)))
      return false;
    await queries.invalidateQueries();
    return true;
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('identities.editOf', { name: known.name })}
      action={t('identities.save')}
      onSubmit={save}
      {...submit}
      fields={[]}
    >
      {codes.map((code) => (
        <Group key={code.key} align="flex-end" gap="sm" wrap="nowrap">
          <Autocomplete
            label={t('identities.scheme')}
            data={schemes}
            maxLength={40}
            value={code.scheme}
            onChange={(scheme) => change(code.key, { scheme })}
            style={{ flex: 1 }}
          />
          <TextInput
            label={t('identities.value')}
            maxLength={100}
            value={code.value}
            onChange={(event) => change(code.key, { value: event.currentTarget.value })}
            style={{ flex: 2 }}
          />
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={t('identities.remove', { value: code.value })}
            onClick={() => setCodes(codes.filter((one) => one.key !== code.key))}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPlus size={14} aria-hidden />}
        disabled={codes.length >= 20}
        onClick={() => setCodes([...codes, { scheme: '', value: '', key: Math.max(-1, ...codes.map((one) => one.key)) + 1 }])}
        style={{ alignSelf: 'flex-start' }}
      >
        {t('identities.add')}
      </Button>
    </FormDialog>
  );
}
