import { Group, Select, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../../graphql/client';
import { AddContentDocument, type ContentKind } from '../../../../graphql/generated/graphql';
import { useSubmit } from '../../../../graphql/submit';
import { sendFile } from '../../../../graphql/transfer';
import { languages } from '../../../../i18n/setup';
import { DropZone } from '../../../../ui/forms/drop-zone';
import { FormDialog } from '../../../../ui/forms/form-dialog';
import { errorAt } from '../../../../ui/forms/form-errors';

const kinds: readonly ContentKind[] = ['DATASHEET', 'PICTURE', 'DRAWING', 'MANUAL', 'SAFETY_DATA_SHEET', 'CERTIFICATE'];
const empty = { kind: 'DATASHEET' as ContentKind, series: '', language: '', title: '', alt: '', link: '' };

/** Adds a file or a link to a part under the reader's organisation. */
export function AddContentForm({ partId, onClose }: { partId: string; onClose: () => void }) {
  const { t } = useTranslation('units');
  const queries = useQueryClient();
  const submit = useSubmit();
  const [form, setForm] = useState(empty);
  const [file, setFile] = useState<File | undefined>(undefined);
  const field = (key: 'series' | 'title' | 'alt' | 'link', most: number, required = false) => (
    <TextInput
      label={t(`add.${key}`)}
      required={required}
      maxLength={most}
      value={form[key]}
      onChange={(event) => setForm({ ...form, [key]: event.currentTarget.value })}
      error={errorAt(submit.errors, key)}
    />
  );
  const save = async (): Promise<boolean> => {
    const done = await submit.run(async () => {
      const fileId = file ? (await sendFile(file)).id : null;
      const { alt, link, ...rest } = form;
      const input = { ...rest, partId, fileId, alt: alt.trim() || null, link: file ? null : link.trim() || null };
      return (await ask(AddContentDocument, { input })).addContent;
    });
    if (done) await queries.invalidateQueries({ queryKey: ['units'] });
    return done !== undefined;
  };
  const ready = form.title.trim() !== '' && form.series.trim() !== '' && (file !== undefined || form.link.trim() !== '');
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('add.open')}
      action={t('add.action')}
      onSubmit={save}
      busy={submit.busy}
      errors={submit.errors}
      failure={submit.failure}
      fields={['series', 'title', 'alt', 'link', 'fileId']}
      disabled={!ready}
    >
      <Group grow align="flex-start">
        <Select
          label={t('add.kind')}
          allowDeselect={false}
          value={form.kind}
          onChange={(kind) => setForm({ ...form, kind: (kind ?? 'DATASHEET') as ContentKind })}
          data={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
        <Select
          label={t('add.language')}
          value={form.language}
          allowDeselect={false}
          onChange={(language) => setForm({ ...form, language: language ?? '' })}
          data={[
            { value: '', label: t('add.noLanguage') },
            ...languages.map(({ tag, name }) => ({ value: tag as string, label: name })),
          ]}
        />
      </Group>
      {field('title', 200, true)}
      {field('series', 60, true)}
      {form.kind === 'PICTURE' && field('alt', 300, true)}
      <DropZone
        label={t('add.file')}
        hint={t('add.hint')}
        accept=".pdf,.png,.jpg,.jpeg"
        file={file}
        onFile={setFile}
        error={errorAt(submit.errors, 'fileId')}
      />
      {!file && form.kind !== 'PICTURE' && field('link', 2000)}
    </FormDialog>
  );
}
