import { Checkbox, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../../graphql/client';
import { type CertificateCheckItem, ReviewCertificateDocument } from '../../../../graphql/generated/graphql';
import { useSubmit } from '../../../../graphql/submit';
import { FormDialog } from '../../../../ui/forms/form-dialog';
import { errorAt } from '../../../../ui/forms/form-errors';
import type { Order } from '../order';
import { type Certificate, checkItems, type PaperFile } from './paper';

interface Props {
  order: Order;
  certificate: Certificate;
  file: PaperFile;
  onClose: () => void;
}

/** Judges a file: everything on the list must be found right to accept it, and a refusal says why. */
export function ReviewForm({ order, certificate, file, onClose }: Props) {
  const { t } = useTranslation('papers');
  const queries = useQueryClient();
  const submit = useSubmit();
  const [accepted, setAccepted] = useState(true);
  const [checklist, setChecklist] = useState<string[]>([]);
  const [reason, setReason] = useState('');
  const items = [...checkItems, ...(certificate.dualRelease ? (['DUAL_RELEASE'] as const) : [])];
  const save = async (): Promise<boolean> => {
    const done = await submit.run(async () => {
      const at = { orderId: order.id, certificateId: certificate.id, fileId: file.id };
      const input = { ...at, accepted, checklist: checklist as CertificateCheckItem[], reason: reason.trim() || null };
      return (await ask(ReviewCertificateDocument, { input })).reviewCertificate;
    });
    if (done) await queries.invalidateQueries({ queryKey: ['papers', order.id] });
    return done !== undefined;
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('form.reviewTitle', { name: file.name })}
      action={accepted ? t('form.accept') : t('form.refuse')}
      onSubmit={save}
      busy={submit.busy}
      errors={submit.errors}
      failure={submit.failure}
      fields={['reason', 'checklist']}
    >
      {file.flags.length > 0 && (
        <Text size="sm" role="status">
          {t('form.flagged', { flags: file.flags.map((flag) => t(`flag.${flag}`)).join(' · ') })}
        </Text>
      )}
      <SegmentedControl
        aria-label={t('form.judgement')}
        value={accepted ? 'yes' : 'no'}
        onChange={(value) => setAccepted(value === 'yes')}
        data={[
          { value: 'yes', label: t('form.accept') },
          { value: 'no', label: t('form.refuse') },
        ]}
      />
      <Checkbox.Group
        label={t('form.checklist')}
        value={checklist}
        onChange={setChecklist}
        error={errorAt(submit.errors, 'checklist')}
      >
        <Stack gap="xs" mt="xs">
          {items.map((item) => (
            <Checkbox key={item} value={item} label={t(`check.${item}`)} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Textarea
        label={t('form.reason')}
        maxLength={500}
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={errorAt(submit.errors, 'reason')}
      />
    </FormDialog>
  );
}
