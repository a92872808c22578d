import { Alert, Button, Select, Stack } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { ReadUploadDocument, UploadColumnsDocument } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { FormErrors } from '../../../ui/forms/form-errors';
import { Failure, Waiting } from '../../../ui/states';
import { readMapping } from './mapping';
import { MappingForm } from './mapping-form';

/** The second step: what the columns mean. A format that names its own fields is read at once. */
export function ColumnsStep({ uploadId }: { uploadId: string }) {
  const { t } = useTranslation('selling');
  const [sheet, setSheet] = useState<string | undefined>(undefined);
  const { data, error, refetch } = useQuery({
    queryKey: ['upload-columns', uploadId, sheet],
    queryFn: ({ signal }) => ask(UploadColumnsDocument, { uploadId, sheet }, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data?.upload) return <Waiting />;
  if (data.upload.state !== 'QUARANTINED') return <Navigate to="/sell/uploads/$uploadId" params={{ uploadId }} replace />;
  const { uploadHeaders } = data;
  const sheets = (
    <Sheets names={uploadHeaders.sheets} value={sheet ?? readMapping(uploadHeaders.mappingJson).sheet} onChange={setSheet} />
  );
  if (uploadHeaders.problem)
    return (
      <Stack gap="lg">
        {sheets}
        <Alert color="red" role="alert" icon={<IconAlertTriangle aria-hidden />} title={t('mapping.unreadable')}>
          <Stack gap="sm" align="flex-start">
            {uploadHeaders.problem}
            <Button size="xs" variant="default" renderRoot={(props) => <Link {...props} to="/sell/upload" />}>
              {t('mapping.another')}
            </Button>
          </Stack>
        </Alert>
      </Stack>
    );
  if (uploadHeaders.headers.length === 0) return <ReadAtOnce uploadId={uploadId} />;
  return (
    <Stack gap="lg">
      {sheets}
      <MappingForm key={sheet} data={data} upload={data.upload} />
    </Stack>
  );
}

/** Which sheet of a workbook is read; a workbook of one asks nothing. */
function Sheets({
  names,
  value,
  onChange,
}: {
  names: readonly string[];
  value: string | undefined;
  onChange: (name: string) => void;
}) {
  const { t } = useTranslation('selling');
  if (names.length < 2) return null;
  return (
    <Select
      label={t('mapping.sheet')}
      description={t('mapping.sheetHow', { count: names.length })}
      allowDeselect={false}
      data={[...names]}
      value={value ?? names[0]}
      onChange={(name) => name && onChange(name)}
      maw={360}
    />
  );
}

/** Formats without columns need no word of the reader. */
function ReadAtOnce({ uploadId }: { uploadId: string }) {
  const navigate = useNavigate();
  const { errors, failure, run } = useSubmit();
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    void run(async () => (await ask(ReadUploadDocument, { input: { uploadId } })).readUpload).then((done) => {
      if (done) void navigate({ to: '/sell/uploads/$uploadId', params: { uploadId }, replace: true });
    });
  }, [uploadId, run, navigate]);
  if (failure !== undefined) return <Failure error={failure} />;
  return errors.length > 0 ? <FormErrors errors={errors} /> : <Waiting />;
}
