import { Alert, Button, Grid, Group, Stack } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useRights } from '../../../shell/me';
import { Page } from '../../../ui/page';
import { CodeText } from '../../../ui/shown/code-text';
import { Status } from '../../../ui/shown/status';
import { Empty, Failure, Waiting } from '../../../ui/states';
import { BidderRoom } from './bidder-room';
import { BuyerRoom } from './buyer-room';
import { AuctionClock, AuctionState } from './clock';
import { AuctionFileSection } from './file';
import { AuctionTermsSection } from './terms';
import { type Auction, useAuction } from './use-auction';

/** The room of one auction, for its buyer and for those who take part. */
export default function AuctionPage() {
  const { t } = useTranslation('auction');
  const { auctionId } = useParams({ from: '/signed-in/auctions/$auctionId' });
  const { data, error, isPending, refetch, live, moved } = useAuction(auctionId);
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />;
  if (isPending) return <Waiting />;
  if (!data?.auction) return <Empty title={t('unknownTitle')} text={t('unknownText')} />;
  return <Room auction={data.auction} skewMs={data.skewMs} live={live} moved={moved} />;
}

interface Props {
  auction: Auction;
  skewMs: number;
  live: boolean;
  moved: () => Promise<void>;
}

function Room({ auction, skewMs, live, moved }: Props) {
  const { t } = useTranslation('auction');
  const rights = useRights();
  const { tender, label } = auction;
  const lot = tender?.lots.find(({ id }) => id === auction.lotId);
  return (
    <Page
      title={t('title', { number: tender?.number ?? '' })}
      heading={
        <>
          <CodeText value={tender?.number ?? ''} size="xl" /> {tender && tender.lots.length > 1 ? lot?.title : tender?.title}
        </>
      }
      below={
        <Group gap="sm">
          <AuctionState status={auction.status} />
          <span>{t(`kind.${auction.kind}`)}</span>
          {label && <span>{t('youAre', { label })}</span>}
          <Status tone={live ? 'good' : 'quiet'}>{t(live ? 'live' : 'notLive')}</Status>
        </Group>
      }
      actions={
        <Button
          size="xs"
          variant="default"
          component={Link}
          to={label ? '/sell/tenders/$tenderId' : '/buy/tenders/$tenderId'}
          params={{ tenderId: auction.tenderId } as never}
        >
          {t('toTender')}
        </Button>
      }
    >
      <AuctionClock auction={auction} skewMs={skewMs} />
      {auction.pauseReason && auction.status === 'PAUSED' && (
        <Alert color="orange" title={t('paused')}>
          {auction.pauseReason === 'CLOCK_STOOD_STILL' ? t('clockStoodStill') : auction.pauseReason}
        </Alert>
      )}
      {auction.voidReason && (
        <Alert color="red" title={t('voided')}>
          {auction.voidReason}
        </Alert>
      )}
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <Stack gap="lg">
            {label ? (
              <BidderRoom auction={auction} mayBid={rights.has('bid:submit')} moved={moved} />
            ) : (
              <BuyerRoom auction={auction} mayRun={rights.has('tender:manage')} moved={moved} />
            )}
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 4 }}>
          <Stack gap="lg">
            <AuctionTermsSection auction={auction} />
            <AuctionFileSection auction={auction} />
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  );
}
