import { DataList, SimpleGrid, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../shell/me';
import { Page } from '../../../ui/page';
import { EmailForm } from './email-form';
import { LanguageChoice } from './language-choice';
import { LeaveForm } from './leave-form';
import { PasswordForm } from './password-form';
import { Section } from './section';

/** The person, whichever organisation he acts for at the moment. */
export default function AccountPage() {
  const { t } = useTranslation('account');
  const { me } = useMe();
  if (!me?.person) return null;
  return (
    <Page title={t('account.title')} below={t('account.below')}>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <Stack gap="lg">
          <Section title={t('account.who')}>
            <DataList>
              <DataList.Item>
                <DataList.ItemLabel>{t('name')}</DataList.ItemLabel>
                <DataList.ItemValue>{me.person.name}</DataList.ItemValue>
              </DataList.Item>
              <DataList.Item>
                <DataList.ItemLabel>{t('email')}</DataList.ItemLabel>
                <DataList.ItemValue>{me.person.email}</DataList.ItemValue>
              </DataList.Item>
              <DataList.Item>
                <DataList.ItemLabel>{t('account.organizations')}</DataList.ItemLabel>
                <DataList.ItemValue>{me.memberships.map((m) => m.name).join(', ')}</DataList.ItemValue>
              </DataList.Item>
            </DataList>
          </Section>
          <Section title={t('account.language')}>
            <LanguageChoice />
          </Section>
          <Section title={t('account.leave', { organization: me.organization.name })}>
            <LeaveForm organization={me.organization.name} />
          </Section>
        </Stack>
        <Stack gap="lg">
          <Section title={t('account.changeEmail')}>
            <EmailForm />
          </Section>
          <Section title={t('account.changePassword')}>
            <PasswordForm email={me.person.email} />
          </Section>
        </Stack>
      </SimpleGrid>
    </Page>
  );
}
