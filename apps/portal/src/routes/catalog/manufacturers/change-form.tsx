import { Checkbox, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { ChangeManufacturerDocument } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { errorAt } from '../../../ui/forms/form-errors';
import type { Maker } from './maker';
import { MakerSelect } from './maker-select';

/** Name, kind and successor of a manufacturer. */
export function ChangeForm({ maker, onClose }: { maker: Maker; onClose: () => void }) {
  const { t } = useTranslation('identity');
  const queries = useQueryClient();
  const submit = useSubmit();
  const [name, setName] = useState(maker.name);
  const [issuingBody, setIssuingBody] = useState(maker.issuingBody);
  const [successorId, setSuccessorId] = useState(maker.successor?.id ?? null);
  const [succeededOn, setSucceededOn] = useState(maker.succeededOn ?? '');
  const save = async (): Promise<boolean> => {
    const successor = { successorId, succeededOn: successorId && succeededOn ? succeededOn : null };
    const input = { manufacturerId: maker.id, expectedVersion: maker.version, name, issuingBody, ...successor };
    if (!(await submit.run(async () => (await ask(ChangeManufacturerDocument, { input })).changeManufacturer))) return false;
    await queries.invalidateQueries({ queryKey: ['manufacturers'] });
    return true;
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('maker.editOf', { name: maker.name })}
      action={t('shell:save')}
      onSubmit={save}
      {...submit}
      fields={['name', 'successorId']}
      disabled={name.trim() === ''}
    >
      <TextInput
        label={t('maker.name')}
        required
        maxLength={120}
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={errorAt(submit.errors, 'name')}
      />
      <Checkbox label={t('maker.body')} checked={issuingBody} onChange={(event) => setIssuingBody(event.currentTarget.checked)} />
      <MakerSelect
        label={t('maker.successor')}
        placeholder={t('maker.noSuccessor')}
        clearable
        known={maker.successor ?? null}
        except={maker.id}
        value={successorId}
        onChange={setSuccessorId}
        error={errorAt(submit.errors, 'successorId')}
      />
      {successorId && (
        <TextInput
          type="date"
          label={t('maker.succeededOn')}
          value={succeededOn}
          onChange={(event) => setSucceededOn(event.currentTarget.value)}
        />
      )}
    </FormDialog>
  );
}
