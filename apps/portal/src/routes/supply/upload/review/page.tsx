import { Anchor, Group, Stack, Tabs, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../../graphql/client';
import {
  type RowChange,
  UploadProgressDocument,
  UploadReviewDocument,
  type UploadReviewQuery,
} from '../../../../graphql/generated/graphql';
import { useLive } from '../../../../graphql/live';
import { formatDecimal, formatInstant } from '../../../../i18n/format';
import { Page } from '../../../../ui/page';
import { Failure, Waiting } from '../../../../ui/states';
import { useUrl } from '../../../url';
import { moving, UploadStatus } from '../../upload-state';
import { Decisions } from './decisions';
import { Outcome } from './outcome';
import { Problems } from './problems';
import { ReadingProgress } from './reading-progress';
import { Rows } from './rows';

const pageSize = 50;
const changes: readonly RowChange[] = ['CHANGED', 'NEW', 'WITHDRAWN'];
type Upload = NonNullable<UploadReviewQuery['upload']>;

/** The tab that says most when none is chosen: problems of a file that cannot be published, else the changes there are. */
function firstTab(upload: Upload | undefined): string {
  const counts = upload?.counts;
  if (!counts || upload.state === 'BLOCKED' || upload.kind === 'STOCK') return 'problems';
  if (counts.changed > 0) return 'CHANGED';
  if (counts.new > 0) return 'NEW';
  return counts.withdrawn > 0 ? 'WITHDRAWN' : 'problems';
}

/** What a file would do, before it does it: counts, rows with before and after, problems, and the decision. */
export default function ReviewPage() {
  const { uploadId: id } = useParams({ strict: false }) as { uploadId: string };
  const queries = useQueryClient();
  const [url] = useUrl();
  const { after, before } = url;
  const known = queries.getQueryData<UploadReviewQuery>(['upload-review', id, 'last']);
  const tab = url['tab'] ?? firstTab(known?.upload ?? undefined);
  const paging = before ? { last: pageSize, before } : { first: pageSize, after };
  const change = (changes as readonly string[]).includes(tab) ? (tab as RowChange) : 'NEW';
  const variables = { id, rows: tab !== 'problems', problems: tab === 'problems', change, ...paging };
  const { data, error, refetch, isPlaceholderData } = useQuery({
    queryKey: ['upload-review', id, variables],
    queryFn: async ({ signal }) => {
      const answer = await ask(UploadReviewDocument, variables, signal);
      queries.setQueryData(['upload-review', id, 'last'], answer);
      return answer;
    },
    placeholderData: (previous) => previous,
    refetchInterval: (query) => (query.state.data?.upload && moving(query.state.data.upload.state) ? 2_000 : false),
  });
  const state = data?.upload?.state;
  useLive(UploadProgressDocument, state && moving(state) ? { id } : undefined, {
    told: ({ uploadProgress }) => {
      // `last` too: from its counts follows the tab that opens by itself.
      for (const key of ['last', variables])
        queries.setQueryData<UploadReviewQuery>(['upload-review', id, key], (old) => old && { ...old, upload: uploadProgress });
      if (!moving(uploadProgress.state)) void queries.invalidateQueries();
    },
  });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  const upload = data?.upload;
  if (!upload) return <Waiting />;
  const catalogue = data.catalogues.find((one) => one.id === upload.catalogueId);
  return (
    <Page
      title={upload.fileName}
      below={<Below upload={upload} catalogue={catalogue} />}
      actions={<Decisions upload={upload} catalogue={catalogue} />}
    >
      <Stack gap="lg">
        {moving(upload.state) ? <ReadingProgress upload={upload} /> : <Outcome upload={upload} catalogue={catalogue} />}
        {upload.counts && <Content data={data} upload={upload} tab={tab} stale={isPlaceholderData} />}
      </Stack>
    </Page>
  );
}

function Below({ upload, catalogue }: { upload: Upload; catalogue: { id: string; name: string } | undefined }) {
  const { t } = useTranslation('selling');
  return (
    <Group gap="sm" mt={4}>
      <UploadStatus state={upload.state} />
      {catalogue ? (
        <Anchor
          renderRoot={(props) => <Link {...props} to="/sell/catalogues/$catalogueId" params={{ catalogueId: catalogue.id }} />}
        >
          {catalogue.name}
        </Anchor>
      ) : (
        <Text span>{t(`uploadKind.${upload.kind}`)}</Text>
      )}
      {upload.loadMode && <Text span>{t(`loadMode.${upload.loadMode}`)}</Text>}
      <time dateTime={upload.createdAt} title={upload.createdAt}>
        {t('review.sent', { when: formatInstant(upload.createdAt) })}
      </time>
    </Group>
  );
}

function Content({ data, upload, tab, stale }: { data: UploadReviewQuery; upload: Upload; tab: string; stale: boolean }) {
  const { t } = useTranslation('selling');
  const [, change] = useUrl();
  const counts = upload.counts!;
  const shown = upload.kind === 'STOCK' ? [] : changes;
  const figures = { CHANGED: counts.changed, NEW: counts.new, WITHDRAWN: counts.withdrawn };
  const published = upload.state === 'PUBLISHED';
  const titled = (name: string, figure: number): string => t('review.tab', { name, figure: formatDecimal(String(figure)) });
  return (
    <Tabs
      value={tab}
      onChange={(next) => change({ tab: next ?? undefined, after: undefined, before: undefined })}
      keepMounted={false}
    >
      <Tabs.List aria-label={t('review.tabs')}>
        {shown.map((kind) => (
          <Tabs.Tab key={kind} value={kind}>
            {titled(t(`counts.${kind}`), figures[kind])}
          </Tabs.Tab>
        ))}
        <Tabs.Tab value="problems">{titled(t('review.problems'), counts.refused + counts.warnings)}</Tabs.Tab>
      </Tabs.List>
      {shown.map((kind) => (
        <Tabs.Panel key={kind} value={kind} pt="md">
          <Rows kind={kind} rows={data.uploadRows} stale={stale} published={published} />
        </Tabs.Panel>
      ))}
      <Tabs.Panel value="problems" pt="md">
        <Problems upload={upload} problems={data.uploadProblems} stale={stale} />
      </Tabs.Panel>
    </Tabs>
  );
}
