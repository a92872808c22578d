import { Button, Grid, Group, Select, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { TenderOfBidderDocument, type TenderOfBidderFragment } from '../../../graphql/generated/graphql';
import { useRights } from '../../../shell/me';
import { Page } from '../../../ui/page';
import { Section } from '../../../ui/section';
import { CodeText } from '../../../ui/shown/code-text';
import { Status } from '../../../ui/shown/status';
import { Empty, Failure, Waiting } from '../../../ui/states';
import { useUrl } from '../../url';
import { TenderAuctions } from '../auction/tender-auctions';
import { Deadline, nextDeadline } from '../shared/deadline';
import { TenderDocuments } from '../shared/documents';
import { TenderLines } from '../shared/lines-table';
import { Questions } from '../shared/questions';
import { TenderState } from '../shared/states';
import { TenderTerms } from '../shared/terms';
import { tenderKey, useTenderMoves } from '../shared/use-tender';
import { Versions } from '../shared/versions';
import { Standstills } from '../standstill/standstills';
import { AwardFacts, isWaiting } from '../tender/award/awards';
import { BidForm } from './bid-form';
import { BidStep } from './bid-step';
import { DeclineButton } from './decline';
import { Receipts } from './receipts';
import { StandingBid } from './standing-bid';

/** One tender as a supplier reads it and bids for it. */
export default function OfferedTenderPage() {
  const { t } = useTranslation('tendering');
  const { tenderId } = useParams({ from: '/signed-in/sell/tenders/$tenderId' });
  const { live, moved } = useTenderMoves(tenderId);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: [...tenderKey(tenderId), 'bidder'],
    queryFn: ({ signal }) => ask(TenderOfBidderDocument, { id: tenderId }, signal),
  });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (isPending) return <Waiting />;
  if (!data.tender)
    return (
      <Empty
        title={t('tender.unknownTitle')}
        text={t('tender.unknownText')}
        action={
          <Button component={Link} to="/sell/tenders">
            {t('tender.all')}
          </Button>
        }
      />
    );
  return <Offered tender={data.tender} live={live} moved={moved} />;
}

interface Props {
  tender: TenderOfBidderFragment;
  live: boolean;
  moved: () => Promise<void>;
}

function Offered({ tender, live, moved }: Props) {
  const { t } = useTranslation('tendering');
  const mayBid = useRights().has('bid:submit');
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
          <span>{tender.buyer.name}</span>
          <Deadline at={nextDeadline(tender)} over={!open} />
          <Status tone={live ? 'good' : 'quiet'}>{t(live ? 'tender.live' : 'tender.notLive')}</Status>
        </Group>
      }
      actions={mayBid && open && <DeclineButton tender={tender} moved={moved} />}
    >
      <BidStep tender={tender} />
      <Standstills tender={tender} buyer={false} moved={moved} />
      <Result tender={tender} />
      <TenderAuctions tender={tender} mayStart={false} />
      <Lots tender={tender} moved={moved} mayBid={mayBid} />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <Stack gap="lg">
            <Section title={t('draft.lines', { count: tender.lines.filter(({ droppedIn }) => droppedIn == null).length })}>
              <TenderLines tender={tender} own={false} />
            </Section>
            <Questions tender={tender} mayAnswer={false} mayAsk={mayBid && open} moved={moved} />
            <TenderTerms tender={tender} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 4 }}>
          <Stack gap="lg">
            <Receipts tender={tender} />
            <TenderDocuments tender={tender} mayAdd={false} moved={moved} />
            <Versions tender={tender} />
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  );
}

/** One's own bid on the lot that the URL names: what stands, and the form. */
function Lots({ tender, moved, mayBid }: Omit<Props, 'live'> & { mayBid: boolean }) {
  const { t } = useTranslation('tendering');
  const [url, setUrl] = useUrl();
  const lot = tender.lots.find(({ position }) => String(position) === (url['lot'] ?? '1')) ?? tender.lots[0]!;
  const bidding = lot.status === 'BIDDING';
  const bid = tender.bids.filter(({ lotId }) => lotId === lot.id).sort((a, b) => b.round - a.round)[0];
  if (!bidding && !bid) return null;
  return (
    <>
      {tender.lots.length > 1 && (
        <Select
          label={t('bids.lot')}
          allowDeselect={false}
          maw={420}
          data={tender.lots.map(({ position, title, status }) => ({
            value: String(position),
            label: `${position} · ${title} · ${t(`status.${status}`)}`,
          }))}
          value={String(lot.position)}
          onChange={(next) => setUrl({ lot: next === '1' ? undefined : (next ?? undefined) })}
        />
      )}
      {bid && (
        <StandingBid
          key={`standing ${lot.id} ${bid.seq}`}
          tender={tender}
          lot={lot}
          bid={bid}
          moved={moved}
          mayBid={mayBid && bidding}
        />
      )}
      {bidding && mayBid && <BidForm key={`form ${lot.id} ${lot.round}`} tender={tender} lot={lot} bid={bid} moved={moved} />}
    </>
  );
}

/** What was awarded to the reader; others' prices are never here. */
function Result({ tender }: { tender: TenderOfBidderFragment }) {
  const { t } = useTranslation('tendering');
  if (tender.awards.length === 0) return null;
  return (
    <Section title={t('result.title')}>
      <Stack gap="md" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {tender.awards.map((award) => (
          <li key={award.id}>
            <AwardFacts
              award={award}
              heading={t('result.toYou')}
              lot={tender.lots.length > 1 ? tender.lots.find(({ id }) => id === award.lotId)?.title : undefined}
              waiting={isWaiting(tender, award)}
              lines={tender.lines}
            />
          </li>
        ))}
      </Stack>
    </Section>
  );
}
