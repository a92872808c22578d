import { Checkbox, PasswordInput, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { makeOfficerKey, passphraseMin } from '#libs/sealing';
import { ask } from '../../../graphql/client';
import { RegisterOfficerKeyDocument } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { useMe, useRights } from '../../../shell/me';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { errorAt, type FieldError } from '../../../ui/forms/form-errors';
import { saveText } from '../../../ui/table/csv';

const fileNameOf = (name: string): string =>
  `entrepot-key-${name
    .trim()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 60)}.json`;

/** Makes a key in this browser, hands it to its holder as a file under his passphrase, and tells the hub its public half. */
export function MakeKey({ onClose, onMade }: { onClose: () => void; onMade: () => Promise<void> }) {
  const { t } = useTranslation('sealing');
  const { me } = useMe();
  const mayRecovery = useRights().has('tender:manage');
  const submit = useSubmit();
  const [typed, setTyped] = useState({ name: me?.person?.name ?? '', passphrase: '', again: '' });
  const [recovery, setRecovery] = useState(false);
  const [faults, setFaults] = useState<readonly FieldError[]>([]);
  const errors = [...faults, ...submit.errors];
  const field = (name: keyof typeof typed) => ({
    value: typed[name],
    onChange: (event: { currentTarget: { value: string } }) => setTyped({ ...typed, [name]: event.currentTarget.value }),
    error: errorAt(errors, name),
  });
  const make = async (): Promise<boolean> => {
    const found: FieldError[] = [
      ...(typed.name.trim() === '' ? [{ path: ['name'], message: t('make.nameMissing') }] : []),
      ...([...typed.passphrase].length < passphraseMin
        ? [{ path: ['passphrase'], message: t('make.short', { count: passphraseMin }) }]
        : []),
      ...(typed.passphrase === typed.again ? [] : [{ path: ['again'], message: t('make.differs') }]),
    ];
    setFaults(found);
    if (found.length > 0) return false;
    const name = typed.name.trim();
    const done = await submit.run(async () => {
      const key = await makeOfficerKey(name, typed.passphrase);
      // First the file: a key that is registered and nowhere kept would be a share that is lost.
      saveText(fileNameOf(name), `${JSON.stringify(key, null, 2)}\n`, 'application/json');
      const input = { name, publicKey: key.publicKey, recovery };
      return (await ask(RegisterOfficerKeyDocument, { input })).registerOfficerKey;
    });
    if (!done) return false;
    notifications.show({ message: t('make.done', { file: fileNameOf(name) }) });
    await onMade();
    return true;
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('make.title')}
      action={t('make.action')}
      onSubmit={make}
      busy={submit.busy}
      errors={errors}
      failure={submit.failure}
      fields={['name', 'passphrase', 'again']}
    >
      <Text size="sm">{t('make.how')}</Text>
      {mayRecovery && (
        <Checkbox
          label={t('make.recovery')}
          description={t('make.recoveryHow')}
          checked={recovery}
          onChange={(event) => setRecovery(event.currentTarget.checked)}
        />
      )}
      <TextInput label={t('make.name')} maxLength={120} required data-autofocus {...field('name')} />
      <PasswordInput
        label={t('make.passphrase')}
        description={t('make.passphraseHow', { count: passphraseMin })}
        autoComplete="new-password"
        required
        visibilityToggleButtonProps={{ 'aria-label': t('showPassphrase') }}
        {...field('passphrase')}
      />
      <PasswordInput
        label={t('make.again')}
        autoComplete="new-password"
        required
        visibilityToggleButtonProps={{ 'aria-label': t('showPassphrase') }}
        {...field('again')}
      />
    </FormDialog>
  );
}
