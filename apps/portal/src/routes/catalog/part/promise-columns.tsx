import { Button, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { type PromiseDatesQuery, ReservePromiseDocument } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { formatDate, formatInstant } from '../../../i18n/format';
import { useRights } from '../../../shell/me';
import { type DataColumn, Nothing } from '../../../ui/data-table';
import { FormErrors } from '../../../ui/forms/form-errors';
import { Status, type Tone } from '../../../ui/shown/status';
import { Failure } from '../../../ui/states';

type Dated = PromiseDatesQuery['promise']['lines'][number]['promises'][number];

const tones: Record<string, Tone> = { FIRM: 'good', LIKELY: 'waiting', ESTIMATE: 'attention' };

/** Who, on the dock when, from what, how sure, until when that holds, and a button that holds it. */
export function usePromiseColumns(): DataColumn<Dated>[] {
  const { t } = useTranslation('promise');
  const rights = useRights();
  const date = (iso: string | null | undefined) => (iso ? <span title={iso}>{formatDate(iso)}</span> : <Nothing />);
  const columns: DataColumn<Dated>[] = [
    {
      id: 'supplier',
      header: t('dates.supplier'),
      fixed: true,
      text: (row) => row.offer?.supplier.name ?? '',
      cell: (row) => (
        <Text size="sm">
          {row.offer?.supplier.name} <span className="part-number quiet">{row.offer?.supplierPart}</span>
        </Text>
      ),
    },
    {
      id: 'arriveOn',
      header: t('dates.arriveOn'),
      text: (row) => row.arriveOn ?? '',
      cell: (row) =>
        row.problem ? (
          <Status tone="bad">{t(`problem.${row.problem}`)}</Status>
        ) : row.arriveOn ? (
          date(row.arriveOn)
        ) : (
          <Status tone="attention">{t('dates.wayUnknown')}</Status>
        ),
    },
    {
      id: 'met',
      header: t('dates.met'),
      text: (row) => (row.needByMet == null ? '' : t(row.needByMet ? 'dates.inTime' : 'dates.late')),
      cell: (row) =>
        row.needByMet == null ? (
          <Nothing />
        ) : (
          <Status tone={row.needByMet ? 'good' : 'bad'}>{t(row.needByMet ? 'dates.inTime' : 'dates.late')}</Status>
        ),
    },
    { id: 'shipOn', header: t('dates.shipOn'), text: (row) => row.shipOn ?? '', cell: (row) => date(row.shipOn) },
    {
      id: 'basis',
      header: t('dates.basis'),
      text: (row) => row.parts.map((part) => `${part.quantity} ${t(`basis.${part.basis}`)} ${part.place}`).join('; '),
      cell: (row) => (
        <Text size="sm" component="div">
          {row.parts.map((part) => (
            <div key={`${part.basis} ${part.place} ${part.reference ?? ''}`}>
              {t('dates.part', { quantity: part.quantity, basis: t(`basis.${part.basis}`), place: part.place || '–' })}
            </div>
          ))}
        </Text>
      ),
    },
    { id: 'method', header: t('dates.method'), text: (row) => row.method ?? '', cell: (row) => row.method ?? <Nothing /> },
    {
      id: 'confidence',
      header: t('dates.confidence'),
      text: (row) => (row.confidence ? t(`confidence.${row.confidence}`) : ''),
      cell: (row) =>
        row.confidence ? (
          <Status tone={tones[row.confidence] ?? 'quiet'}>{t(`confidence.${row.confidence}`)}</Status>
        ) : (
          <Nothing />
        ),
    },
    {
      id: 'validUntil',
      header: t('dates.validUntil'),
      text: (row) => row.validUntil,
      cell: (row) => <span title={row.validUntil}>{formatInstant(row.validUntil)}</span>,
    },
  ];
  if (rights.has('order:place'))
    columns.push({ id: 'hold', header: t('dates.hold'), cell: (row) => (row.problem ? <Nothing /> : <Hold promise={row} />) });
  return columns;
}

/** Holds what the promise names for an hour; says until when, or why not. */
function Hold({ promise }: { promise: Dated }) {
  const { t } = useTranslation('promise');
  const queries = useQueryClient();
  const { busy, errors, failure, run } = useSubmit();
  const [until, setUntil] = useState<string | undefined>(undefined);
  const hold = async (): Promise<void> => {
    const input = { promiseId: promise.id, holdMinutes: 60 };
    const done = await run(async () => (await ask(ReservePromiseDocument, { input })).reservePromise);
    if (!done?.promise?.heldUntil) return;
    setUntil(done.promise.heldUntil);
    await queries.invalidateQueries({ queryKey: ['part'] });
  };
  if (until) return <Status tone="good">{t('dates.heldUntil', { until: formatInstant(until) })}</Status>;
  return (
    <>
      {failure !== undefined && <Failure error={failure} />}
      <FormErrors errors={errors} />
      <Button
        size="compact-xs"
        variant="default"
        loading={busy}
        onClick={() => void hold()}
        aria-label={t('dates.holdOf', { name: promise.offer?.supplier.name ?? '' })}
      >
        {t('dates.holdAction')}
      </Button>
    </>
  );
}
