import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { contentKeyOf, partFor, readEnvelope } from '#libs/sealing';
import { ask } from '../../../graphql/client';
import { FinishRehearsalDocument } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { FormErrors } from '../../../ui/forms/form-errors';
import { Failure } from '../../../ui/states';
import { namesOf, type OpeningProps, officersHalf } from './session-key';

/** Puts all shares together in this browser and opens the envelope of the rehearsal: afterwards each share is known to be good. */
export function Rehearse({ tender, sealing, moved }: OpeningProps) {
  const { t } = useTranslation('sealing');
  const submit = useSubmit();
  const [bad, setBad] = useState<string | undefined>(undefined);
  const session = tender.openingSessions.find(({ kind }) => kind === 'REHEARSAL');
  if (!session) return null;
  const missing = sealing.holders.length - session.shares.length;
  const finish = async (): Promise<void> => {
    const half = await officersHalf(sealing, session);
    const names = half ? namesOf(sealing, half.bad) : undefined;
    setBad(names === undefined || names !== '' ? (names ?? '') : undefined);
    if (!half || half.bad.length > 0) return;
    const done = await submit.run(async () => {
      const envelope = readEnvelope(sealing.rehearsal ?? '');
      const contentKey = await contentKeyOf(envelope, [await partFor(half.pair, envelope.epk)]);
      return (await ask(FinishRehearsalDocument, { input: { sessionId: session.id, contentKey } })).finishRehearsal;
    });
    if (done) await moved();
  };
  return (
    <>
      {bad !== undefined && (
        <Alert color="red" role="alert" icon={<IconAlertTriangle aria-hidden />} title={t('rehearsal.failed')}>
          {bad === '' ? t('rehearsal.tooFew') : t('rehearsal.bad', { names: bad })}
        </Alert>
      )}
      {submit.failure !== undefined && <Failure error={submit.failure} />}
      <FormErrors errors={submit.errors} />
      <Button style={{ alignSelf: 'flex-start' }} loading={submit.busy} disabled={missing > 0} onClick={() => void finish()}>
        {t('rehearsal.finish')}
      </Button>
    </>
  );
}
