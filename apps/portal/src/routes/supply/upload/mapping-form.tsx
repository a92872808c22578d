import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { ReadUploadDocument, type UploadColumnsQuery } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { FormErrors } from '../../../ui/forms/form-errors';
import { Failure } from '../../../ui/states';
import { HabitFields } from './habit-fields';
import { filledTwice, hasTarget, type Mapping, readMapping } from './mapping';
import { MappingTable } from './mapping-table';

interface Props {
  data: UploadColumnsQuery;
  upload: NonNullable<UploadColumnsQuery['upload']>;
}

/** Columns, habits of the file, and whether the catalogue shall remember them; then the hub reads the file. */
export function MappingForm({ data, upload }: Props) {
  const { t } = useTranslation('selling');
  const navigate = useNavigate();
  const headers = data.uploadHeaders;
  const catalogue = data.catalogues.find((one) => one.id === upload.catalogueId);
  const [mapping, setMapping] = useState<Mapping>(() => {
    const read = readMapping(headers.mappingJson);
    // What the file does not say is said by the catalogue; the field shows it and the reader may change it.
    return hasTarget(read.columns, 'currency') ? read : { ...read, currency: read.currency ?? catalogue?.currency };
  });
  const [remember, setRemember] = useState(true);
  const [tried, setTried] = useState(false);
  const submit = useSubmit();
  const lacking = !hasTarget(mapping.columns, 'supplierPart');

  const start = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (lacking) return;
    const input = { uploadId: upload.id, mappingJson: JSON.stringify(mapping), remember: remember && catalogue !== undefined };
    if (await submit.run(async () => (await ask(ReadUploadDocument, { input })).readUpload))
      await navigate({ to: '/sell/uploads/$uploadId', params: { uploadId: upload.id } });
  };
  return (
    <form onSubmit={(event) => void start(event)} noValidate>
      <Stack gap="lg">
        <Text>
          {t('mapping.intro', { file: upload.fileName, count: headers.headers.length, encoding: headers.charset ?? 'UTF-8' })}
        </Text>
        <MappingTable
          headers={headers.headers}
          samples={headers.samples}
          targets={headers.targets}
          columns={mapping.columns}
          twice={filledTwice(mapping.columns)}
          onChange={(columns) => setMapping({ ...mapping, columns })}
        />
        <HabitFields mapping={mapping} onChange={setMapping} />
        {catalogue && (
          <Checkbox
            checked={remember}
            onChange={(event) => setRemember(event.currentTarget.checked)}
            label={t('mapping.remember', { catalogue: catalogue.name })}
            description={t('mapping.rememberHow')}
          />
        )}
        {tried && lacking && (
          <FormErrors errors={[{ message: t('mapping.partMissing'), path: ['columns'] }]} title={t('mapping.partMissingTitle')} />
        )}
        {submit.failure !== undefined && <Failure error={submit.failure} />}
        <FormErrors errors={submit.errors} />
        <Group>
          <Button type="submit" loading={submit.busy}>
            {t('mapping.read')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
