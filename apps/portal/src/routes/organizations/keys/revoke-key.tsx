import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { RevokeApiKeyDocument } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { Confirm } from '../../../ui/forms/confirm';
import { Failure } from '../../../ui/states';
import type { Key } from './key';

/** Ends a key; what still uses it stops within a second. */
export function RevokeKey({ apiKey, onClose }: { apiKey: Key; onClose: () => void }) {
  const { t } = useTranslation('organizations');
  const queries = useQueryClient();
  const { failure, run } = useSubmit();
  const revoke = async (): Promise<boolean> => {
    const done = await run(async () => {
      await ask(RevokeApiKeyDocument, { input: { apiKeyId: apiKey.id } });
      return { errors: [] };
    });
    if (done) await queries.invalidateQueries();
    return done !== undefined;
  };
  return (
    <Confirm
      opened
      onClose={onClose}
      title={t('keys.revokeTitle', { name: apiKey.name })}
      consequence={t('keys.revokeConsequence')}
      action={t('keys.revoke')}
      onConfirm={revoke}
      danger
    >
      {failure !== undefined && <Failure error={failure} />}
    </Confirm>
  );
}
