import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { ManufacturersDocument } from '../../../graphql/generated/graphql';
import { Page } from '../../../ui/page';
import { Pager } from '../../../ui/pager';
import { Section } from '../../../ui/section';
import { Empty, Failure, Waiting } from '../../../ui/states';
import { useUrl } from '../../url';
import { ManufacturerTable } from './manufacturer-table';
import { Merges } from './merges';

const pageSize = 50;

/** Who makes parts, for the operator: found by code or name, named, succeeded, merged and parted again. */
export default function ManufacturersPage() {
  const { t } = useTranslation('identity');
  const [url, change] = useUrl();
  const { after, before } = url;
  const filter = url['text'] ? { text: url['text'] } : {};
  const variables = { filter, ...(before ? { last: pageSize, before } : { first: pageSize, after }) };
  const { data, error, refetch, isPlaceholderData } = useQuery({
    queryKey: ['manufacturers', variables],
    queryFn: ({ signal }) => ask(ManufacturersDocument, variables, signal),
    placeholderData: (previous) => previous,
  });
  return (
    <Page title={t('maker.title')} below={t('maker.below')}>
      {error ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : !data ? (
        <Waiting />
      ) : (
        <Stack gap="lg">
          <Stack gap="sm">
            <Find />
            {data.manufacturers.nodes.length === 0 ? (
              <Empty title={t('maker.none')} text={t('maker.noneText')} />
            ) : (
              <ManufacturerTable rows={data.manufacturers.nodes} stale={isPlaceholderData} />
            )}
            <Pager
              page={data.manufacturers.pageInfo}
              onPage={(where) => change({ after: where.after, before: where.before })}
              busy={isPlaceholderData}
            />
          </Stack>
          {data.manufacturerMerges.nodes.length > 0 && (
            <Section title={t('merges.title')}>
              <Merges merges={data.manufacturerMerges.nodes} />
            </Section>
          )}
        </Stack>
      )}
    </Page>
  );
}

function Find() {
  const { t } = useTranslation('identity');
  const [url, change] = useUrl();
  const [text, setText] = useState(url['text'] ?? '');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    change({ text: text.trim() || undefined, after: undefined, before: undefined });
  };
  return (
    <search aria-label={t('maker.search')}>
      <form onSubmit={submit}>
        <Group align="flex-end" gap="sm">
          <TextInput label={t('maker.find')} value={text} onChange={(event) => setText(event.currentTarget.value)} />
          <Button type="submit" variant="default">
            {t('maker.search')}
          </Button>
        </Group>
      </form>
    </search>
  );
}
