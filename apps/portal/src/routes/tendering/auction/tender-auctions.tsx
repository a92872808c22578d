import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { StartAuctionDocument, type TenderSharedFragment } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { formatInstant } from '../../../i18n/format';
import { FormErrors } from '../../../ui/forms/form-errors';
import { Section } from '../../../ui/section';
import { Failure } from '../../../ui/states';
import { fromLocalField, toLocalField } from '../shared/dates';
import { AuctionState } from './clock';

interface Props {
  tender: TenderSharedFragment;
  /** Whether the reader is the buyer and may start one. */
  mayStart: boolean;
}

/** The auctions of a tender with the way into their rooms; for its buyer also the start of those that are still to be held. */
export function TenderAuctions({ tender, mayStart }: Props) {
  const { t } = useTranslation('auction');
  const { auctions, lots } = tender;
  if (!tender.auction) return null;
  const titleOf = (lotId: string): string =>
    lots.length > 1 ? (lots.find(({ id }) => id === lotId)?.title ?? '') : tender.title;
  const waiting = lots.filter(
    ({ id, status }) => status === 'EVALUATION' && !auctions.some((one) => one.lotId === id && one.status !== 'VOIDED'),
  );
  return (
    <Section title={t('of.title')}>
      <Text size="sm">{t('of.announced', { kind: t(`kind.${tender.auction.kind}`) })}</Text>
      <Stack gap="sm">
        {auctions.map(({ id, lotId, status, opensAt }) => (
          <Group key={id} gap="sm">
            <AuctionState status={status} />
            <span>{titleOf(lotId)}</span>
            <Text size="sm" className="quiet">
              {t('of.opens', { at: formatInstant(opensAt) })}
            </Text>
            <Button
              size="compact-sm"
              variant="light"
              component={Link}
              to="/auctions/$auctionId"
              params={{ auctionId: id } as never}
            >
              {t('of.enter')}
            </Button>
          </Group>
        ))}
        {mayStart && waiting.map((lot) => <StartForm key={lot.id} tender={tender} lotId={lot.id} title={titleOf(lot.id)} />)}
      </Stack>
    </Section>
  );
}

/** A quarter of an hour is enough for bidders to come. */
const noticeMs = 15 * 60_000;

function StartForm({ tender, lotId, title }: { tender: TenderSharedFragment; lotId: string; title: string }) {
  const { t } = useTranslation('auction');
  const navigate = useNavigate();
  const submit = useSubmit();
  const [opensAt, setOpensAt] = useState(() => toLocalField(new Date(Date.now() + noticeMs).toISOString()));
  const start = async (): Promise<void> => {
    const input = { tenderId: tender.id, lotId, expectedVersion: tender.edits, opensAt: fromLocalField(opensAt) ?? '' };
    const done = await submit.run(async () => (await ask(StartAuctionDocument, { input })).startAuction);
    if (done?.auction) void navigate({ to: '/auctions/$auctionId', params: { auctionId: done.auction.id } as never });
  };
  return (
    <Stack gap="xs">
      {submit.failure !== undefined && <Failure error={submit.failure} />}
      <FormErrors errors={submit.errors} />
      <Group align="end" gap="sm">
        <TextInput
          type="datetime-local"
          label={t('of.startAt', { lot: title })}
          value={opensAt}
          onChange={(event) => setOpensAt(event.currentTarget.value)}
        />
        <Button loading={submit.busy} onClick={() => void start()}>
          {t('of.start')}
        </Button>
      </Group>
    </Stack>
  );
}
