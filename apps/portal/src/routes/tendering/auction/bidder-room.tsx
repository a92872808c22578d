import { Button, Checkbox, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import {
  AcceptAuctionPriceDocument,
  PlaceAuctionBidDocument,
  SetAuctionProxyDocument,
  StayInAuctionDocument,
  TakeBackAuctionBidDocument,
} from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { formatMoney } from '../../../i18n/format';
import { FormErrors } from '../../../ui/forms/form-errors';
import { decimalOrTyped } from '../../../ui/forms/typed-decimal';
import { Section } from '../../../ui/section';
import { Facts } from '../../../ui/shown/facts';
import { Failure } from '../../../ui/states';
import type { Auction } from './use-auction';

interface Props {
  auction: Auction;
  mayBid: boolean;
  moved: () => Promise<void>;
}

/** How a bidder stands, and what he can do now; nothing of the others but what was published as shown. */
export function BidderRoom({ auction, mayBid, moved }: Props) {
  const open = auction.status === 'OPEN' || auction.status === 'EXTENDED';
  return (
    <>
      <Standing auction={auction} />
      {open && mayBid && (auction.kind === 'ENGLISH' || auction.kind === 'ROUNDS') && <BidForm auction={auction} moved={moved} />}
      {open && mayBid && auction.kind === 'ENGLISH' && <ProxyForm auction={auction} moved={moved} />}
      {open && mayBid && (auction.kind === 'DUTCH' || auction.kind === 'JAPANESE') && (
        <PriceForm auction={auction} moved={moved} />
      )}
    </>
  );
}

function Standing({ auction }: { auction: Auction }) {
  const { t } = useTranslation('auction');
  const { own, currency, amountAtMost, amountToLead, price } = auction;
  const money = (amount: string): string => formatMoney({ amount, currency });
  return (
    <Section title={t('standing.title')}>
      <div aria-live="polite">
        {own ? (
          <Group align="baseline" gap="xl">
            <span>
              <Text span size="sm">
                {t('standing.rank')}{' '}
              </Text>
              <Title order={3} component="span" data-auction-rank={own.rank} style={{ display: 'inline', fontSize: '2.5rem' }}>
                {own.rank}
              </Title>
            </span>
            <Facts
              facts={[
                [t('standing.own'), money(own.amount)],
                ...(amountAtMost ? [[t('standing.atMost'), money(amountAtMost)] as const] : []),
                ...(amountToLead ? [[t('standing.toLead'), money(amountToLead)] as const] : []),
                ...(own.floor ? [[t('standing.floor'), money(own.floor)] as const] : []),
              ]}
            />
          </Group>
        ) : (
          <Text size="sm">{price ? t('standing.price', { price: money(price) }) : t('standing.none')}</Text>
        )}
        {own?.isYourTurn != null && <Text fw={600}>{t(own.isYourTurn ? 'standing.yourTurn' : 'standing.notYourTurn')}</Text>}
      </div>
    </Section>
  );
}

type FormProps = Omit<Props, 'mayBid'>;

function BidForm({ auction, moved }: FormProps) {
  const { t } = useTranslation('auction');
  const submit = useSubmit();
  const [amount, setAmount] = useState('');
  const [confirmed, setConfirmed] = useState(false);
  const asksToConfirm = submit.errors.some(({ code }) => code === 'AUCTION_DROP_NOT_CONFIRMED');
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const input = { auctionId: auction.id, amount: decimalOrTyped(amount), isConfirmed: confirmed };
    const done = await submit.run(async () => (await ask(PlaceAuctionBidDocument, { input })).placeAuctionBid);
    if (done) {
      setAmount('');
      setConfirmed(false);
    }
    await moved();
  };
  const takeBack = async (): Promise<void> => {
    const input = { auctionId: auction.id };
    await submit.run(async () => (await ask(TakeBackAuctionBidDocument, { input })).takeBackAuctionBid);
    await moved();
  };
  return (
    <Section title={t('bid.title')}>
      <form onSubmit={(event) => void send(event)} noValidate>
        <Stack gap="sm">
          {submit.failure !== undefined && <Failure error={submit.failure} />}
          <FormErrors errors={submit.errors} />
          <Group align="end" gap="sm">
            <TextInput
              label={t('bid.amount', { currency: auction.currency })}
              description={t('bid.amountHow')}
              inputMode="decimal"
              autoComplete="off"
              required
              value={amount}
              onChange={(event) => setAmount(event.currentTarget.value)}
            />
            <Button type="submit" loading={submit.busy} disabled={amount.trim() === ''}>
              {t('bid.place')}
            </Button>
            {auction.amountAtMost && (
              <Button variant="default" onClick={() => setAmount(auction.amountAtMost ?? '')}>
                {t('bid.fill')}
              </Button>
            )}
            {auction.own?.isYourTurn && (
              <Button variant="default" loading={submit.busy} onClick={() => void takeBack()}>
                {t('bid.takeBack')}
              </Button>
            )}
          </Group>
          {(asksToConfirm || confirmed) && (
            <Checkbox
              label={t('bid.confirm')}
              checked={confirmed}
              onChange={(event) => setConfirmed(event.currentTarget.checked)}
            />
          )}
        </Stack>
      </form>
    </Section>
  );
}

