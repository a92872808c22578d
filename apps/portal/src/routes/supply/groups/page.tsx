import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { BuyerGroupsDocument, type GroupCardFragment } from '../../../graphql/generated/graphql';
import { formatDate } from '../../../i18n/format';
import { Page } from '../../../ui/page';
import { Section } from '../../../ui/section';
import { Empty, Failure, Waiting } from '../../../ui/states';
import { EndGroup } from './end-group';
import { GroupForm } from './group-form';
import { MembersForm } from './members-form';
import { Sight } from './sight';

type Doing = { what: 'change' | 'members' | 'end'; group: GroupCardFragment } | { what: 'create' };

/** Groups of buyers, who is in them, and the catalogue through a buyer's eyes. */
export default function GroupsPage() {
  const { t } = useTranslation('groups');
  const [doing, setDoing] = useState<Doing | undefined>(undefined);
  const { data, error, refetch } = useQuery({
    queryKey: ['buyer-groups'],
    queryFn: ({ signal }) => ask(BuyerGroupsDocument, {}, signal),
  });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting />;
  const own = data.me.organization.id;
  const buyers = data.partnerships
    .filter(({ status, supplier }) => status === 'ACTIVE' && supplier.id === own)
    .map(({ buyer }) => buyer);
  const close = () => setDoing(undefined);
  const create = <Button onClick={() => setDoing({ what: 'create' })}>{t('create')}</Button>;
  return (
    <Page title={t('title')} below={t('below')} actions={create}>
      <Stack gap="lg">
        {data.buyerGroups.length === 0 && <Empty title={t('none')} text={t('noneText')} action={create} />}
        {data.buyerGroups.map((group) => (
          <GroupSection key={group.id} group={group} onDo={setDoing} />
        ))}
        <Section title={t('sight.title')}>
          <Sight buyers={buyers} />
        </Section>
      </Stack>
      {doing?.what === 'create' && <GroupForm onClose={close} />}
      {doing?.what === 'change' && <GroupForm present={doing.group} onClose={close} />}
      {doing?.what === 'members' && <MembersForm group={doing.group} buyers={buyers} onClose={close} />}
      {doing?.what === 'end' && <EndGroup group={doing.group} onClose={close} />}
    </Page>
  );
}

function GroupSection({ group, onDo }: { group: GroupCardFragment; onDo: (doing: Doing) => void }) {
  const { t } = useTranslation('groups');
  const button = (what: 'change' | 'members' | 'end') => (
    <Button size="xs" variant="default" aria-label={t(`${what}Of`, { name: group.name })} onClick={() => onDo({ what, group })}>
      {t(what)}
    </Button>
  );
  return (
    <Section
      title={group.name}
      actions={
        <>
          {button('members')}
          {button('change')}
          {button('end')}
        </>
      }
    >
      {group.note && <Text>{group.note}</Text>}
      {group.members.length === 0 ? (
        <Text className="quiet">{t('nobody')}</Text>
      ) : (
        <Group gap="lg">
          {group.members.map(({ buyer, agreementId, until }) => (
            <Text key={`${buyer.id} ${agreementId ?? ''}`} size="sm">
              {until ? t('byAgreement', { name: buyer.name, day: formatDate(until) }) : buyer.name}
            </Text>
          ))}
        </Group>
      )}
    </Section>
  );
}
