import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../../graphql/client';
import { PromiseCertificateDocument } from '../../../../graphql/generated/graphql';
import { useSubmit } from '../../../../graphql/submit';
import { download } from '../../../../graphql/transfer';
import { useRights } from '../../../../shell/me';
import { FormErrors } from '../../../../ui/forms/form-errors';
import { useCodeNames } from '../../../../ui/shown/code-name';
import { Status } from '../../../../ui/shown/status';
import type { Order } from '../order';
import { type Certificate, certificateTones, type Doing, isSettled, type PaperFile } from './paper';

interface Props {
  order: Order;
  certificate: Certificate;
  onDo: (doing: Doing) => void;
}

/** A required certificate: how far it is, its files, and what the reader may do about it. */
export function CertificateRow({ order, certificate, onDo }: Props) {
  const { t } = useTranslation('papers');
  const names = useCodeNames();
  const rights = useRights();
  const queries = useQueryClient();
  const submit = useSubmit();
  const kind = names.name('certificate', certificate.kind);
  const brings = order.side === certificate.provider && rights.has(order.side === 'BUYER' ? 'order:change' : 'order:confirm');
  const waives = order.side === 'BUYER' && certificate.source !== 'GATE' && rights.has('certificate:review');
  const open = !isSettled(certificate);
  const promise = async (): Promise<void> => {
    const input = { orderId: order.id, certificateId: certificate.id };
    const done = await submit.run(async () => (await ask(PromiseCertificateDocument, { input })).promiseCertificate);
    if (done) await queries.invalidateQueries({ queryKey: ['papers', order.id] });
  };
  return (
    <Stack gap={4}>
      <Group gap="sm">
        <Text size="sm" fw={600}>
          {kind}
        </Text>
        <Status tone={certificateTones[certificate.status]}>{t(`status.${certificate.status}`)}</Status>
        <Text size="sm" className="quiet">
          {t(`source.${certificate.source}`)}
        </Text>
        {certificate.dualRelease && <Text size="sm">{t('dualRelease')}</Text>}
        {open && brings && certificate.status === 'REQUIRED' && (
          <Button
            size="compact-sm"
            variant="default"
            loading={submit.busy}
            onClick={() => void promise()}
            aria-label={t('promiseOf', { kind })}
          >
            {t('promise')}
          </Button>
        )}
        {open && brings && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => onDo({ what: 'attach', certificate })}
            aria-label={t('attachOf', { kind })}
          >
            {t('attach')}
          </Button>
        )}
        {open && waives && (
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => onDo({ what: 'waive', certificate })}
            aria-label={t('waiveOf', { kind })}
          >
            {t('waive')}
          </Button>
        )}
      </Group>
      <FormErrors errors={submit.errors} />
      {certificate.reason && <Text size="sm">{t('why', { reason: certificate.reason })}</Text>}
      {certificate.files.map((file) => (
        <FileRow
          key={file.id}
          file={file}
          onReview={
            file.status === 'ATTACHED' && order.side !== certificate.provider && rights.has('certificate:review')
              ? () => onDo({ what: 'review', certificate, file })
              : undefined
          }
        />
      ))}
    </Stack>
  );
}

function FileRow({ file, onReview }: { file: PaperFile; onReview: (() => void) | undefined }) {
  const { t } = useTranslation('papers');
  const facts = [
    file.number,
    file.serialNumber ?? file.lotNumber,
    t('forQuantity', { quantity: file.quantity }),
    t(`file.${file.status}`),
    file.reason,
  ];
  return (
    <Group gap="sm" pl="md">
      <Anchor
        component="button"
        type="button"
        size="sm"
        onClick={() => void download(`/api/v1/files/order/${file.id}`, file.name)}
      >
        {file.name}
      </Anchor>
      <Text size="sm" className="quiet">
        {facts.filter(Boolean).join(' · ')}
      </Text>
      {file.flags.map((flag) => (
        <Status key={flag} tone="attention">
          {t(`flag.${flag}`)}
        </Status>
      ))}
      {onReview && (
        <Button size="compact-sm" onClick={onReview} aria-label={t('reviewOf', { name: file.name })}>
          {t('review')}
        </Button>
      )}
    </Group>
  );
}
