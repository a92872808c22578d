import { Alert, Button, Stack, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload, IconTable } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TenderOfBidderFragment } from '../../../graphql/generated/graphql';
import { DropZone } from '../../../ui/forms/drop-zone';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { csvOf, saveText } from '../../../ui/table/csv';
import { type FileRefusal, textOfFile } from '../../procurement/quick-order/line-file';
import { readSheet, sheetOf } from './sheet';
import type { OwnBid } from './use-bid';

interface Props {
  own: OwnBid;
  tender: TenderOfBidderFragment;
  lot: TenderOfBidderFragment['lots'][number];
}

/** The lines as a sheet, and a filled sheet back. */
export function SheetTools({ own, tender, lot }: Props) {
  const { t } = useTranslation('tendering');
  const [reading, setReading] = useState(false);
  const save = (): void => saveText(`${tender.number}-${lot.position}.csv`, csvOf(sheetOf(tender, lot.id, own.typed)));
  return (
    <>
      <Button size="xs" variant="default" leftSection={<IconDownload size={15} aria-hidden />} onClick={save}>
        {t('sheet.download')}
      </Button>
      <Button size="xs" variant="default" leftSection={<IconTable size={15} aria-hidden />} onClick={() => setReading(true)}>
        {t('sheet.read')}
      </Button>
      {reading && <ReadSheetForm own={own} tender={tender} lot={lot} onClose={() => setReading(false)} />}
    </>
  );
}

function ReadSheetForm({ own, tender, lot, onClose }: Props & { onClose: () => void }) {
  const { t } = useTranslation('tendering');
  const [text, setText] = useState('');
  const [file, setFile] = useState<File | undefined>(undefined);
  const [refused, setRefused] = useState<FileRefusal | undefined>(undefined);
  const [unknown, setUnknown] = useState<readonly number[]>([]);
  const take = async (chosen: File): Promise<void> => {
    const read = textOfFile(new Uint8Array(await chosen.arrayBuffer()));
    setFile(chosen);
    setRefused('refused' in read ? read.refused : undefined);
    if ('text' in read) setText(read.text);
  };
  const read = async (): Promise<boolean> => {
    const found = readSheet(text, { tender, lotId: lot.id, typed: own.typed });
    setUnknown(found.unknown);
    own.set({ lines: found.lines });
    if (found.taken > 0) notifications.show({ message: t('sheet.taken', { count: found.taken }) });
    return found.unknown.length === 0 && found.taken > 0;
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('sheet.title')}
      action={t('sheet.take')}
      onSubmit={read}
      busy={false}
      errors={[]}
      failure={undefined}
      fields={[]}
      disabled={text.trim() === ''}
    >
      <Stack gap="md">
        <DropZone
          label={t('sheet.file')}
          hint={t('sheet.hint')}
          accept=".csv,.txt,.tsv,text/csv,text/plain,text/tab-separated-values"
          file={file}
          onFile={(chosen) => void take(chosen)}
          {...(refused ? { error: t(`procurement:quick.fileRefused.${refused}`) } : {})}
        />
        <Textarea
          label={t('sheet.paste')}
          description={t('sheet.how')}
          autosize
          minRows={5}
          maxRows={16}
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        />
        {unknown.length > 0 && (
          <Alert color="orange" role="alert" title={t('sheet.unknown', { count: unknown.length })}>
            {t('sheet.unknownText', { rows: unknown.slice(0, 20).join(', ') })}
          </Alert>
        )}
      </Stack>
    </FormDialog>
  );
}
