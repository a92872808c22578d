import { Button, Group, List, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { NameManufacturerDocument, RetireManufacturerNameDocument } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { errorAt } from '../../../ui/forms/form-errors';
import type { Maker } from './maker';

/** Codes and names by which files call a manufacturer: one more, or one less. The dialog stays open for the next. */
export function NamesForm({ maker, onClose }: { maker: Maker; onClose: () => void }) {
  const { t } = useTranslation('identity');
  const queries = useQueryClient();
  const submit = useSubmit();
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const add = async (): Promise<boolean> => {
    const input = { manufacturerId: maker.id, ...(code.trim() ? { code } : { name }) };
    const added = await submit.run(async () => (await ask(NameManufacturerDocument, { input })).nameManufacturer);
    if (added) {
      setCode('');
      setName('');
      await queries.invalidateQueries({ queryKey: ['manufacturers'] });
    }
    return false;
  };
  const retire = async ({ kind, value }: Maker['names'][number]): Promise<void> => {
    const input = { manufacturerId: maker.id, ...(kind === 'CODE' ? { code: value } : { name: value }) };
    await submit.run(async () => (await ask(RetireManufacturerNameDocument, { input })).retireManufacturerName);
    await queries.invalidateQueries({ queryKey: ['manufacturers'] });
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('maker.callOf', { name: maker.name })}
      action={t('maker.add')}
      onSubmit={add}
      {...submit}
      fields={['code', 'name']}
      disabled={(code.trim() === '') === (name.trim() === '')}
    >
      <List listStyleType="none" spacing="xs">
        {maker.names.map((called) => (
          <List.Item key={`${called.kind} ${called.value}`}>
            <Group gap="sm">
              <span className={called.kind === 'CODE' ? 'part-number' : undefined}>{called.value}</span>
              {called.retired ? (
                <Text size="xs" className="quiet">
                  {t('maker.retired')}
                </Text>
              ) : (
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={t('maker.retireOf', { name: called.value })}
                  onClick={() => void retire(called)}
                >
                  {t('maker.retire')}
                </Button>
              )}
            </Group>
          </List.Item>
        ))}
      </List>
      <TextInput
        label={t('maker.newCode')}
        maxLength={120}
        data-autofocus
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        error={errorAt(submit.errors, 'code')}
      />
      <TextInput
        label={t('maker.newName')}
        maxLength={120}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={errorAt(submit.errors, 'name')}
      />
    </FormDialog>
  );
}
