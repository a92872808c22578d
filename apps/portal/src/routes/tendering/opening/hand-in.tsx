import { PasswordInput, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fingerprint, handShare, type OfficerKey, openOfficerKey } from '#libs/sealing';
import { ask } from '../../../graphql/client';
import { HandInShareDocument } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { DropZone } from '../../../ui/forms/drop-zone';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { errorAt, type FieldError } from '../../../ui/forms/form-errors';
import { type OpeningProps, type Session, sessionKey } from './session-key';

interface Props extends OpeningProps {
  session: Session;
  /** The session was opened in this tab, so nobody stands between. */
  own: boolean;
  onClose: () => void;
}

/** A key file as it was read; undefined: it is none. */
async function keyOf(file: File): Promise<OfficerKey | undefined> {
  try {
    const key = JSON.parse(await file.text()) as OfficerKey;
    return key.format === 'entrepot-officer-key/1' ? key : undefined;
  } catch {
    return undefined;
  }
}

/** Opens one's share with one's own key, in this browser, and seals it to the key of the session. */
export function HandIn({ tender, sealing, session, own, moved, onClose }: Props) {
  const { t } = useTranslation('sealing');
  const submit = useSubmit();
  const [file, setFile] = useState<File | undefined>(undefined);
  const [passphrase, setPassphrase] = useState('');
  const [told, setTold] = useState('');
  const [faults, setFaults] = useState<readonly FieldError[]>([]);
  const errors = [...faults, ...submit.errors];
  const refuse = (path: string, message: string): false => {
    setFaults([{ path: [path], message }]);
    return false;
  };
  const send = async (): Promise<boolean> => {
    setFaults([]);
    submit.clear();
    const sealTo = sessionKey(session);
    if (sealTo === undefined) return refuse('session', t('handIn.substituted'));
    if (!own && (await fingerprint(sealTo)) !== told.trim().toLowerCase()) return refuse('fingerprint', t('handIn.otherSession'));
    const key = file && (await keyOf(file));
    if (!key) return refuse('file', t('handIn.noKey'));
    const share = sealing.holders.find(({ publicKey }) => publicKey === key.publicKey);
    if (!share) return refuse('file', t('handIn.noShare'));
    const pair = await openOfficerKey(key, passphrase).catch(() => undefined);
    if (!pair) return refuse('passphrase', t('handIn.wrongPassphrase'));
    const done = await submit.run(async () => {
      const sealed = await handShare(pair, share, { id: session.id, tender: tender.id, publicKey: sealTo });
      return (await ask(HandInShareDocument, { input: { sessionId: session.id, keyId: share.keyId, sealed } })).handInShare;
    });
    if (done) await moved();
    return done !== undefined;
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('handIn.title')}
      action={t('handIn.action')}
      onSubmit={send}
      busy={submit.busy}
      errors={errors}
      failure={submit.failure}
      fields={['file', 'passphrase', 'fingerprint']}
      disabled={!file}
    >
      <Text size="sm">{t('handIn.how')}</Text>
      <DropZone
        label={t('handIn.file')}
        hint={t('handIn.fileHint')}
        accept=".json,application/json"
        file={file}
        onFile={setFile}
        error={errorAt(errors, 'file')}
      />
      <PasswordInput
        label={t('handIn.passphrase')}
        autoComplete="off"
        required
        value={passphrase}
        onChange={(event) => setPassphrase(event.currentTarget.value)}
        error={errorAt(errors, 'passphrase')}
        visibilityToggleButtonProps={{ 'aria-label': t('showPassphrase') }}
      />
      {!own && (
        <TextInput
          label={t('handIn.fingerprint')}
          description={t('handIn.fingerprintHow')}
          required
          value={told}
          onChange={(event) => setTold(event.currentTarget.value)}
          error={errorAt(errors, 'fingerprint')}
        />
      )}
    </FormDialog>
  );
}
