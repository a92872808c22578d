import { Group, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../../graphql/client';
import {
  CallOffPublicationDocument,
  SchedulePublicationDocument,
  type UploadFactsFragment,
} from '../../../../graphql/generated/graphql';
import { useSubmit } from '../../../../graphql/submit';
import { formatInstantIn } from '../../../../i18n/format';
import { Confirm } from '../../../../ui/forms/confirm';
import { FormDialog } from '../../../../ui/forms/form-dialog';
import { errorAt, FormErrors } from '../../../../ui/forms/form-errors';
import { Failure } from '../../../../ui/states';

interface Props {
  upload: UploadFactsFragment;
  onClose: () => void;
}

const fields = ['day', 'time', 'timeZone'];

/** From when the file shall hold: a day and a time on the wall of the supplier. Given again it is moved. */
export function Schedule({ upload, onClose }: Props) {
  const { t } = useTranslation('selling');
  const queries = useQueryClient();
  const { busy, errors, failure, run } = useSubmit();
  const [day, setDay] = useState('');
  const [time, setTime] = useState('00:00');
  const timeZone = upload.publishZone ?? upload.ownTimeZone;
  const submit = async (): Promise<boolean> => {
    const input = { uploadId: upload.id, expectedVersion: upload.version, day, time, timeZone };
    const done = await run(async () => (await ask(SchedulePublicationDocument, { input })).schedulePublication);
    await queries.invalidateQueries();
    return done !== undefined;
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('schedule.title', { file: upload.fileName })}
      action={t('schedule.set')}
      onSubmit={submit}
      busy={busy}
      errors={errors}
      failure={failure}
      fields={fields}
      disabled={!day || !time}
    >
      <Text size="sm">{t('schedule.how')}</Text>
      <Group gap="md" align="flex-start">
        <TextInput
          type="date"
          label={t('schedule.day')}
          required
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
          error={errorAt(errors, 'day')}
          data-autofocus
        />
        <TextInput
          type="time"
          label={t('schedule.time')}
          description={t('schedule.zone', { zone: timeZone })}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          required
          value={time}
          onChange={(event) => setTime(event.currentTarget.value)}
          error={errorAt(errors, 'time') ?? errorAt(errors, 'timeZone')}
        />
      </Group>
    </FormDialog>
  );
}

/** Calls the schedule off; the file stays as it is and waits for somebody. */
export function CallOff({ upload, onClose }: Props) {
  const { t } = useTranslation('selling');
  const queries = useQueryClient();
  const { errors, failure, run } = useSubmit();
  const callOff = async (): Promise<boolean> => {
    const input = { uploadId: upload.id, expectedVersion: upload.version };
    const done = await run(async () => (await ask(CallOffPublicationDocument, { input })).callOffPublication);
    await queries.invalidateQueries();
    return done !== undefined;
  };
  return (
    <Confirm
      opened
      onClose={onClose}
      title={t('schedule.callOffTitle', { file: upload.fileName })}
      consequence={t('schedule.callOffConsequence')}
      action={t('schedule.callOff')}
      onConfirm={callOff}
    >
      {failure !== undefined && <Failure error={failure} />}
      <FormErrors errors={errors} />
    </Confirm>
  );
}

/** When a file is published by itself, in the time zone it was said in; nothing for one that waits for a person. */
export function Scheduled({ at, zone }: { at: string | null | undefined; zone: string | null | undefined }) {
  const { t } = useTranslation('selling');
  if (!at || !zone) return null;
  return (
    <Text size="sm">
      <time dateTime={at} title={at}>
        {t('schedule.at', { when: formatInstantIn(at, zone), zone })}
      </time>
    </Text>
  );
}
