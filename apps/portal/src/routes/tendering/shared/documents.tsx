import { Anchor, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconDownload, IconPaperclip } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { AddTenderDocumentDocument, type TenderSharedFragment } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { download, sendFile } from '../../../graphql/transfer';
import { formatInstant } from '../../../i18n/format';
import { formatBytes } from '../../../i18n/sizes';
import { DropZone } from '../../../ui/forms/drop-zone';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { errorAt } from '../../../ui/forms/form-errors';
import { Section } from '../../../ui/section';

interface Props {
  tender: TenderSharedFragment;
  mayAdd: boolean;
  moved: () => Promise<void>;
}

/** Papers of a tender, each known by its hash. */
export function TenderDocuments({ tender, mayAdd, moved }: Props) {
  const { t } = useTranslation('tendering');
  const [adding, setAdding] = useState(false);
  return (
    <Section
      title={t('documents.title')}
      actions={
        mayAdd && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPaperclip size={15} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {t('documents.add')}
          </Button>
        )
      }
    >
      {tender.documents.length === 0 && (
        <Text size="sm" className="quiet">
          {t('documents.none')}
        </Text>
      )}
      <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {tender.documents.map((document) => (
          <Group key={document.id} component="li" gap="sm" wrap="nowrap" align="flex-start">
            <IconDownload size={16} aria-hidden style={{ flexShrink: 0 }} />
            <div style={{ minWidth: 0 }}>
              <Anchor
                component="button"
                type="button"
                size="sm"
                onClick={() => void download(`/api/v1/files/tender/${document.id}`, document.name)}
              >
                {document.title}
              </Anchor>
              <Text size="xs" className="quiet" title={document.sha256} style={{ overflowWrap: 'anywhere' }}>
                {t('documents.facts', {
                  size: formatBytes(document.size),
                  added: formatInstant(document.addedAt),
                  hash: document.sha256.slice(0, 12),
                })}
              </Text>
            </div>
          </Group>
        ))}
      </Stack>
      {adding && <AddDocument tender={tender} moved={moved} onClose={() => setAdding(false)} />}
    </Section>
  );
}

function AddDocument({ tender, moved, onClose }: Pick<Props, 'tender' | 'moved'> & { onClose: () => void }) {
  const { t } = useTranslation('tendering');
  const submit = useSubmit();
  const [file, setFile] = useState<File | undefined>(undefined);
  const [title, setTitle] = useState('');
  const send = async (): Promise<boolean> => {
    if (!file) return false;
    const done = await submit.run(async () => {
      const { id: fileId } = await sendFile(file);
      const input = { tenderId: tender.id, fileId, title: title.trim() || file.name };
      return (await ask(AddTenderDocumentDocument, { input })).addTenderDocument;
    });
    if (done) await moved();
    return done !== undefined;
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('documents.addTitle')}
      action={t('documents.add')}
      onSubmit={send}
      busy={submit.busy}
      errors={submit.errors}
      failure={submit.failure}
      fields={['title']}
      disabled={!file}
    >
      <DropZone
        label={t('documents.file')}
        hint={t('documents.hint')}
        accept=".pdf,.png,.jpg,.jpeg"
        file={file}
        onFile={setFile}
      />
      <TextInput
        label={t('documents.titleOf')}
        maxLength={200}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
        error={errorAt(submit.errors, 'title')}
      />
    </FormDialog>
  );
}
