import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { type OrganizationCardFragment, ProfileDocument, UpdateOrganizationDocument } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { formatDate } from '../../../i18n/format';
import { useRights } from '../../../shell/me';
import { CountrySelect, CurrencySelect } from '../../../ui/forms/code-select';
import { errorAt, errorsElsewhere, FormErrors } from '../../../ui/forms/form-errors';
import { Page } from '../../../ui/page';
import { Section } from '../../../ui/section';
import { CodeName } from '../../../ui/shown/code-name';
import { CodeText } from '../../../ui/shown/code-text';
import { Facts } from '../../../ui/shown/facts';
import { Failure, Waiting } from '../../../ui/states';

/** The organisation's own card: what it may change itself, and what the operator has checked. */
export default function ProfilePage() {
  const { t } = useTranslation('organizations');
  const rights = useRights();
  const { data, error, refetch } = useQuery({
    queryKey: ['profile'],
    queryFn: ({ signal }) => ask(ProfileDocument, {}, signal),
  });
  const card = data?.me.organization;
  return (
    <Page title={card?.name ?? t('profile.title')} below={t('profile.below')}>
      {error ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : !card ? (
        <Waiting />
      ) : (
        <Stack gap="lg">
          <Section title={t('profile.card')}>
            {rights.has('organization:manage') ? <CardForm key={card.version} card={card} /> : <CardFacts card={card} />}
          </Section>
          <Section title={t('profile.checked')}>
            <Text size="sm" className="quiet">
              {t('profile.checkedHow')}
            </Text>
            <Identifiers card={card} />
          </Section>
        </Stack>
      )}
    </Page>
  );
}

function CardForm({ card }: { card: OrganizationCardFragment }) {
  const { t } = useTranslation('organizations');
  const queries = useQueryClient();
  const { busy, errors, failure, run } = useSubmit();
  const [form, setForm] = useState({ name: card.name, country: card.country, currency: card.currency });
  const changed = form.name !== card.name || form.country !== card.country || form.currency !== card.currency;
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const input = { ...form, name: form.name.trim(), expectedVersion: card.version };
    if (!(await run(async () => (await ask(UpdateOrganizationDocument, { input })).updateOrganization))) return;
    notifications.show({ message: t('saved') });
    await queries.invalidateQueries();
  };
  return (
    <form onSubmit={(event) => void save(event)} noValidate>
      <Stack gap="md" maw={480}>
        {failure !== undefined && <Failure error={failure} />}
        <FormErrors errors={errorsElsewhere(errors, ['name', 'country', 'currency'])} />
        <TextInput
          label={t('organization.name')}
          required
          maxLength={200}
          value={form.name}
          onChange={(event) => setForm({ ...form, name: event.currentTarget.value })}
          error={errorAt(errors, 'name')}
        />
        <CountrySelect
          label={t('organization.country')}
          required
          allowDeselect={false}
          value={form.country}
          onChange={(country) => country && setForm({ ...form, country })}
          error={errorAt(errors, 'country')}
        />
        <CurrencySelect
          label={t('organization.currency')}
          description={t('organization.currencyHow')}
          required
          allowDeselect={false}
          value={form.currency}
          onChange={(currency) => currency && setForm({ ...form, currency })}
          error={errorAt(errors, 'currency')}
        />
        <Group>
          <Button type="submit" loading={busy} disabled={!changed}>
            {t('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function CardFacts({ card }: { card: OrganizationCardFragment }) {
  const { t } = useTranslation('organizations');
  return (
    <Facts
      facts={[
        [t('organization.name'), card.name],
        [t('organization.country'), <CodeName key="c" family="country" code={card.country} />],
        [t('organization.currency'), card.currency],
      ]}
    />
  );
}

function Identifiers({ card }: { card: OrganizationCardFragment }) {
  const { t } = useTranslation('organizations');
  const code = (value: string | null | undefined) => (value ? <CodeText value={value} size="sm" /> : t('profile.notSet'));
  return (
    <Facts
      facts={[
        [t('organization.roles'), card.roles.map((role) => t(`organizationRole.${role}`)).join(', ')],
        ['CAGE', code(card.cage)],
        ['D-U-N-S', code(card.duns)],
        ['GLN', code(card.gln)],
        ['Peppol', code(card.peppolId)],
        [t('organization.joined'), formatDate(card.createdAt)],
      ]}
    />
  );
}
