import { Button, Grid, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { TenderOfBuyerDocument } from '../../../graphql/generated/graphql';
import { useRights } from '../../../shell/me';
import { Page } from '../../../ui/page';
import { Section } from '../../../ui/section';
import { CodeText } from '../../../ui/shown/code-text';
import { Status } from '../../../ui/shown/status';
import { Empty, Failure, Waiting } from '../../../ui/states';
import { useUrl } from '../../url';
import { TenderAuctions } from '../auction/tender-auctions';
import { useTenderChoices } from '../draft/choices';
import { TenderForm } from '../draft/form';
import { Deadline, nextDeadline } from '../shared/deadline';
import { TenderDocuments } from '../shared/documents';
import { TenderLines } from '../shared/lines-table';
import { Questions } from '../shared/questions';
import { TenderState } from '../shared/states';
import { TenderTerms } from '../shared/terms';
import { tenderKey, useTenderMoves } from '../shared/use-tender';
import { Versions } from '../shared/versions';
import { Standstills } from '../standstill/standstills';
import { Awards } from './award/awards';
import type { BoughtTender, RunningProps } from './bought';
import { Bids } from './compare/bids';
import { Invited } from './invited';
import { NextStep } from './next-step';
import { Scenarios } from './scenarios/scenarios';
import { TenderActions } from './tender-actions';
import { TenderTimeline } from './timeline';

/** One tender as its buyer runs it; a draft is the form itself. */
export default function BoughtTenderPage() {
  const { t } = useTranslation('tendering');
  const { tenderId } = useParams({ from: '/signed-in/buy/tenders/$tenderId' });
  const [url] = useUrl();
  const lot = Math.max(1, Number.parseInt(url['lot'] ?? '1', 10) || 1);
  const { live, moved } = useTenderMoves(tenderId);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: [...tenderKey(tenderId), 'buyer', lot],
    queryFn: ({ signal }) => ask(TenderOfBuyerDocument, { id: tenderId, lot }, signal),
    placeholderData: (before) => (before?.tender?.id === tenderId ? before : undefined),
  });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (isPending) return <Waiting />;
  if (!data.tender)
    return (
      <Empty
        title={t('tender.unknownTitle')}
        text={t('tender.unknownText')}
        action={
          <Button component={Link} to="/buy/tenders">
            {t('tender.all')}
          </Button>
        }
      />
    );
  if (data.tender.status === 'DRAFT') return <DraftPage tender={data.tender} />;
  return <Running tender={data.tender} lot={lot} live={live} moved={moved} />;
}

/** The draft as it stands on the hub; when somebody else saved it meanwhile, saving says so. */
function DraftPage({ tender }: { tender: BoughtTender }) {
  const { t } = useTranslation('tendering');
  const { data, error, refetch } = useTenderChoices();
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting />;
  return (
    <Page
      title={tender.number}
      heading={<CodeText value={tender.number} size="xl" />}
      below={
        <Group gap="sm">
          <TenderState status={tender.status} />
          <span>{t('draft.onlyYou')}</span>
        </Group>
      }
    >
      <TenderForm key={tender.id} choices={data} tender={tender} />
    </Page>
  );
}

function Running({ tender, lot, live, moved }: RunningProps & { lot: number; live: boolean }) {
  const { t } = useTranslation('tendering');
  const manage = useRights().has('tender:manage');
  const open = tender.status === 'BIDDING' || tender.status === 'ANNOUNCED';
  return (
    <Page
      title={tender.number}
      heading={
        <>
          <CodeText value={tender.number} size="xl" /> {tender.title}
        </>
      }
      below={
        <Group gap="sm">
          <TenderState status={tender.status} />
          <Deadline at={nextDeadline(tender)} over={!open} />
          <Status tone={live ? 'good' : 'quiet'}>{t(live ? 'tender.live' : 'tender.notLive')}</Status>
        </Group>
      }
      actions={<TenderActions tender={tender} moved={moved} />}
    >
      <NextStep tender={tender} />
      <Standstills tender={tender} buyer moved={moved} />
      <Awards tender={tender} moved={moved} />
      <Bids tender={tender} lot={lot} moved={moved} />
      <Scenarios tender={tender} moved={moved} />
      <TenderAuctions tender={tender} mayStart={manage} />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <Stack gap="lg">
            <Section title={t('draft.lines', { count: tender.lines.filter(({ droppedIn }) => droppedIn == null).length })}>
              <TenderLines tender={tender} own />
            </Section>
            <Questions tender={tender} mayAnswer={manage} mayAsk={false} moved={moved} />
            <TenderTerms tender={tender} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 4 }}>
          <Stack gap="lg">
            <Invited tender={tender} moved={moved} />
            <TenderDocuments tender={tender} mayAdd={manage && open} moved={moved} />
            <Versions tender={tender} />
            <TenderTimeline tender={tender} />
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  );
}
