import { Text, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../../graphql/client';
import { ReleaseGateDocument, WaiveCertificateDocument } from '../../../../graphql/generated/graphql';
import { useSubmit } from '../../../../graphql/submit';
import { FormDialog } from '../../../../ui/forms/form-dialog';
import { errorAt } from '../../../../ui/forms/form-errors';
import { useCodeNames } from '../../../../ui/shown/code-name';
import type { Order } from '../order';
import type { Doing } from './paper';

/** Does without a certificate, or lets a line pass a rule; says what follows and asks why. */
export function ReasonForm({
  order,
  doing,
  onClose,
}: {
  order: Order;
  doing: Extract<Doing, { what: 'waive' | 'release' }>;
  onClose: () => void;
}) {
  const { t } = useTranslation('papers');
  const names = useCodeNames();
  const queries = useQueryClient();
  const submit = useSubmit();
  const [reason, setReason] = useState('');
  const releasing = doing.what === 'release';
  const call = async () => {
    const why = { orderId: order.id, reason: reason.trim() };
    if (doing.what === 'waive')
      return (await ask(WaiveCertificateDocument, { input: { ...why, certificateId: doing.certificate.id } })).waiveCertificate;
    const { lineId, ruleId } = doing.check;
    return (await ask(ReleaseGateDocument, { input: { ...why, lineId, ruleId } })).releaseGate;
  };
  const save = async (): Promise<boolean> => {
    const done = await submit.run<{ errors: readonly { message?: string }[] }>(call);
    if (done) await queries.invalidateQueries({ queryKey: ['papers', order.id] });
    return done !== undefined;
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={
        releasing
          ? t('releaseOf', { code: doing.check.code })
          : t('waiveOf', { kind: names.name('certificate', doing.certificate.kind) })
      }
      action={releasing ? t('release') : t('waive')}
      onSubmit={save}
      busy={submit.busy}
      errors={submit.errors}
      failure={submit.failure}
      fields={['reason']}
      disabled={reason.trim() === ''}
    >
      <Text size="sm">{releasing ? t('form.releaseMeans') : t('form.waiveMeans')}</Text>
      <Textarea
        label={t('form.reason')}
        required
        data-autofocus
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
