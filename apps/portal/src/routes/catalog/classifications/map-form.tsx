import { Group, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClassificationsQuery } from '../../../graphql/generated/graphql';
import { DropZone } from '../../../ui/forms/drop-zone';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { useLoading } from './use-loading';

/** What classes of one loaded version are in another, from a CSV file. */
export function MapForm({
  releases,
  onClose,
}: {
  releases: ClassificationsQuery['classificationReleases'];
  onClose: () => void;
}) {
  const { t } = useTranslation('identity');
  const { load, ...state } = useLoading('/api/v1/class-mappings');
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const [file, setFile] = useState<File | undefined>(undefined);
  const data = releases.map(({ system, version }) => ({ value: `${system} ${version}`, label: `${system} ${version}` }));
  const send = async (): Promise<boolean> => {
    const [fromSystem = '', fromVersion = ''] = from?.split(' ') ?? [];
    const [toSystem = '', toVersion = ''] = to?.split(' ') ?? [];
    return file !== undefined && load(file, { fromSystem, fromVersion, toSystem, toVersion });
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('classes.map')}
      action={t('classes.map')}
      onSubmit={send}
      {...state}
      fields={[]}
      disabled={!file || !from || !to || from === to}
    >
      <Group grow align="flex-start">
        <Select label={t('classes.fromSystem')} required data={data} value={from} onChange={setFrom} data-autofocus />
        <Select label={t('classes.toSystem')} required data={data} value={to} onChange={setTo} />
      </Group>
      <DropZone label={t('classes.drop')} hint={t('classes.mapHint')} accept=".csv,.txt,text/csv" file={file} onFile={setFile} />
    </FormDialog>
  );
}
