import { Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { postFile, TransferRefused } from '../../../graphql/transfer';
import { DropZone } from '../../../ui/forms/drop-zone';
import { type FileRefusal, isWorkbook, textOfFile } from './line-file';
import { ScanField } from './scan-field';

/** Lines by scanner and by file, both into the field that is typed and pasted into. */
export function LineSources({ text, onText }: { text: string; onText: (text: string) => void }) {
  const { t } = useTranslation('procurement');
  const [file, setFile] = useState<File | undefined>(undefined);
  const [refused, setRefused] = useState<string | undefined>(undefined);
  const [reading, setReading] = useState(false);
  const take = async (chosen: File): Promise<void> => {
    const bytes = new Uint8Array(await chosen.arrayBuffer());
    setFile(chosen);
    setRefused(undefined);
    if (isWorkbook(bytes)) return takeWorkbook(chosen);
    const read = textOfFile(bytes);
    if ('refused' in read) setRefused(t(`quick.fileRefused.${read.refused satisfies FileRefusal}`));
    else onText(read.text);
  };
  const takeWorkbook = async (chosen: File): Promise<void> => {
    setReading(true);
    try {
      onText((await postFile<{ text: string }>('/api/v1/sheets/text', chosen)).text);
    } catch (error) {
      const large = error instanceof TransferRefused && error.status === 413;
      setRefused(t(large ? 'quick.fileRefused.tooLarge' : 'quick.fileRefused.workbook'));
    } finally {
      setReading(false);
    }
  };
  return (
    <Group align="stretch" gap="lg">
      <Stack flex="1 1 320px">
        <ScanField text={text} onText={onText} />
      </Stack>
      <Stack flex="1 1 280px">
        <DropZone
          label={t('quick.file')}
          hint={t('quick.fileHint')}
          accept=".csv,.txt,.tsv,.xlsx,text/csv,text/plain,text/tab-separated-values"
          file={file}
          onFile={(chosen) => void take(chosen)}
          {...(refused ? { error: refused } : {})}
        />
        {reading ? <Text size="sm">{t('quick.fileReading')}</Text> : null}
      </Stack>
    </Group>
  );
}
