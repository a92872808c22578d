import { Button, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { type AskingFactsFragment, AskingProfilesDocument } from '../../../graphql/generated/graphql';
import { Page } from '../../../ui/page';
import { Empty, Failure, Waiting } from '../../../ui/states';
import { AskingCard } from './asking-card';
import { AskingForm } from './asking-form';

/** How one's own ERP is asked for stock while a buyer waits: by place, each with a test and its log. */
export default function AskingPage() {
  const { t } = useTranslation('stock');
  const [editing, setEditing] = useState<AskingFactsFragment | 'new' | undefined>(undefined);
  const { data, error, refetch } = useQuery({
    queryKey: ['asking'],
    queryFn: ({ signal }) => ask(AskingProfilesDocument, {}, signal),
  });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting />;
  const add = <Button onClick={() => setEditing('new')}>{t('asking.add')}</Button>;
  const { askingProfiles: profiles } = data;
  return (
    <Page title={t('asking.title')} below={t('asking.below')} actions={profiles.length > 0 ? add : undefined}>
      {profiles.length === 0 ? (
        <Empty title={t('asking.none')} text={t('asking.noneText')} action={add} />
      ) : (
        <Stack gap="lg">
          {profiles.map((profile) => (
            <AskingCard key={profile.id} profile={profile} onEdit={() => setEditing(profile)} />
          ))}
        </Stack>
      )}
      {editing && <AskingForm present={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />}
    </Page>
  );
}
