import { Checkbox, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DropZone } from '../../../ui/forms/drop-zone';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { useLoading } from './use-loading';

/** One version of a classification, from a CSV file. */
export function LoadForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('identity');
  const { load, ...state } = useLoading('/api/v1/classifications');
  const [system, setSystem] = useState('');
  const [version, setVersion] = useState('');
  const [current, setCurrent] = useState(true);
  const [file, setFile] = useState<File | undefined>(undefined);
  const send = async (): Promise<boolean> =>
    file !== undefined &&
    load(file, { system: system.trim(), version: version.trim(), current: String(current), fileName: file.name });
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('classes.load')}
      action={t('classes.load')}
      onSubmit={send}
      {...state}
      fields={[]}
      disabled={!file || system.trim() === '' || version.trim() === ''}
    >
      <Group grow align="flex-start">
        <TextInput
          label={t('classes.system')}
          placeholder="UNSPSC"
          required
          maxLength={20}
          data-autofocus
          value={system}
          onChange={(event) => setSystem(event.currentTarget.value.toUpperCase())}
        />
        <TextInput
          label={t('classes.version')}
          placeholder="26.0801"
          required
          maxLength={20}
          value={version}
          onChange={(event) => setVersion(event.currentTarget.value)}
        />
      </Group>
      <Checkbox label={t('classes.isCurrent')} checked={current} onChange={(event) => setCurrent(event.currentTarget.checked)} />
      <DropZone label={t('classes.drop')} hint={t('classes.hint')} accept=".csv,.txt,text/csv" file={file} onFile={setFile} />
    </FormDialog>
  );
}
