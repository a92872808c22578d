import { Alert, Anchor, Button, Group, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isDecimal } from '#libs/kernel';
import { ask } from '../../../graphql/client';
import { AogPageDocument, type AogPageQuery, AogWaysDocument } from '../../../graphql/generated/graphql';
import { DataTable } from '../../../ui/data-table';
import { Page } from '../../../ui/page';
import { Empty, Failure, Waiting } from '../../../ui/states';
import { useUrl } from '../../url';
import { RaiseForm } from './raise-form';
import { useWayColumns, type Way } from './way-columns';

const readable = (text: string | undefined): string => (text && isDecimal(text) && Number(text) > 0 ? text : '1');

/** The ranked ways to get an airworthy part to a place by a time; each can be asked for at once. The address holds the question. */
export default function AogPage() {
  const { t } = useTranslation('promise');
  const { data, error, refetch } = useQuery({
    queryKey: ['aog-page'],
    queryFn: ({ signal }) => ask(AogPageDocument, {}, signal),
  });
  return (
    <Page title={t('aog.title')} below={t('aog.below')}>
      {error ? <Failure error={error} retry={() => void refetch()} /> : data ? <Sourcing known={data} /> : <Waiting />}
    </Page>
  );
}

function Sourcing({ known }: { known: AogPageQuery }) {
  const { t } = useTranslation('promise');
  const [url, setUrl] = useUrl();
  const [form, setForm] = useState({
    number: url['number'] ?? '',
    qty: readable(url['qty']),
    model: url['model'] ?? '',
    msn: url['msn'] ?? '',
    to: url['to'] ?? known.sites[0]?.id ?? '',
    by: url['by'] ?? new Date(Date.now() + 86_400_000).toISOString().slice(0, 10),
  });
  const change = (patch: Partial<typeof form>): void => setForm({ ...form, ...patch });
  const find = (event: FormEvent): void => {
    event.preventDefault();
    setUrl({ ...form, model: form.model.trim() || undefined, msn: form.msn.trim() || undefined, part: undefined });
  };
  if (known.sites.length === 0) return <Empty title={t('aog.noSite')} text={t('dates.noSite')} />;
  return (
    <>
      <form onSubmit={find}>
        <Group align="flex-end" gap="md">
          <TextInput
            label={t('aog.number')}
            required
            value={form.number}
            onChange={(event) => change({ number: event.currentTarget.value })}
            w={220}
          />
          <TextInput
            label={t('aog.quantity')}
            required
            inputMode="decimal"
            value={form.qty}
            onChange={(event) => change({ qty: event.currentTarget.value })}
            w={110}
          />
          <Select
            label={t('dates.shipTo')}
            allowDeselect={false}
            data={known.sites.map(({ id, code, name }) => ({ value: id, label: `${code} · ${name}` }))}
            value={form.to}
            onChange={(to) => to && change({ to })}
            w={240}
          />
          <TextInput
            type="date"
            label={t('aog.by')}
            required
            value={form.by}
            onChange={(event) => change({ by: event.currentTarget.value })}
          />
          <TextInput
            label={t('aog.model')}
            value={form.model}
            onChange={(event) => change({ model: event.currentTarget.value })}
            w={130}
          />
          <TextInput
            label={t('aog.msn')}
            inputMode="numeric"
            value={form.msn}
            onChange={(event) => change({ msn: event.currentTarget.value.replace(/\D/g, '').slice(0, 9) })}
            w={120}
          />
          <Button type="submit" disabled={!form.number.trim() || !isDecimal(form.qty)}>
            {t('aog.find')}
          </Button>
        </Group>
      </form>
      {url['number'] ? <Ways known={known} /> : <Empty title={t('aog.ask')} text={t('aog.askText')} />}
    </>
  );
}

function Ways({ known }: { known: AogPageQuery }) {
  const { t } = useTranslation('promise');
  const [url, setUrl] = useUrl();
  const [chosen, setChosen] = useState<Way | undefined>(undefined);
  const quantity = readable(url['qty']);
  const shipTo = url['to'] ?? known.sites[0]?.id ?? '';
  const needAt = `${url['by'] ?? new Date().toISOString().slice(0, 10)}T23:59:00Z`;
  const named = url['part'] ? { partId: url['part'] } : { number: url['number'] ?? '' };
  const msn = /^\d{1,9}$/.test(url['msn'] ?? '') ? Number(url['msn']) : null;
  const application = { model: url['model'] ?? null, msn };
  const input = { ...named, quantity, shipTo, needAt, application };
  const { data, error, refetch } = useQuery({
    queryKey: ['aog-ways', input],
    queryFn: ({ signal }) => ask(AogWaysDocument, { input }, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const columns = useWayColumns(setChosen);
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting />;
  const { ways, problem, choices } = data.aogSourcing;
  if (choices.length > 0)
    return (
      <Alert title={t('aog.choose')} role="status">
        {choices.map((choice) => (
          <div key={choice.partId}>
            <Anchor component="button" type="button" onClick={() => setUrl({ part: choice.partId })}>
              {choice.number} · {choice.manufacturerName}
            </Anchor>
          </div>
        ))}
      </Alert>
    );
  if (ways.length === 0)
    return <Empty title={t('aog.noWay')} text={problem === 'NUMBER_UNKNOWN' ? t('aog.unknown') : t('aog.noWayText')} />;
  return (
    <>
      <DataTable
        label={t('aog.ways')}
        rows={ways}
        columns={columns}
        rowKey={(row) => row.promise.id}
        csvName="ways"
        onOpen={setChosen}
      />
      {chosen && (
        <RaiseForm
          way={chosen}
          asked={{ quantity, shipTo, needAt }}
          priorities={known.priorities}
          onClose={() => setChosen(undefined)}
        />
      )}
    </>
  );
}
