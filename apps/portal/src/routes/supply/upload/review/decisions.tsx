import { Button } from '@mantine/core';
import { IconArrowBackUp, IconCalendarEvent, IconCalendarOff, IconPlayerPlay, IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../../graphql/client';
import {
  ConfirmUploadDocument,
  DiscardUploadDocument,
  PublishUploadDocument,
  type UploadFactsFragment,
} from '../../../../graphql/generated/graphql';
import { useSubmit } from '../../../../graphql/submit';
import { useRights } from '../../../../shell/me';
import { Confirm } from '../../../../ui/forms/confirm';
import { FormErrors } from '../../../../ui/forms/form-errors';
import { Failure } from '../../../../ui/states';
import { CallOff, Schedule } from './schedule';

interface Props {
  upload: UploadFactsFragment;
  catalogue: { id: string; name: string; version: number } | undefined;
}

const open = ['QUARANTINED', 'STAGED', 'NEEDS_CONFIRMATION', 'BLOCKED'];

/** Publish, discard, or go back to an earlier version: each asks first and says what follows. */
export function Decisions({ upload, catalogue }: Props) {
  const { t } = useTranslation('selling');
  const rights = useRights();
  const [asking, setAsking] = useState<'publish' | 'discard' | 'schedule' | 'callOff' | undefined>(undefined);
  const close = (): void => setAsking(undefined);
  const held = upload.state === 'NEEDS_CONFIRMATION';
  const publishable = upload.state === 'STAGED' || held;
  return (
    <>
      {open.includes(upload.state) && rights.has('catalogue:upload') && (
        <Button variant="default" leftSection={<IconTrash size={16} aria-hidden />} onClick={() => setAsking('discard')}>
          {t('decide.discard')}
        </Button>
      )}
      {upload.state === 'STAGED' && upload.catalogueId && rights.has('catalogue:publish') && (
        <ScheduleButtons scheduled={upload.publishAt != null} onAsk={setAsking} />
      )}
      {publishable && rights.has('catalogue:publish') && (
        <Button leftSection={<IconPlayerPlay size={16} aria-hidden />} onClick={() => setAsking('publish')}>
          {held ? t('decide.confirmAndPublish') : t('decide.publish')}
        </Button>
      )}
      {upload.state === 'PUBLISHED' && catalogue && upload.publicationVersion != null && (
        <Button
          variant="default"
          leftSection={<IconArrowBackUp size={16} aria-hidden />}
          renderRoot={(props) => <Link {...props} to="/sell/catalogues/$catalogueId" params={{ catalogueId: catalogue.id }} />}
        >
          {t('decide.versions')}
        </Button>
      )}
      {asking === 'publish' && <Publish upload={upload} catalogue={catalogue} held={held} onClose={close} />}
      {asking === 'schedule' && <Schedule upload={upload} onClose={close} />}
      {asking === 'callOff' && <CallOff upload={upload} onClose={close} />}
      {asking === 'discard' && <Discard upload={upload} onClose={close} />}
    </>
  );
}

function ScheduleButtons({ scheduled, onAsk }: { scheduled: boolean; onAsk: (what: 'schedule' | 'callOff') => void }) {
  const { t } = useTranslation('selling');
  return (
    <>
      {scheduled && (
        <Button variant="default" leftSection={<IconCalendarOff size={16} aria-hidden />} onClick={() => onAsk('callOff')}>
          {t('schedule.callOff')}
        </Button>
      )}
      <Button variant="default" leftSection={<IconCalendarEvent size={16} aria-hidden />} onClick={() => onAsk('schedule')}>
        {scheduled ? t('schedule.move') : t('schedule.begin')}
      </Button>
    </>
  );
}

function Publish({ upload, catalogue, held, onClose }: Props & { held: boolean; onClose: () => void }) {
  const { t } = useTranslation('selling');
  const queries = useQueryClient();
  const { errors, failure, run } = useSubmit();
  const counts = upload.counts;
  /** The brake is confirmed first; what was confirmed is then published, as it was read. */
  const publish = async (): Promise<boolean> => {
    const done = await run(async () => {
      let expectedVersion = upload.version;
      if (held) {
        const confirmed = (await ask(ConfirmUploadDocument, { input: { uploadId: upload.id, expectedVersion } })).confirmUpload;
        if (confirmed.errors.length > 0 || !confirmed.upload) return confirmed;
        expectedVersion = confirmed.upload.version;
      }
      return (await ask(PublishUploadDocument, { input: { uploadId: upload.id, expectedVersion } })).publishUpload;
    });
    await queries.invalidateQueries();
    return done !== undefined;
  };
  const figures = {
    catalogue: catalogue?.name ?? '',
    version: (catalogue?.version ?? 0) + 1,
    new: counts?.new ?? 0,
    changed: counts?.changed ?? 0,
    withdrawn: counts?.withdrawn ?? 0,
    active: counts?.active ?? 0,
    refused: counts?.refused ?? 0,
  };
  return (
    <Confirm
      opened
      onClose={onClose}
      title={held ? t('decide.confirmTitle') : t('decide.publishTitle', { catalogue: figures.catalogue })}
      consequence={held ? t('decide.confirmConsequence', figures) : t('decide.publishConsequence', figures)}
      action={held ? t('decide.confirmAndPublish') : t('decide.publish')}
      onConfirm={publish}
      danger={held}
    >
      {held && (
        <FormErrors
          errors={upload.reasons.map(({ code, message }) => ({ code, message, path: [] }))}
          title={t('decide.heldBecause')}
        />
      )}
      {failure !== undefined && <Failure error={failure} />}
      <FormErrors errors={errors} />
    </Confirm>
  );
}

function Discard({ upload, onClose }: { upload: UploadFactsFragment; onClose: () => void }) {
  const { t } = useTranslation('selling');
  const queries = useQueryClient();
  const { errors, failure, run } = useSubmit();
  const discard = async (): Promise<boolean> => {
    const done = await run(async () => (await ask(DiscardUploadDocument, { input: { uploadId: upload.id } })).discardUpload);
    await queries.invalidateQueries();
    return done !== undefined;
  };
  return (
    <Confirm
      opened
      onClose={onClose}
      title={t('decide.discardTitle', { file: upload.fileName })}
      consequence={t('decide.discardConsequence')}
      action={t('decide.discard')}
      onConfirm={discard}
      danger
    >
      {failure !== undefined && <Failure error={failure} />}
      <FormErrors errors={errors} />
    </Confirm>
  );
}
