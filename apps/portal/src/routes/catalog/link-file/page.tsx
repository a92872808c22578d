import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TransferRefused } from '../../../graphql/transfer';
import { type DataColumn, DataTable } from '../../../ui/data-table';
import { DropZone } from '../../../ui/forms/drop-zone';
import { Page } from '../../../ui/page';
import { Section } from '../../../ui/section';
import { Failure } from '../../../ui/states';
import { type LinkFileAnswer, sampleFile, sendLinks } from './send-links';

type State =
  | { kind: 'ready' }
  | { kind: 'sending' }
  | { kind: 'answered'; answer: LinkFileAnswer }
  | { kind: 'failed'; error: unknown };

/** Links of interchangeability from a CSV file, all or none. */
export default function LinkFilePage() {
  const { t } = useTranslation('alternates');
  const [file, setFile] = useState<File | undefined>(undefined);
  const [state, setState] = useState<State>({ kind: 'ready' });
  const send = async (): Promise<void> => {
    if (!file) return;
    setState({ kind: 'sending' });
    try {
      setState({ kind: 'answered', answer: await sendLinks(file) });
    } catch (error) {
      setState({ kind: 'failed', error });
    }
  };
  return (
    <Page title={t('file.title')} below={t('file.below')} actions={<Sample />}>
      <Section title={t('file.choose')}>
        <DropZone
          label={t('file.drop')}
          hint={t('file.hint')}
          accept=".csv,text/csv"
          file={file}
          onFile={(chosen) => {
            setFile(chosen);
            setState({ kind: 'ready' });
          }}
        />
        <Group justify="flex-end">
          <Button onClick={() => void send()} disabled={!file} loading={state.kind === 'sending'}>
            {t('file.send')}
          </Button>
        </Group>
      </Section>
      {state.kind === 'failed' &&
        (state.error instanceof TransferRefused ? (
          <Alert color="red" role="alert" icon={<IconAlertTriangle aria-hidden />} title={t('file.unreadable')}>
            {state.error.message}
          </Alert>
        ) : (
          <Failure error={state.error} retry={() => void send()} />
        ))}
      {state.kind === 'answered' && <Outcome answer={state.answer} />}
    </Page>
  );
}

function Outcome({ answer }: { answer: LinkFileAnswer }) {
  const { t } = useTranslation('alternates');
  if (answer.problems.length === 0)
    return (
      <Alert color="green" role="status" icon={<IconCircleCheck aria-hidden />} title={t('file.taken', { count: answer.rows })}>
        {t('file.counts', { added: answer.added, unchanged: answer.unchanged })}
      </Alert>
    );
  const columns: DataColumn<LinkFileAnswer['problems'][number]>[] = [
    { id: 'line', header: t('file.line'), align: 'end', fixed: true, text: (row) => String(row.line), cell: (row) => row.line },
    { id: 'column', header: t('file.column'), text: (row) => row.column ?? '', cell: (row) => <code>{row.column}</code> },
    { id: 'message', header: t('file.problem'), width: 420, text: (row) => row.message, cell: (row) => row.message },
    { id: 'code', header: t('file.code'), text: (row) => row.code, cell: (row) => <code>{row.code}</code> },
  ];
  return (
    <Stack gap="sm">
      <Alert color="red" role="alert" icon={<IconAlertTriangle aria-hidden />} title={t('file.refused')}>
        <Text size="sm">{t('file.refusedText', { count: answer.problems.length })}</Text>
      </Alert>
      <DataTable
        label={t('file.problems')}
        rows={answer.problems}
        columns={columns}
        rowKey={(row) => `${row.line} ${row.column ?? ''} ${row.code}`}
        csvName="link-problems"
      />
    </Stack>
  );
}

function Sample() {
  const { t } = useTranslation('alternates');
  const save = (): void => {
    const url = URL.createObjectURL(new Blob([sampleFile], { type: 'text/csv' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = 'interchange-links.csv';
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  };
  return (
    <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />} onClick={save}>
      {t('file.sample')}
    </Button>
  );
}
