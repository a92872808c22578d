import { Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { ChangeBuyerGroupDocument, CreateBuyerGroupDocument, type GroupCardFragment } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { errorAt } from '../../../ui/forms/form-errors';

/** Opens a group, or gives it another name and note. */
export function GroupForm({ present, onClose }: { present?: GroupCardFragment; onClose: () => void }) {
  const { t } = useTranslation('groups');
  const queries = useQueryClient();
  const submit = useSubmit();
  const [name, setName] = useState(present?.name ?? '');
  const [note, setNote] = useState(present?.note ?? '');
  const save = async (): Promise<boolean> => {
    const input = { name: name.trim(), note: note.trim() || null };
    const saved = await submit.run(async () =>
      present
        ? (await ask(ChangeBuyerGroupDocument, { input: { ...input, groupId: present.id, expectedVersion: present.version } }))
            .changeBuyerGroup
        : (await ask(CreateBuyerGroupDocument, { input })).createBuyerGroup,
    );
    if (!saved) return false;
    await queries.invalidateQueries();
    return true;
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={present ? t('change') : t('create')}
      action={t('save')}
      onSubmit={save}
      {...submit}
      fields={['name']}
      disabled={name.trim() === ''}
    >
      <TextInput
        label={t('name')}
        required
        maxLength={120}
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={errorAt(submit.errors, 'name')}
      />
      <Textarea label={t('note')} maxLength={500} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
    </FormDialog>
  );
}
