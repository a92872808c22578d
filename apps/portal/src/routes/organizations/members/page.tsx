import { Button, Stack } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { MembersDocument } from '../../../graphql/generated/graphql';
import { Page } from '../../../ui/page';
import { Pager } from '../../../ui/pager';
import { Section } from '../../../ui/section';
import { Failure, Waiting } from '../../../ui/states';
import { useUrl } from '../../url';
import { Invitations } from './invitations';
import { InviteForm } from './invite-form';
import { MemberTable } from './member-table';
import { Roles } from './roles';

const pageSize = 50;

/** Who acts for this organisation, who is invited, and what each role allows. */
export default function MembersPage() {
  const { t } = useTranslation('organizations');
  const [{ after, before }, change] = useUrl();
  const [inviting, setInviting] = useState(false);
  const variables = before ? { last: pageSize, before } : { first: pageSize, after };
  const { data, error, refetch, isPlaceholderData } = useQuery({
    queryKey: ['members', variables],
    queryFn: ({ signal }) => ask(MembersDocument, variables, signal),
    placeholderData: (previous) => previous,
  });
  return (
    <Page
      title={t('members.title')}
      below={t('members.below')}
      actions={
        <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => setInviting(true)}>
          {t('members.invite')}
        </Button>
      }
    >
      {error ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : !data ? (
        <Waiting />
      ) : (
        <Stack gap="lg">
          <Stack gap="sm">
            <MemberTable data={data} />
            <Pager
              page={data.members.pageInfo}
              onPage={({ after, before }) => change({ after, before })}
              busy={isPlaceholderData}
            />
          </Stack>
          {data.invitations.length > 0 && (
            <Section title={t('invitations.title')}>
              <Invitations invitations={data.invitations} />
            </Section>
          )}
          <Roles data={data} />
        </Stack>
      )}
      {inviting && data && <InviteForm roles={data.roles} onClose={() => setInviting(false)} />}
    </Page>
  );
}
