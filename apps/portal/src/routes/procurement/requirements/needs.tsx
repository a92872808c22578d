import { ActionIcon, Button, Checkbox, Group, Select, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import {
  type CertificateNeedInput,
  CertificateNeedsDocument,
  SaveCertificateNeedsDocument,
} from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { errorAt, FormErrors } from '../../../ui/forms/form-errors';
import { Section } from '../../../ui/section';
import { Failure, Waiting } from '../../../ui/states';
import { useLotCodes } from '../../supply/lot-codes';

/** A row of the form; the key stays with it while others come and go. */
interface Row extends CertificateNeedInput {
  key: string;
}
interface Supplier {
  value: string;
  label: string;
}

/** Certificates that come with everything the buyer orders, of one supplier or of all; saved together. */
export function Needs() {
  const { t } = useTranslation('requirements');
  const { data, error, refetch } = useQuery({
    queryKey: ['certificate-needs'],
    queryFn: ({ signal }) => ask(CertificateNeedsDocument, {}, signal),
  });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting />;
  const own = data.me?.organization?.id;
  const suppliers = new Map(
    data.partnerships.flatMap(({ supplier }) => (supplier && supplier.id !== own ? [[supplier.id, supplier.name]] : [])),
  );
  const rows = data.certificateNeeds.map((need) => ({ ...need, key: `${need.kind} ${need.supplierId}` }));
  return (
    <Section title={t('needs')}>
      <Text size="sm" className="quiet">
        {t('needsHow')}
      </Text>
      <NeedsForm
        key={rows.map(({ key, dualRelease }) => `${key} ${dualRelease}`).join()}
        first={rows}
        suppliers={[...suppliers].map(([value, label]) => ({ value, label }))}
      />
    </Section>
  );
}

function NeedsForm({ first, suppliers }: { first: readonly Row[]; suppliers: readonly Supplier[] }) {
  const { t } = useTranslation('requirements');
  const queries = useQueryClient();
  const submit = useSubmit();
  const [rows, setRows] = useState<readonly Row[]>(first);
  const change = (key: string, patch: Partial<Row>): void =>
    setRows(rows.map((row) => (row.key === key ? { ...row, ...patch } : row)));
  const save = async (): Promise<void> => {
    const needs = rows.map(({ kind, supplierId, dualRelease }) => ({ kind, supplierId: supplierId || null, dualRelease }));
    const done = await submit.run(
      async () => (await ask(SaveCertificateNeedsDocument, { input: { needs } })).saveCertificateNeeds,
    );
    if (!done) return;
    notifications.show({ message: t('needsSaved') });
    await queries.invalidateQueries({ queryKey: ['certificate-needs'] });
  };
  const add = (): void => setRows([...rows, { key: crypto.randomUUID(), kind: 'COFC', supplierId: null, dualRelease: false }]);
  return (
    <Stack gap="sm">
      {submit.failure !== undefined && <Failure error={submit.failure} />}
      <FormErrors errors={submit.errors.filter(({ path }) => path.length < 2)} />
      {rows.length === 0 && <Text>{t('noNeeds')}</Text>}
      {rows.map((row, n) => (
        <NeedRow
          key={row.key}
          row={row}
          n={n + 1}
          suppliers={suppliers}
          error={errorAt(submit.errors, 'needs', n)}
          onChange={(patch) => change(row.key, patch)}
          onRemove={() => setRows(rows.filter(({ key }) => key !== row.key))}
        />
      ))}
      <Group gap="sm">
        <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
          {t('addNeed')}
        </Button>
        <Button loading={submit.busy} disabled={rows === first} onClick={() => void save()}>
          {t('saveNeeds')}
        </Button>
      </Group>
    </Stack>
  );
}

interface NeedRowProps {
  row: Row;
  n: number;
  suppliers: readonly Supplier[];
  error: string | undefined;
  onChange: (patch: Partial<Row>) => void;
  onRemove: () => void;
}

function NeedRow({ row, n, suppliers, error, onChange, onRemove }: NeedRowProps) {
  const { t } = useTranslation('requirements');
  const codes = useLotCodes();
  return (
    <Group gap="sm" align="flex-end" component="fieldset" m={0} p={0} bd={0} aria-label={t('need', { n })}>
      <Select
        label={t('kind')}
        miw={220}
        allowDeselect={false}
        data={codes.certificates}
        value={row.kind}
        onChange={(kind) => kind && onChange({ kind })}
        error={error}
      />
      <Select
        label={t('supplier')}
        miw={220}
        allowDeselect={false}
        data={[{ value: '', label: t('everySupplier') }, ...suppliers]}
        value={row.supplierId ?? ''}
        onChange={(supplierId) => onChange({ supplierId: supplierId || null })}
      />
      <Checkbox
        mb={8}
        label={t('dualRelease')}
        checked={row.dualRelease ?? false}
        onChange={(event) => onChange({ dualRelease: event.currentTarget.checked })}
      />
      <ActionIcon variant="subtle" color="gray" mb={4} aria-label={t('removeNeed', { n })} onClick={onRemove}>
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
    </Group>
  );
}
