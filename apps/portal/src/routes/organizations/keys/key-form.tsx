import { Alert, Button, Modal, Stack, Text, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { CreateApiKeyDocument } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { errorAt } from '../../../ui/forms/form-errors';
import { CodeText } from '../../../ui/shown/code-text';
import { PermissionPicker } from '../permission-picker';

const year = 365 * 86_400_000;
const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

interface Props {
  offered: readonly string[];
  wished: readonly string[];
  onClose: () => void;
}

/** Makes a key; its secret is shown once and never again. */
export function KeyForm({ offered, wished, onClose }: Props) {
  const { t } = useTranslation('organizations');
  const queries = useQueryClient();
  const submit = useSubmit();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<string[]>([...wished]);
  const [until, setUntil] = useState(() => dayOf(Date.now() + year));
  const [secret, setSecret] = useState<string | undefined>(undefined);
  const create = async (): Promise<boolean> => {
    const input = { name: name.trim(), scopes, expiresAt: until ? `${until}T00:00:00.000Z` : null };
    const made = await submit.run(async () => (await ask(CreateApiKeyDocument, { input })).createApiKey);
    if (!made) return false;
    setSecret(made.secret ?? undefined);
    await queries.invalidateQueries();
    return false;
  };
  if (secret !== undefined) return <Secret name={name.trim()} secret={secret} onClose={onClose} />;
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('keys.create')}
      action={t('keys.create')}
      onSubmit={create}
      {...submit}
      fields={['name', 'scopes', 'expiresAt']}
      disabled={name.trim() === '' || scopes.length === 0}
      size="xl"
    >
      <TextInput
        label={t('keys.name')}
        description={t('keys.nameHow')}
        required
        maxLength={100}
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={errorAt(submit.errors, 'name')}
      />
      <PermissionPicker
        label={t('keys.scopes')}
        how={t('keys.scopesHow')}
        offered={offered}
        chosen={scopes}
        onChange={setScopes}
        error={errorAt(submit.errors, 'scopes')}
      />
      <TextInput
        type="date"
        label={t('keys.ends')}
        description={t('keys.endsHow')}
        min={dayOf(Date.now() + 86_400_000)}
        max={dayOf(Date.now() + 2 * year)}
        value={until}
        onChange={(event) => setUntil(event.currentTarget.value)}
        error={errorAt(submit.errors, 'expiresAt')}
        w={220}
      />
    </FormDialog>
  );
}

/** Closes only by its button, so that a stray key does not lose the secret. */
function Secret({ name, secret, onClose }: { name: string; secret: string; onClose: () => void }) {
  const { t } = useTranslation('organizations');
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('keys.madeTitle', { name })}
      size="lg"
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
    >
      <Stack gap="md">
        <Alert color="orange" icon={<IconAlertTriangle aria-hidden />} title={t('keys.onceTitle')}>
          {t('keys.once')}
        </Alert>
        <Text component="div" style={{ overflowX: 'auto' }}>
          <CodeText value={secret} />
        </Text>
        <Button onClick={onClose} style={{ alignSelf: 'flex-end' }}>
          {t('keys.kept')}
        </Button>
      </Stack>
    </Modal>
  );
}
