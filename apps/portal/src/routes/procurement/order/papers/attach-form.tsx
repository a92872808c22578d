import { Checkbox, Group, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../../graphql/client';
import { AttachCertificateDocument } from '../../../../graphql/generated/graphql';
import { useSubmit } from '../../../../graphql/submit';
import { sendFile } from '../../../../graphql/transfer';
import { DropZone } from '../../../../ui/forms/drop-zone';
import { FormDialog } from '../../../../ui/forms/form-dialog';
import { errorAt } from '../../../../ui/forms/form-errors';
import { useCodeNames } from '../../../../ui/shown/code-name';
import type { Order } from '../order';
import type { Certificate } from './paper';

const empty = { number: '', issuer: '', datedOn: '', partNumber: '', lotNumber: '', serialNumber: '', quantity: '' };

/** Attaches a file for a certificate, with what stands on it; what differs from the line is flagged for the reviewer. */
export function AttachForm({ order, certificate, onClose }: { order: Order; certificate: Certificate; onClose: () => void }) {
  const { t } = useTranslation('papers');
  const names = useCodeNames();
  const queries = useQueryClient();
  const submit = useSubmit();
  const [form, setForm] = useState(empty);
  const [dualRelease, setDualRelease] = useState(false);
  const [file, setFile] = useState<File | undefined>(undefined);
  const field = (key: keyof typeof empty, most: number, type = 'text') => (
    <TextInput
      label={t(`form.${key}`)}
      type={type}
      maxLength={most}
      value={form[key]}
      onChange={(event) => setForm({ ...form, [key]: event.currentTarget.value })}
      error={errorAt(submit.errors, key)}
    />
  );
  const save = async (): Promise<boolean> => {
    if (!file) return false;
    const done = await submit.run(async () => {
      const { id: fileId } = await sendFile(file);
      const said = Object.fromEntries(Object.entries(form).map(([key, value]) => [key, value.trim() || null]));
      const input = { orderId: order.id, certificateId: certificate.id, fileId, dualRelease, ...said };
      return (await ask(AttachCertificateDocument, { input })).attachCertificate;
    });
    if (done) await queries.invalidateQueries({ queryKey: ['papers', order.id] });
    return done !== undefined;
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('form.attachTitle', { kind: names.name('certificate', certificate.kind) })}
      action={t('attach')}
      onSubmit={save}
      busy={submit.busy}
      errors={submit.errors}
      failure={submit.failure}
      fields={Object.keys(empty)}
      disabled={!file}
    >
      <DropZone label={t('form.file')} hint={t('form.hint')} accept=".pdf,.png,.jpg,.jpeg" file={file} onFile={setFile} />
      <Group grow align="flex-start">
        {field('number', 60)}
        {field('issuer', 120)}
        {field('datedOn', 10, 'date')}
      </Group>
      <Group grow align="flex-start">
        {field('partNumber', 70)}
        {field('serialNumber', 60)}
        {field('lotNumber', 60)}
        {field('quantity', 20)}
      </Group>
      <Checkbox
        label={t('form.dualRelease')}
        checked={dualRelease}
        onChange={(event) => setDualRelease(event.currentTarget.checked)}
      />
    </FormDialog>
  );
}
