import { ActionIcon, Button, Checkbox, Group, Pagination, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorAt, type FieldError } from '../../../ui/forms/form-errors';
import { Status } from '../../../ui/shown/status';
import fields from '../../../ui/table/fields-table.module.css';
import table from '../../../ui/table/table.module.css';
import { linesMax } from './paste';
import type { TypedLine } from './typed-line';
import type { Draft } from './use-draft';

/** Rows with fields drawn at once; more of them would make typing slow. */
const rowsShown = 50;
const emptyLine = (): TypedLine => ({
  key: crypto.randomUUID(),
  lot: 1,
  partId: null,
  partNumber: '',
  description: '',
  quantity: '',
  unit: 'EA',
  needBy: '',
  target: '',
  alternatesAllowed: false,
});

/** The lines of a draft as a table of fields, 50 at a time, and its lots. */
export function LinesEditor({ draft }: { draft: Draft }) {
  const { t } = useTranslation('tendering');
  const { typed, set, changeLine, errors } = draft;
  const [page, setPage] = useState(1);
  const pages = Math.max(1, Math.ceil(typed.lines.length / rowsShown));
  const from = (Math.min(page, pages) - 1) * rowsShown;
  const heads = ['number', 'description', 'quantity', 'unit', 'needBy', 'target', 'alternates'] as const;
  const wrong = [...new Set(errors.flatMap(({ path }) => (path[0] === 'lines' && path[1] ? [Number(path[1]) + 1] : [])))];
  return (
    <Stack gap="sm">
      {typed.lines.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by key
        <section className={`${table.scroller} ${fields.fields}`} aria-label={t('lines.label')} tabIndex={0}>
          <table className={table.table}>
            <caption className={table.caption}>{t('lines.label')}</caption>
            <thead>
              <tr>
                {heads.map((head) => (
                  <th key={head} scope="col">
                    {t(`lines.${head}`)}
                  </th>
                ))}
                {typed.lots.length > 1 && <th scope="col">{t('lines.lot')}</th>}
                <th scope="col">{t('lines.remove')}</th>
              </tr>
            </thead>
            <tbody>
              {typed.lines.slice(from, from + rowsShown).map((line, i) => (
                <Row key={line.key} line={line} place={from + i} lots={typed.lots} errors={errors} change={changeLine} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {wrong.length > 0 && (
        <Text size="sm" c="red" role="alert">
          {t('lines.wrong', { count: wrong.length, lines: wrong.slice(0, 20).join(', ') })}
        </Text>
      )}
      <Group justify="space-between" gap="sm">
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={15} aria-hidden />}
          disabled={typed.lines.length >= linesMax}
          onClick={() => {
            set({ lines: [...typed.lines, emptyLine()] });
            setPage(Math.ceil((typed.lines.length + 1) / rowsShown));
          }}
        >
          {t('lines.add')}
        </Button>
        {pages > 1 && (
          <Pagination
            size="sm"
            total={pages}
            value={Math.min(page, pages)}
            onChange={setPage}
            getItemProps={(n) => ({ 'aria-label': t('lines.page', { page: n }) })}
            getControlProps={(control) => ({ 'aria-label': t(`lines.pages.${control}`) })}
          />
        )}
        <Checkbox
          label={t('lines.targetShown')}
          checked={typed.targetShown}
          onChange={(event) => set({ targetShown: event.currentTarget.checked })}
        />
      </Group>
      <Lots draft={draft} />
    </Stack>
  );
}

interface RowProps {
  line: TypedLine;
  place: number;
  lots: readonly string[];
  errors: readonly FieldError[];
  change: (key: string, patch: Partial<TypedLine> | null) => void;
}

const Row = memo(function Row({ line, place, lots, errors, change }: RowProps) {
  const { t } = useTranslation('tendering');
  const n = place + 1;
  const field = (
    name: 'partNumber' | 'description' | 'quantity' | 'unit' | 'needBy' | 'target',
    label: string,
    width: number,
  ) => (
    <TextInput
      size="xs"
      miw={width}
      aria-label={t(label, { line: n })}
      type={name === 'needBy' ? 'date' : 'text'}
      inputMode={name === 'quantity' || name === 'target' ? 'decimal' : undefined}
      value={line[name]}
      maxLength={name === 'description' ? 2000 : 70}
      onChange={(event) => {
        const value = event.currentTarget.value;
        const patch = name === 'unit' ? { unit: value.toUpperCase() } : { [name]: value };
        // Another number is another part; which one, the hub has not said yet.
        change(line.key, name === 'partNumber' ? { partNumber: value, partId: null } : patch);
      }}
      error={
        errorAt(errors, 'lines', place, name === 'partNumber' ? 'partId' : name) ??
        (name === 'partNumber' ? errorAt(errors, 'lines', place, 'partNumber') : undefined)
      }
    />
  );
  return (
    <tr>
      <td>
        <Group gap={6} wrap="nowrap">
          {field('partNumber', 'lines.numberOf', 140)}
          {line.partId ? <Status tone="good">{t('lines.known')}</Status> : <Status tone="quiet">{t('lines.text')}</Status>}
        </Group>
      </td>
      <td data-label={t('lines.description')}>{field('description', 'lines.descriptionOf', 200)}</td>
      <td data-label={t('lines.quantity')}>{field('quantity', 'lines.quantityOf', 80)}</td>
      <td data-label={t('lines.unit')}>{field('unit', 'lines.unitOf', 60)}</td>
      <td data-label={t('lines.needBy')}>{field('needBy', 'lines.needByOf', 130)}</td>
      <td data-label={t('lines.target')}>{field('target', 'lines.targetOf', 90)}</td>
      <td data-label={t('lines.alternates')}>
        <Checkbox
          aria-label={t('lines.alternatesOf', { line: n })}
          checked={line.alternatesAllowed}
          onChange={(event) => change(line.key, { alternatesAllowed: event.currentTarget.checked })}
        />
      </td>
      {lots.length > 1 && (
        <td>
          <Select
            size="xs"
            miw={140}
            aria-label={t('lines.lotOf', { line: n })}
            allowDeselect={false}
            data={lots.map((title, i) => ({ value: String(i + 1), label: `${i + 1} · ${title}` }))}
            value={String(Math.min(line.lot, lots.length))}
            onChange={(lot) => change(line.key, { lot: Number(lot ?? 1) })}
          />
        </td>
      )}
      <td>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('lines.removeOf', { line: n })}
          onClick={() => change(line.key, null)}
        >
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      </td>
    </tr>
  );
});

/** Lots are evaluated and awarded by themselves; without any the tender is one. */
function Lots({ draft: { typed, set, errors } }: { draft: Draft }) {
  const { t } = useTranslation('tendering');
  return (
    <Group gap="sm" align="flex-end">
      {typed.lots.map((title, i) => (
        <TextInput
          // biome-ignore lint/suspicious/noArrayIndexKey: a lot is its place
          key={i}
          label={t('lots.titleOf', { lot: i + 1 })}
          value={title}
          maxLength={200}
          onChange={(event) => set({ lots: typed.lots.map((one, at) => (at === i ? event.currentTarget.value : one)) })}
          error={errorAt(errors, 'lots', i + 1)}
        />
      ))}
      <Button
        size="xs"
        variant="subtle"
        disabled={typed.lots.length >= 50}
        onClick={() =>
          set({
            lots:
              typed.lots.length === 0
                ? [t('lots.first', { lot: 1 }), t('lots.first', { lot: 2 })]
                : [...typed.lots, t('lots.first', { lot: typed.lots.length + 1 })],
          })
        }
      >
        {t(typed.lots.length === 0 ? 'lots.split' : 'lots.more')}
      </Button>
      {typed.lots.length > 0 && (
        <Button
          size="xs"
          variant="subtle"
          color="gray"
          onClick={() => set({ lots: typed.lots.length > 2 ? typed.lots.slice(0, -1) : [] })}
        >
          {t('lots.fewer')}
        </Button>
      )}
    </Group>
  );
}
