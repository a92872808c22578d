import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { DirectoryDocument, type OrganizationFilter, type OrganizationRole } from '../../../graphql/generated/graphql';
import { Page } from '../../../ui/page';
import { Pager } from '../../../ui/pager';
import { Section } from '../../../ui/section';
import { Empty, Failure, Waiting } from '../../../ui/states';
import { useUrl } from '../../url';
import { CreateForm } from './create-form';
import { Looks } from './looks';
import { OrganizationTable } from './organization-table';

const pageSize = 50;
const roles: readonly OrganizationRole[] = ['BUYER', 'SUPPLIER', 'OPERATOR'];

/** Every organisation of the hub, for its operator: found, shut out, let in, looked into with a reason. */
export default function DirectoryPage() {
  const { t } = useTranslation('organizations');
  const [url, change] = useUrl();
  const [creating, setCreating] = useState(false);
  const { after, before } = url;
  const filter: OrganizationFilter = {
    ...(url['text'] ? { text: url['text'] } : {}),
    ...(url['role'] ? { role: url['role'] as OrganizationRole } : {}),
  };
  const variables = { filter, ...(before ? { last: pageSize, before } : { first: pageSize, after }) };
  const { data, error, refetch, isPlaceholderData } = useQuery({
    queryKey: ['directory', variables],
    queryFn: ({ signal }) => ask(DirectoryDocument, variables, signal),
    placeholderData: (previous) => previous,
  });
  return (
    <Page
      title={t('directory.title')}
      below={t('directory.below')}
      actions={
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setCreating(true)}>
          {t('directory.create')}
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
            <Filters />
            {data.organizations.nodes.length === 0 ? (
              <Empty title={t('directory.none')} text={t('directory.noneText')} />
            ) : (
              <OrganizationTable data={data} stale={isPlaceholderData} />
            )}
            <Pager
              page={data.organizations.pageInfo}
              onPage={(where) => change({ after: where.after, before: where.before })}
              busy={isPlaceholderData}
            />
          </Stack>
          {data.breakGlasses.length > 0 && (
            <Section title={t('looks.title')}>
              <Looks looks={data.breakGlasses} />
            </Section>
          )}
        </Stack>
      )}
      {creating && <CreateForm onClose={() => setCreating(false)} />}
    </Page>
  );
}

function Filters() {
  const { t } = useTranslation('organizations');
  const [url, change] = useUrl();
  const [text, setText] = useState(url['text'] ?? '');
  const first = { after: undefined, before: undefined };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    change({ text: text.trim(), ...first });
  };
  return (
    <search aria-label={t('directory.filter')}>
      <form onSubmit={submit}>
        <Group align="flex-end" gap="sm">
          <TextInput label={t('directory.find')} value={text} onChange={(event) => setText(event.currentTarget.value)} />
          <Select
            label={t('organization.roles')}
            placeholder={t('directory.anyRole')}
            clearable
            clearButtonProps={{ 'aria-label': t('directory.anyRole') }}
            data={roles.map((value) => ({ value, label: t(`organizationRole.${value}`) }))}
            value={url['role'] ?? null}
            onChange={(role) => change({ role: role ?? undefined, ...first })}
          />
          <Button type="submit" variant="default">
            {t('directory.filter')}
          </Button>
        </Group>
      </form>
    </search>
  );
}
