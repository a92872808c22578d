import { Checkbox, Group, NumberInput, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { type CalendarPageQuery, type LeadFrom, SaveCalendarDocument } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { errorAt } from '../../../ui/forms/form-errors';

/** One calendar of the organisation. */
export type Calendar = CalendarPageQuery['calendars'][number];

const zones = Intl.supportedValuesOf('timeZone');
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** Adds a calendar or changes it. */
export function CalendarForm({ calendar, onClose }: { calendar: Calendar | undefined; onClose: () => void }) {
  const { t } = useTranslation('promise');
  const queries = useQueryClient();
  const submit = useSubmit();
  const [form, setForm] = useState({
    place: calendar?.place ?? '',
    name: calendar?.name ?? '',
    timeZone: calendar?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    workingDays: (calendar?.workingDays ?? [1, 2, 3, 4, 5]).map(String),
    opens: calendar?.opens ?? '08:00',
    closes: calendar?.closes ?? '17:00',
    cutOff: calendar?.cutOff ?? '15:00',
    handlingDays: calendar?.handlingDays ?? 0,
    leadFrom: calendar?.leadFrom ?? ('ORDER' as LeadFrom),
  });
  const change = (patch: Partial<typeof form>): void => setForm({ ...form, ...patch });
  const save = async (): Promise<boolean> => {
    const workingDays = form.workingDays.map(Number);
    const input = {
      ...form,
      place: form.place.trim(),
      name: form.name.trim(),
      workingDays,
      expectedVersion: calendar?.version ?? null,
    };
    const done = await submit.run(async () => (await ask(SaveCalendarDocument, { input })).saveCalendar);
    await queries.invalidateQueries({ queryKey: ['calendar-page'] });
    return done !== undefined;
  };
  const text = (field: 'place' | 'name' | 'opens' | 'closes' | 'cutOff', disabled = false) => (
    <TextInput
      label={t(`calendar.${field}`)}
      description={field === 'place' ? t('calendar.placeHow') : undefined}
      disabled={disabled}
      value={form[field]}
      onChange={(event) => change({ [field]: event.currentTarget.value })}
      error={errorAt(submit.errors, field)}
    />
  );
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={calendar ? t('calendar.editOf', { name: calendar.name }) : t('calendar.add')}
      action={t('calendar.save')}
      onSubmit={save}
      {...submit}
      fields={['place', 'name', 'timeZone', 'opens', 'closes', 'cutOff']}
      disabled={!form.name.trim() || form.workingDays.length === 0}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        {text('name')}
        {text('place', calendar !== undefined)}
      </SimpleGrid>
      <Select
        label={t('calendar.timeZone')}
        searchable
        limit={60}
        allowDeselect={false}
        data={zones.includes(form.timeZone) ? zones : [form.timeZone, ...zones]}
        value={form.timeZone}
        onChange={(timeZone) => timeZone && change({ timeZone })}
        error={errorAt(submit.errors, 'timeZone')}
      />
      <Checkbox.Group
        label={t('calendar.workingDays')}
        value={form.workingDays}
        onChange={(workingDays) => change({ workingDays })}
      >
        <Group gap="md" mt="xs">
          {weekdays.map((weekday) => (
            <Checkbox key={weekday} value={String(weekday)} label={t(`weekday.${weekday}`)} />
          ))}
        </Group>
      </Checkbox.Group>
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="md">
        {text('opens')}
        {text('closes')}
        {text('cutOff')}
        <NumberInput
          label={t('calendar.handlingDays')}
          min={0}
          max={60}
          value={form.handlingDays}
          onChange={(value) => change({ handlingDays: Number(value) || 0 })}
        />
        <Select
          label={t('calendar.leadFrom')}
          allowDeselect={false}
          data={(['ORDER', 'CUT_OFF'] as const).map((value) => ({ value, label: t(`leadFrom.${value}`) }))}
          value={form.leadFrom}
          onChange={(value) => value && change({ leadFrom: value as LeadFrom })}
        />
      </SimpleGrid>
    </FormDialog>
  );
}
