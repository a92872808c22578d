import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../../graphql/client';
import { OrderPapersDocument } from '../../../../graphql/generated/graphql';
import { formatDate } from '../../../../i18n/format';
import { Section } from '../../../../ui/section';
import { Failure } from '../../../../ui/states';
import type { Order } from '../order';
import { AttachForm } from './attach-form';
import { CertificateRow } from './certificate-row';
import { GateRow } from './gate-row';
import type { Doing, TakenLot } from './paper';
import { ReasonForm } from './reason-form';
import { ReviewForm } from './review-form';

/** Certificates, units taken and decisions of the gate, line by line; nothing is shown for an order without any. */
export function PapersPanel({ order }: { order: Order }) {
  const { t } = useTranslation('papers');
  const [doing, setDoing] = useState<Doing | undefined>(undefined);
  const { data, error, refetch } = useQuery({
    queryKey: ['papers', order.id],
    queryFn: ({ signal }) => ask(OrderPapersDocument, { id: order.id }, signal),
  });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  const { certificates = [], gateChecks = [], lots = [] } = data?.order ?? {};
  const lines = order.lines.filter(({ id }) => [...certificates, ...gateChecks, ...lots].some(({ lineId }) => lineId === id));
  if (lines.length === 0) return null;
  const close = () => setDoing(undefined);
  return (
    <Section title={t('title')}>
      {lines.map((line) => (
        <Stack key={line.id} gap="xs" component="section" aria-label={t('line', { line: line.number })}>
          <Text fw={600}>{t('lineOf', { line: line.number, part: line.manufacturerPart ?? line.supplierPart })}</Text>
          <Lots lots={lots.filter(({ lineId }) => lineId === line.id)} />
          {gateChecks
            .filter(({ lineId }) => lineId === line.id)
            .map((check) => (
              <GateRow key={check.ruleId} order={order} check={check} onDo={setDoing} />
            ))}
          {certificates
            .filter(({ lineId }) => lineId === line.id)
            .map((certificate) => (
              <CertificateRow key={certificate.id} order={order} certificate={certificate} onDo={setDoing} />
            ))}
        </Stack>
      ))}
      {doing?.what === 'attach' && <AttachForm order={order} certificate={doing.certificate} onClose={close} />}
      {doing?.what === 'review' && <ReviewForm order={order} certificate={doing.certificate} file={doing.file} onClose={close} />}
      {(doing?.what === 'waive' || doing?.what === 'release') && <ReasonForm order={order} doing={doing} onClose={close} />}
    </Section>
  );
}

function Lots({ lots }: { lots: readonly TakenLot[] }) {
  const { t } = useTranslation('papers');
  if (lots.length === 0) return null;
  const texts = lots.map(({ lotNumber, serialNumber, condition, shelfLifeOn, quantity, hasLeft }) =>
    [
      t(condition === null ? 'leftNamed' : hasLeft ? 'left' : 'taken', {
        quantity,
        name: serialNumber ?? lotNumber ?? '',
        condition,
      }),
      ...(shelfLifeOn ? [t('usableUntil', { date: formatDate(shelfLifeOn) })] : []),
    ].join(', '),
  );
  return (
    <Text size="sm" className="quiet">
      {texts.join(' · ')}
    </Text>
  );
}
