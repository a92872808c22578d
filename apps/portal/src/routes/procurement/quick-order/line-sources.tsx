import { Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DropZone } from '../../../ui/forms/drop-zone';
import { type FileRefusal, textOfFile } from './line-file';
import { ScanField } from './scan-field';

/** Lines by scanner and by file, both into the field that is typed and pasted into. */
export function LineSources({ text, onText }: { text: string; onText: (text: string) => void }) {
  const { t } = useTranslation('procurement');
  const [file, setFile] = useState<File | undefined>(undefined);
  const [refused, setRefused] = useState<FileRefusal | undefined>(undefined);
  const take = async (chosen: File): Promise<void> => {
    const read = textOfFile(new Uint8Array(await chosen.arrayBuffer()));
    setFile(chosen);
    setRefused('refused' in read ? read.refused : undefined);
    if ('text' in read) onText(read.text);
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
          accept=".csv,.txt,.tsv,text/csv,text/plain,text/tab-separated-values"
          file={file}
          onFile={(chosen) => void take(chosen)}
          {...(refused ? { error: t(`quick.fileRefused.${refused}`) } : {})}
        />
      </Stack>
    </Group>
  );
}
