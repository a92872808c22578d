import { Alert, Button, List, Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload, IconTable } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TenderOfBidderFragment } from '../../../graphql/generated/graphql';
import { DropZone } from '../../../ui/forms/drop-zone';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { csvOf, saveText } from '../../../ui/table/csv';
import { isArchive, type ReadRow, readWorkbook } from '../../../ui/workbook/read-workbook';
import { saveWorkbook } from '../../../ui/workbook/save-workbook';
import { textOfFile } from '../../procurement/quick-order/line-file';
import { bidSheet, type ReadSheet, readRows, readSheet, sheetFields, sheetOf } from './sheet';
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
  const saveBook = (): void =>
    void saveWorkbook(`${tender.number}-${lot.position}.xlsx`, [
      { name: t('sheet.lines'), rows: bidSheet(tender, lot.id, own.typed), widths: [8, 20, 36, 12, 12, 14] },
      {
        name: t('sheet.columns'),
        rows: sheetFields.map((name) => [{ text: name, strong: true }, { text: t(`bidLines.${name}`) }]),
        widths: [20, 60],
      },
    ]);
  const save = (): void => saveText(`${tender.number}-${lot.position}.csv`, csvOf(sheetOf(tender, lot.id, own.typed)));
  return (
    <>
      <Button size="xs" variant="default" leftSection={<IconDownload size={15} aria-hidden />} onClick={saveBook}>
        {t('sheet.workbook')}
      </Button>
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
  const [rows, setRows] = useState<readonly ReadRow[] | undefined>(undefined);
  const [refused, setRefused] = useState<string | undefined>(undefined);
  const [found, setFound] = useState<ReadSheet | undefined>(undefined);
  const take = async (chosen: File): Promise<void> => {
    const bytes = new Uint8Array(await chosen.arrayBuffer());
    setFile(chosen);
    setFound(undefined);
    // Read here: what stands in it never leaves the browser before it is submitted.
    if (isArchive(bytes)) {
      const read = await readWorkbook(bytes);
      setRows('rows' in read ? read.rows : undefined);
      setRefused('refused' in read ? t(`sheet.refused.${read.refused}`) : undefined);
      return;
    }
    const read = textOfFile(bytes);
    setRows(undefined);
    setRefused(
      'refused' in read
        ? t(read.refused === 'workbook' ? 'sheet.refused.oldWorkbook' : `procurement:quick.fileRefused.${read.refused}`)
        : undefined,
    );
    if ('text' in read) setText(read.text);
  };
  const read = async (): Promise<boolean> => {
    const given = { tender, lotId: lot.id, typed: own.typed };
    const sheet = rows ? readRows(rows, given) : readSheet(text, given);
    setFound(sheet);
    own.set({ lines: sheet.lines });
    if (sheet.taken > 0) notifications.show({ message: t('sheet.taken', { count: sheet.taken }) });
    return sheet.unknown.length === 0 && sheet.faults.length === 0 && sheet.taken > 0;
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
      disabled={rows === undefined && text.trim() === ''}
    >
      <Stack gap="md">
        <DropZone
          label={t('sheet.file')}
          hint={t('sheet.hint')}
          accept=".xlsx,.csv,.txt,.tsv,text/csv,text/plain,text/tab-separated-values"
          file={file}
          onFile={(chosen) => void take(chosen)}
          {...(refused ? { error: refused } : {})}
        />
        <Textarea
          label={t('sheet.paste')}
          description={t('sheet.how')}
          autosize
          minRows={5}
          maxRows={16}
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setRows(undefined);
          }}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        />
        {found && <SheetFindings found={found} />}
      </Stack>
    </FormDialog>
  );
}

/** Faults shown one by one; who has more mends the column first. */
const shownMax = 20;

/** What of the sheet was not taken, by row and column. */
function SheetFindings({ found: { unknown, faults, taken } }: { found: ReadSheet }) {
  const { t } = useTranslation('tendering');
  if (unknown.length === 0 && faults.length === 0 && taken > 0) return null;
  return (
    <Alert color="orange" role="alert" title={t(taken === 0 ? 'sheet.nothing' : 'sheet.findings')}>
      <Stack gap={4}>
        {unknown.length > 0 && (
          <Text size="sm">
            {t('sheet.unknown', { count: unknown.length })}:{' '}
            {t('sheet.unknownText', { rows: unknown.slice(0, shownMax).join(', ') })}
          </Text>
        )}
        <List size="sm">
          {faults.slice(0, shownMax).map(({ row, column, field }) => (
            <List.Item key={`${row} ${field}`}>
              {column ? t('sheet.cell', { row, column }) : t('sheet.row', { row })}: {t(`bidFault.${field as 'price'}`)}
            </List.Item>
          ))}
        </List>
        {faults.length > shownMax && <Text size="sm">{t('sheet.more', { count: faults.length - shownMax })}</Text>}
      </Stack>
    </Alert>
  );
}
