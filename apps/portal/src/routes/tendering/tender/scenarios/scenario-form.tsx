import { Checkbox, NumberInput, Select, SimpleGrid, Stack, Table, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../../graphql/client';
import { SaveScenarioDocument, type ScenarioWholeFragment } from '../../../../graphql/generated/graphql';
import { useSubmit } from '../../../../graphql/submit';
import { FormDialog } from '../../../../ui/forms/form-dialog';
import type { RunningProps } from '../bought';
import { nothingTyped, type Part, scenarioInput, type TypedScenario, typedScenario } from './typed-scenario';

export interface Bidder {
  id: string;
  name: string;
}

interface Props extends RunningProps {
  bidders: readonly Bidder[];
  /** The scenario that is changed; a new one without. */
  known?: ScenarioWholeFragment | undefined;
  onClose: () => void;
}

const parts: readonly Part[] = ['MAY', 'MUST', 'NOTHING'];

/** What is asked of an award beside a low price. */
export function ScenarioForm({ tender, bidders, known, moved, onClose }: Props) {
  const { t } = useTranslation('scenarios');
  const submit = useSubmit();
  const [typed, setTyped] = useState<TypedScenario>(() =>
    typedScenario(
      bidders.map(({ id }) => id),
      known,
    ),
  );
  const [missing, setMissing] = useState(false);
  const set = (patch: Partial<TypedScenario>): void => setTyped({ ...typed, ...patch });
  const send = async (): Promise<boolean> => {
    setMissing(typed.name.trim() === '');
    if (typed.name.trim() === '') return false;
    const input = scenarioInput(tender.id, typed, known?.id);
    const done = await submit.run(async () => (await ask(SaveScenarioDocument, { input })).saveScenario);
    if (done) await moved();
    return done !== undefined;
  };
  const count = (name: 'suppliersMin' | 'suppliersMax') => (
    <NumberInput
      label={t(`form.${name}`)}
      min={1}
      max={bidders.length}
      value={typed[name]}
      onChange={(value) => set({ [name]: typeof value === 'number' ? value : '' })}
    />
  );
  const figure = (name: 'orderMin' | 'qualityMin', label: string) => (
    <TextInput
      label={label}
      inputMode="decimal"
      value={typed[name]}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t(known ? 'form.change' : 'form.title')}
      action={t('form.action')}
      onSubmit={send}
      busy={submit.busy}
      failure={submit.failure}
      errors={submit.errors}
      fields={[]}
      size="xl"
    >
      <Stack gap="md">
        <TextInput
          label={t('form.name')}
          placeholder={t('form.nameLike')}
          required
          data-autofocus
          maxLength={100}
          value={typed.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
          error={missing ? t('form.nameMissing') : undefined}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
          {count('suppliersMin')}
          {count('suppliersMax')}
          {figure('orderMin', t('form.orderMin', { currency: tender.currency }))}
          {tender.criteria.length > 0 && figure('qualityMin', t('form.qualityMin'))}
        </SimpleGrid>
        {tender.awardMode === 'LINE' && (
          <Checkbox
            label={t('form.splitLines')}
            checked={typed.splitLines}
            onChange={(event) => set({ splitLines: event.currentTarget.checked })}
          />
        )}
        <SupplierRules tender={tender} bidders={bidders} typed={typed} onTyped={setTyped} />
        {typed.kept.length > 0 && <Text size="sm">{t('form.kept', { count: typed.kept.length })}</Text>}
      </Stack>
    </FormDialog>
  );
}

function SupplierRules({
  tender,
  bidders,
  typed,
  onTyped,
}: Pick<Props, 'tender' | 'bidders'> & { typed: TypedScenario; onTyped: (typed: TypedScenario) => void }) {
  const { t } = useTranslation('scenarios');
  return (
    <Table.ScrollContainer minWidth={520}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('form.supplier')}</Table.Th>
            <Table.Th>{t('form.part')}</Table.Th>
            <Table.Th>{t('form.shareMax')}</Table.Th>
            <Table.Th>{t('form.fixedCost', { currency: tender.currency })}</Table.Th>
            <Table.Th>{t('form.capacity')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {bidders.map(({ id, name }) => {
            const own = typed.ofSupplier[id] ?? nothingTyped;
            const set = (patch: Partial<typeof own>): void =>
              onTyped({ ...typed, ofSupplier: { ...typed.ofSupplier, [id]: { ...own, ...patch } } });
            return (
              <Table.Tr key={id}>
                <Table.Td>{name}</Table.Td>
                <Table.Td>
                  <Select
                    size="xs"
                    aria-label={t('form.partOf', { name })}
                    allowDeselect={false}
                    data={parts.map((value) => ({ value, label: t(`form.parts.${value}`) }))}
                    value={own.part}
                    onChange={(part) => set({ part: part as Part })}
                  />
                </Table.Td>
                {(['shareMax', 'fixedCost', 'capacity'] as const).map((field) => (
                  <Table.Td key={field}>
                    <TextInput
                      size="xs"
                      inputMode="decimal"
                      aria-label={t(`form.${field}Of`, { name })}
                      value={own[field]}
                      onChange={(event) => set({ [field]: event.currentTarget.value })}
                    />
                  </Table.Td>
                ))}
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
