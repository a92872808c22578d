import { Button, Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { CalendarPageDocument, SupplyDaysDocument } from '../../../graphql/generated/graphql';
import { formatDate } from '../../../i18n/format';
import { useRights } from '../../../shell/me';
import { type DataColumn, DataTable, Nothing } from '../../../ui/data-table';
import { Page } from '../../../ui/page';
import { Section } from '../../../ui/section';
import { CodeName } from '../../../ui/shown/code-name';
import { Empty, Failure, Waiting } from '../../../ui/states';
import { type Calendar, CalendarForm } from './calendar-form';
import { PasteRows, type Pasting } from './paste-rows';

/** When this organisation works, how long its goods travel, what it expects: what dates are promised from. */
export default function CalendarPage() {
  const { t } = useTranslation('promise');
  const supplies = useRights().has('stock:write');
  const [editing, setEditing] = useState<Calendar | 'new' | undefined>(undefined);
  const [pasting, setPasting] = useState<Pasting | undefined>(undefined);
  const { data, error, refetch } = useQuery({
    queryKey: ['calendar-page'],
    queryFn: ({ signal }) => ask(CalendarPageDocument, {}, signal),
  });
  const columns = useCalendarColumns(setEditing, (place) => setPasting({ kind: 'days', place }));
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEditing('new')}>
      {t('calendar.add')}
    </Button>
  );
  return (
    <Page title={t('calendar.title')} below={t('calendar.below')} actions={add}>
      {error ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : !data ? (
        <Waiting />
      ) : data.calendars.length === 0 ? (
        <Empty title={t('calendar.none')} text={t('calendar.noneText')} action={add} />
      ) : (
        <DataTable
          label={t('calendar.title')}
          rows={data.calendars}
          columns={columns}
          rowKey={(row) => row.place}
          csvName="calendars"
        />
      )}
      {supplies && <SupplyDays onPaste={setPasting} />}
      {editing && <CalendarForm calendar={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />}
      {pasting && <PasteRows pasting={pasting} onClose={() => setPasting(undefined)} />}
    </Page>
  );
}

function useCalendarColumns(onEdit: (calendar: Calendar) => void, onDays: (place: string) => void): DataColumn<Calendar>[] {
  const { t } = useTranslation('promise');
  const week = (row: Calendar): string => row.workingDays.map((weekday) => t(`weekday.${weekday}`)).join(' ');
  const hours = (row: Calendar): string => `${row.opens}–${row.closes}`;
  return [
    { id: 'name', header: t('calendar.name'), fixed: true, text: (row) => row.name, cell: (row) => row.name },
    { id: 'place', header: t('calendar.place'), text: (row) => row.place, cell: (row) => row.place || t('calendar.everywhere') },
    { id: 'timeZone', header: t('calendar.timeZone'), text: (row) => row.timeZone, cell: (row) => row.timeZone },
    { id: 'week', header: t('calendar.workingDays'), text: week, cell: week },
    { id: 'hours', header: t('calendar.hours'), text: hours, cell: hours },
    { id: 'cutOff', header: t('calendar.cutOff'), text: (row) => row.cutOff, cell: (row) => row.cutOff },
    {
      id: 'days',
      header: t('calendar.exceptions'),
      text: (row) => row.days.map(({ day, kind }) => `${day} ${kind}`).join('; '),
      cell: (row) => {
        const next = row.days.find(({ day }) => day >= new Date().toISOString().slice(0, 10));
        return next ? t('calendar.nextDay', { count: row.days.length, day: formatDate(next.day), name: next.name }) : <Nothing />;
      },
    },
    {
      id: 'action',
      header: t('aog.act'),
      cell: (row) => (
        <Group gap="xs" wrap="nowrap">
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => onEdit(row)}
            aria-label={t('calendar.editOf', { name: row.name })}
          >
            {t('calendar.edit')}
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => onDays(row.place)}
            aria-label={t('calendar.daysOf', { name: row.name })}
          >
            {t('calendar.days')}
          </Button>
        </Group>
      ),
    },
  ];
}

function SupplyDays({ onPaste }: { onPaste: (pasting: Pasting) => void }) {
  const { t } = useTranslation('promise');
  const { data, error, refetch } = useQuery({
    queryKey: ['supply-days'],
    queryFn: ({ signal }) => ask(SupplyDaysDocument, {}, signal),
  });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting />;
  const paste = (kind: 'transit' | 'inbound') => (
    <Button size="xs" variant="default" onClick={() => onPaste({ kind })}>
      {t(`calendar.paste.${kind}`)}
    </Button>
  );
  const plain = (id: string, text: (row: never) => string): DataColumn<never> => ({
    id,
    header: t(`calendar.${id}`),
    text,
    cell: (row) => text(row) || '–',
  });
  type Way = (typeof data.transit)[number];
  type Receipt = (typeof data.inbound)[number];
  const ways: DataColumn<Way>[] = [
    {
      id: 'country',
      header: t('calendar.country'),
      text: (row) => row.country,
      cell: (row) => (row.country ? <CodeName family="country" code={row.country} /> : t('calendar.any')),
    },
    plain('region', (row: Way) => row.region) as DataColumn<Way>,
    plain('place', (row: Way) => row.place) as DataColumn<Way>,
    plain('method', (row: Way) => row.method) as DataColumn<Way>,
    plain('transitDays', (row: Way) => t(`transitDays.${row.kind}`, { count: row.days })) as DataColumn<Way>,
  ];
  const receipts: DataColumn<Receipt>[] = [
    plain('expectedOn', (row: Receipt) => formatDate(row.expectedOn)) as DataColumn<Receipt>,
    plain('supplierPart', (row: Receipt) => row.supplierPart) as DataColumn<Receipt>,
    plain('place', (row: Receipt) => row.location) as DataColumn<Receipt>,
    plain('reference', (row: Receipt) => row.reference) as DataColumn<Receipt>,
    plain('quantity', (row: Receipt) => row.quantity) as DataColumn<Receipt>,
    plain('claimed', (row: Receipt) => row.claimed) as DataColumn<Receipt>,
  ];
  return (
    <>
      <Section title={t('calendar.transit')} actions={paste('transit')}>
        {data.transit.length === 0 ? (
          t('calendar.noTransit')
        ) : (
          <DataTable
            label={t('calendar.transit')}
            rows={data.transit}
            columns={ways}
            rowKey={(row) => `${row.place} ${row.country} ${row.region} ${row.method}`}
            csvName="transit"
            keys={false}
          />
        )}
      </Section>
      <Section title={t('calendar.inbound')} actions={paste('inbound')}>
        {data.inbound.length === 0 ? (
          t('calendar.noInbound')
        ) : (
          <DataTable
            label={t('calendar.inbound')}
            rows={data.inbound}
            columns={receipts}
            rowKey={(row) => `${row.offerId} ${row.location} ${row.reference}`}
            csvName="inbound"
            keys={false}
          />
        )}
      </Section>
    </>
  );
}
