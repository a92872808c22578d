import { Button, SimpleGrid, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { type PartnerProfileRole, PartnersDocument, type PartnersQuery } from '../../../graphql/generated/graphql';
import { useRights } from '../../../shell/me';
import { Checklist } from '../../../ui/checklist';
import { Page } from '../../../ui/page';
import { Failure, Waiting } from '../../../ui/states';
import { ConnectionCard } from './connection-card';
import { HowToConnect } from './how-to-connect';
import { Identities } from './identities';

const roles: readonly PartnerProfileRole[] = ['SUPPLIER', 'BUYER'];

/** How this organisation's ERP and the hub speak with each other, in each of its roles. */
export default function PartnersPage() {
  const { t } = useTranslation('exchange');
  const { data, error, refetch } = useQuery({
    queryKey: ['partners'],
    queryFn: ({ signal }) => ask(PartnersDocument, {}, signal),
  });
  const own = data?.me.organization;
  const played = roles.filter(
    (role) => own?.roles.includes(role) || data?.partnerProfiles.some((profile) => profile.role === role),
  );
  return (
    <Page title={t('partners.title')} below={t('partners.below')}>
      {error ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : !data || !own ? (
        <Waiting />
      ) : (
        <Stack gap="lg">
          <FirstSteps data={data} />
          <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
            {played.map((role) => (
              <ConnectionCard key={role} role={role} profile={data.partnerProfiles.find((one) => one.role === role)} />
            ))}
            <HowToConnect />
          </SimpleGrid>
          <Identities data={data} />
        </Stack>
      )}
    </Page>
  );
}

/** Leads a partner to his first message. */
function FirstSteps({ data }: { data: PartnersQuery }) {
  const { t } = useTranslation('exchange');
  const rights = useRights();
  if (!rights.has('exchange:manage')) return null;
  const profiles = data.partnerProfiles;
  const through = data.messages.nodes.some((one) => one.state === 'SENT' || one.state === 'APPLIED');
  return (
    <Checklist
      title={t('first.title')}
      steps={[
        { id: 'connection', title: t('first.connection'), text: t('first.connectionText'), done: profiles.length > 0 },
        {
          id: 'message',
          title: t('first.message'),
          text: t('first.messageText'),
          done: through,
          action: data.messages.nodes[0] && (
            <Button size="xs" renderRoot={(props) => <Link {...props} to="/exchange/messages" />}>
              {t('first.look')}
            </Button>
          ),
        },
        {
          id: 'live',
          title: t('first.live'),
          text: t('first.liveText'),
          done: profiles.some((profile) => !profile.testMode),
        },
      ]}
    />
  );
}
