import { Button, Group, Table, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import {
  PauseAuctionDocument,
  RescheduleAuctionDocument,
  ResumeAuctionDocument,
  VoidAuctionBidDocument,
  VoidAuctionDocument,
} from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { formatMoney } from '../../../i18n/format';
import { Confirm } from '../../../ui/forms/confirm';
import { FormErrors } from '../../../ui/forms/form-errors';
import { Section } from '../../../ui/section';
import { Failure } from '../../../ui/states';
import { fromLocalField, ownZone, toLocalField } from '../shared/dates';
import type { Auction } from './use-auction';

interface Props {
  auction: Auction;
  mayRun: boolean;
  moved: () => Promise<void>;
}

type Doing = { kind: 'pause' } | { kind: 'reschedule' } | { kind: 'void' } | { kind: 'bid'; sequence: number };

/** The ranking by name as it moves, and what its buyer may do about it. */
export function BuyerRoom({ auction, mayRun, moved }: Props) {
  const { t } = useTranslation('auction');
  const submit = useSubmit();
  const [doing, setDoing] = useState<Doing>();
  const open = auction.status === 'OPEN' || auction.status === 'EXTENDED';
  const resume = async (): Promise<void> => {
    const input = { auctionId: auction.id };
    await submit.run(async () => (await ask(ResumeAuctionDocument, { input })).resumeAuction);
    await moved();
  };
  const actions = mayRun && (
    <>
      {open && (
        <Button size="xs" variant="default" onClick={() => setDoing({ kind: 'pause' })}>
          {t('run.pause')}
        </Button>
      )}
      {(auction.status === 'SCHEDULED' || auction.status === 'PREVIEW') && (
        <Button size="xs" variant="default" onClick={() => setDoing({ kind: 'reschedule' })}>
          {t('run.reschedule')}
        </Button>
      )}
      {auction.status === 'PAUSED' && (
        <Button size="xs" loading={submit.busy} onClick={() => void resume()}>
          {t('run.resume')}
        </Button>
      )}
      {auction.status !== 'VOIDED' && auction.status !== 'AWARDED' && (
        <Button size="xs" variant="default" onClick={() => setDoing({ kind: 'void' })}>
          {t('run.void')}
        </Button>
      )}
    </>
  );
  return (
    <Section title={t('ranking.title')} actions={actions}>
      {submit.failure !== undefined && <Failure error={submit.failure} />}
      <FormErrors errors={submit.errors} />
      <Ranking auction={auction} onVoid={open && mayRun ? (sequence) => setDoing({ kind: 'bid', sequence }) : undefined} />
      {doing && <SteerForm auction={auction} doing={doing} moved={moved} onClose={() => setDoing(undefined)} />}
    </Section>
  );
}

function Ranking({ auction, onVoid }: { auction: Auction; onVoid: ((sequence: number) => void) | undefined }) {
  const { t } = useTranslation('auction');
  if (auction.ranking.length === 0) return <Text size="sm">{t('ranking.none')}</Text>;
  return (
    <Table.ScrollContainer minWidth={320}>
      <Table aria-live="polite">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('ranking.rank')}</Table.Th>
            <Table.Th>{t('ranking.supplier')}</Table.Th>
            <Table.Th>{t('ranking.label')}</Table.Th>
            <Table.Th ta="right">{t('ranking.amount')}</Table.Th>
            {onVoid && <Table.Th />}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {auction.ranking.map(({ rank, label, amount, supplier, sequence }) => (
            <Table.Tr key={label}>
              <Table.Td>{rank}</Table.Td>
              <Table.Td>{supplier.name}</Table.Td>
              <Table.Td>{label}</Table.Td>
              <Table.Td ta="right">{formatMoney({ amount, currency: auction.currency })}</Table.Td>
              {onVoid && (
                <Table.Td>
                  {sequence > 0 && (
                    <Button size="compact-xs" variant="default" onClick={() => onVoid(sequence)}>
                      {t('run.voidBid')}
                    </Button>
                  )}
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

interface SteerProps {
  auction: Auction;
  doing: Doing;
  moved: () => Promise<void>;
  onClose: () => void;
}

/** Each of these is told to all who take part, with its reason. */
function SteerForm({ auction, doing, moved, onClose }: SteerProps) {
  const { t } = useTranslation('auction');
  const submit = useSubmit();
  const [reason, setReason] = useState('');
  const [opens, setOpens] = useState(toLocalField(auction.opensAt));
  const opensAt = fromLocalField(opens);
  const go = async (): Promise<boolean> => {
    const input = { auctionId: auction.id, reason: reason.trim() };
    const done = await submit.run(async () => {
      if (doing.kind === 'pause') return (await ask(PauseAuctionDocument, { input })).pauseAuction;
      if (doing.kind === 'reschedule')
        return (await ask(RescheduleAuctionDocument, { input: { ...input, opensAt: opensAt ?? '' } })).rescheduleAuction;
      if (doing.kind === 'void') return (await ask(VoidAuctionDocument, { input })).voidAuction;
      return (await ask(VoidAuctionBidDocument, { input: { ...input, sequence: doing.sequence } })).voidAuctionBid;
    });
    await moved();
    return done !== undefined;
  };
  const name = { pause: 'pause', reschedule: 'reschedule', void: 'void', bid: 'voidBid' } as const;
  return (
    <Confirm
      opened
      onClose={onClose}
      title={t(`run.${name[doing.kind]}`)}
      consequence={t(`run.${name[doing.kind]}How`)}
      action={t(`run.${name[doing.kind]}`)}
      onConfirm={go}
      danger={doing.kind === 'void' || doing.kind === 'bid'}
      disabled={reason.trim() === '' || (doing.kind === 'reschedule' && opensAt === null)}
    >
      {submit.failure !== undefined && <Failure error={submit.failure} />}
      <FormErrors errors={submit.errors} />
      {doing.kind === 'reschedule' && (
        <TextInput
          type="datetime-local"
          label={t('run.opensAt')}
          description={t('run.zone', { zone: ownZone() })}
          required
          value={opens}
          onChange={(event) => setOpens(event.currentTarget.value)}
        />
      )}
      <Group grow>
        <Textarea
          label={t('run.reason')}
          description={t('run.reasonHow')}
          required
          data-autofocus
          autosize
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Group>
    </Confirm>
  );
}