function ProxyForm({ auction, moved }: FormProps) {
  const { t } = useTranslation('auction');
  const submit = useSubmit();
  const [floor, setFloor] = useState('');
  const send = async (wanted: string | null): Promise<void> => {
    const input = { auctionId: auction.id, floor: wanted };
    const done = await submit.run(async () => (await ask(SetAuctionProxyDocument, { input })).setAuctionProxy);
    if (done) setFloor('');
    await moved();
  };
  return (
    <Section title={t('proxy.title')}>
      <Text size="sm">{t('proxy.how')}</Text>
      {submit.failure !== undefined && <Failure error={submit.failure} />}
      <FormErrors errors={submit.errors} />
      <Group align="end" gap="sm">
        <TextInput
          label={t('proxy.floor', { currency: auction.currency })}
          inputMode="decimal"
          autoComplete="off"
          value={floor}
          onChange={(event) => setFloor(event.currentTarget.value)}
        />
        <Button
          variant="default"
          loading={submit.busy}
          disabled={floor.trim() === ''}
          onClick={() => void send(decimalOrTyped(floor))}
        >
          {t('proxy.set')}
        </Button>
        {auction.own?.floor && (
          <Button variant="default" loading={submit.busy} onClick={() => void send(null)}>
            {t('proxy.end')}
          </Button>
        )}
      </Group>
    </Section>
  );
}

/** One button: what it does names the price that is on screen, so that nobody takes one that he did not see. */
function PriceForm({ auction, moved }: FormProps) {
  const { t } = useTranslation('auction');
  const submit = useSubmit();
  const { price, level } = auction;
  if (price == null || level == null) return null;
  const shown = formatMoney({ amount: price, currency: auction.currency });
  const send = async (): Promise<void> => {
    const auctionId = auction.id;
    await submit.run(async () =>
      auction.kind === 'DUTCH'
        ? (await ask(AcceptAuctionPriceDocument, { input: { auctionId, amount: price } })).acceptAuctionPrice
        : (await ask(StayInAuctionDocument, { input: { auctionId, level } })).stayInAuction,
    );
    await moved();
  };
  return (
    <Section title={t('price.title')}>
      {submit.failure !== undefined && <Failure error={submit.failure} />}
      <FormErrors errors={submit.errors} />
      <Group>
        <Button size="lg" loading={submit.busy} onClick={() => void send()}>
          {t(auction.kind === 'DUTCH' ? 'price.accept' : 'price.stay', { price: shown })}
        </Button>
      </Group>
    </Section>
  );
}
