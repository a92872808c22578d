import { Button, Stack, Text } from '@mantine/core';
import { IconSettings, IconUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { CatalogueDocument, type CatalogueQuery } from '../../../graphql/generated/graphql';
import { formatDate, formatDecimal } from '../../../i18n/format';
import { useRights } from '../../../shell/me';
import { Page } from '../../../ui/page';
import { Section } from '../../../ui/section';
import { Facts } from '../../../ui/shown/facts';
import { Empty, Failure, Waiting } from '../../../ui/states';
import { useUrl } from '../../url';
import { CatalogueForm } from '../catalogues/catalogue-form';
import { moving } from '../upload-state';
import { UploadTable } from '../upload-table';
import { Publications } from './publications';
import { ShownTo } from './shown-to';

const pageSize = 20;

/** One catalogue: what is published, every earlier version, and the files that came. */
export default function CataloguePage() {
  const { t } = useTranslation('selling');
  const { catalogueId: id } = useParams({ strict: false }) as { catalogueId: string };
  const [{ after, before }] = useUrl();
  const variables = before ? { id, last: pageSize, before } : { id, first: pageSize, after };
  const { data, error, refetch } = useQuery({
    queryKey: ['catalogue', variables],
    queryFn: ({ signal }) => ask(CatalogueDocument, variables, signal),
    placeholderData: (previous) => previous,
    refetchInterval: (query) => (query.state.data?.uploads.nodes.some((upload) => moving(upload.state)) ? 3_000 : false),
  });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data?.catalogue) return <Waiting />;
  return <Shown data={data} catalogue={data.catalogue} retitle={t('catalogue.kind')} />;
}

function Shown({
  data,
  catalogue,
  retitle,
}: {
  data: CatalogueQuery;
  catalogue: NonNullable<CatalogueQuery['catalogue']>;
  retitle: string;
}) {
  const { t } = useTranslation('selling');
  const rights = useRights();
  const [editing, setEditing] = useState(false);
  const upload = (
    <Button
      leftSection={<IconUpload size={16} aria-hidden />}
      renderRoot={(props) => <Link {...props} to="/sell/upload" search={{ catalogue: catalogue.id }} />}
    >
      {t('upload.action')}
    </Button>
  );
  return (
    <Page
      title={catalogue.name}
      below={retitle}
      actions={
        rights.has('catalogue:upload') && (
          <>
            <Button variant="default" leftSection={<IconSettings size={16} aria-hidden />} onClick={() => setEditing(true)}>
              {t('catalogue.settings')}
            </Button>
            {upload}
          </>
        )
      }
    >
      <Stack gap="lg">
        <CatalogueFacts catalogue={catalogue} />
        {rights.has('catalogue:publish') && rights.has('agreement:manage') && <ShownTo catalogueId={catalogue.id} />}
        <Section title={t('versions.title')}>
          {data.publications.nodes.length > 0 ? (
            <Publications catalogue={catalogue} publications={data.publications} mayPublish={rights.has('catalogue:publish')} />
          ) : (
            <Text className="quiet">{t('versions.none')}</Text>
          )}
        </Section>
        <Section title={t('uploads.title')}>
          {data.uploads.nodes.length > 0 ? (
            <UploadTable uploads={data.uploads.nodes} keys />
          ) : (
            <Empty title={t('uploads.none')} text={t('uploads.noneText')} action={rights.has('catalogue:upload') && upload} />
          )}
        </Section>
      </Stack>
      {editing && <CatalogueForm key={catalogue.revision} opened onClose={() => setEditing(false)} present={catalogue} />}
    </Page>
  );
}

function CatalogueFacts({ catalogue }: { catalogue: NonNullable<CatalogueQuery['catalogue']> }) {
  const { t } = useTranslation('selling');
  const facts: readonly (readonly [string, string])[] = [
    [t('catalogue.offers'), formatDecimal(String(catalogue.activeOffers))],
    [t('catalogue.version'), catalogue.version > 0 ? String(catalogue.version) : t('catalogue.noVersion')],
    [t('catalogue.currency'), catalogue.currency],
    [
      t('catalogue.makerShort'),
      catalogue.makerRule === 'FIXED'
        ? (catalogue.makerName ?? catalogue.makerCode ?? '')
        : t(`makerRule.${catalogue.makerRule}`),
    ],
    [t('catalogue.brakeShort'), t('catalogue.percent', { percent: formatDecimal(catalogue.withdrawPercentMax) })],
    [t('catalogue.mapping'), catalogue.mapping ? t('catalogue.mappingKept') : t('catalogue.mappingNone')],
    [t('catalogue.created'), formatDate(catalogue.createdAt)],
  ];
  return <Facts facts={facts} />;
}
