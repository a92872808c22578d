import { Button, Group, Select, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { TenderToOpenDocument, type TenderToOpenQuery } from '../../../graphql/generated/graphql';
import { formatInstant } from '../../../i18n/format';
import { useRights } from '../../../shell/me';
import { Page } from '../../../ui/page';
import { Section } from '../../../ui/section';
import { CodeText } from '../../../ui/shown/code-text';
import { Status } from '../../../ui/shown/status';
import { Empty, Failure, Waiting } from '../../../ui/states';
import { useUrl } from '../../url';
import { Deadline, nextDeadline } from '../shared/deadline';
import { Fingerprint, NeedsCrypto } from '../shared/fingerprint';
import { TenderState } from '../shared/states';
import { tenderKey, useTenderMoves } from '../shared/use-tender';
import { Arrange } from './arrange';
import { Envelopes } from './envelopes';
import { Holders } from './holders';
import { Rehearse } from './rehearse';
import type { OpenedTender, OpeningProps } from './session-key';
import { SessionPanel } from './session-panel';

/** How the bids of a sealed tender are opened: who holds shares, the rehearsal before publication, the opening after the deadline. */
export default function OpeningPage() {
  const { t } = useTranslation('sealing');
  const { tenderId } = useParams({ from: '/signed-in/buy/tenders/$tenderId/opening' });
  const mayOpen = useRights().has('tender:open');
  const { live, moved } = useTenderMoves(tenderId);
  const { data, error, refetch } = useQuery({
    queryKey: [...tenderKey(tenderId), 'opening'],
    queryFn: ({ signal }) => ask(TenderToOpenDocument, { id: tenderId }, signal),
    enabled: mayOpen,
  });
  const back = (
    <Button component={Link} to={`/buy/tenders/${tenderId}`} variant="default">
      {t('toTender')}
    </Button>
  );
  if (!mayOpen) return <Empty title={t('mayNot')} text={t('mayNotText')} action={back} />;
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting />;
  const { tender } = data;
  if (!tender) return <Empty title={t('tendering:tender.unknownTitle')} text={t('tendering:tender.unknownText')} action={back} />;
  const open = tender.status === 'BIDDING' || tender.status === 'ANNOUNCED';
  return (
    <Page
      title={t('title', { number: tender.number })}
      heading={
        <>
          {t('heading')} <CodeText value={tender.number} size="xl" />
        </>
      }
      below={
        <Group gap="sm">
          <span>{tender.title}</span>
          <TenderState status={tender.status} />
          <Deadline at={nextDeadline(tender)} over={!open} />
          <Status tone={live ? 'good' : 'quiet'}>{t(live ? 'tendering:tender.live' : 'tendering:tender.notLive')}</Status>
        </Group>
      }
      actions={back}
    >
      <NeedsCrypto />
      {tender.confidentiality === 'SEALED' ? (
        <Opening tender={tender} asked={data} moved={moved} />
      ) : (
        <Empty title={t('notSealed')} text={t('notSealedText')} action={back} />
      )}
    </Page>
  );
}

interface Props {
  tender: OpenedTender;
  asked: TenderToOpenQuery;
  moved: () => Promise<void>;
}

function Opening({ tender, asked, moved }: Props) {
  const { t } = useTranslation('sealing');
  const [anew, setAnew] = useState(false);
  const { sealing } = tender;
  const manage = useRights().has('tender:manage');
  const draft = tender.status === 'DRAFT';
  if (draft && manage && (anew || !sealing))
    return (
      <Arrange
        tender={tender}
        keys={asked.officerKeys}
        buyer={asked.me.organization.id}
        moved={moved}
        onDone={() => setAnew(false)}
      />
    );
  if (!sealing) return <Empty title={t('notArranged')} text={t(draft ? 'notYetArranged' : 'notArrangedText')} />;
  const props = { tender, sealing, moved };
  return (
    <>
      <Arranged {...props} onAnew={draft && manage ? () => setAnew(true) : undefined} />
      {draft ? <Rehearsal {...props} /> : <AfterPublication {...props} />}
    </>
  );
}

/** What was arranged: how many shares, which envelopes, the officers' half. */
function Arranged({ tender, sealing, onAnew }: OpeningProps & { onAnew: (() => void) | undefined }) {
  const { t } = useTranslation('sealing');
  const officers = sealing.holders.filter(({ role }) => role === 'OFFICER').length;
  return (
    <Section
      title={t('arranged.title')}
      actions={
        onAnew && (
          <Button size="xs" variant="default" onClick={onAnew}>
            {t('arranged.anew')}
          </Button>
        )
      }
    >
      <Text size="sm">{t('arranged.rule', { count: sealing.threshold, officers })}</Text>
      <Text size="sm">
        {t('arranged.envelopes', { names: sealing.envelopes.map((one) => t(`envelope.${one}`)).join(' → ') })}
      </Text>
      <Group gap="xs">
        <Text size="sm">{t('arranged.half')}</Text>
        <Fingerprint publicKey={sealing.officersKey} />
      </Group>
      {tender.status === 'DRAFT' && <Text size="sm">{t('arranged.compare')}</Text>}
    </Section>
  );
}

function Rehearsal(props: OpeningProps) {
  const { t } = useTranslation('sealing');
  const { tender, sealing } = props;
  if (sealing.rehearsedAt)
    return (
      <Section title={t('rehearsal.title')}>
        <Status tone="good">{t('rehearsal.done')}</Status>
        <Text size="sm">{t('rehearsal.doneAt', { at: formatInstant(sealing.rehearsedAt) })}</Text>
        <Holders sealing={sealing} />
        <Button component={Link} to={`/buy/tenders/${tender.id}`} style={{ alignSelf: 'flex-start' }}>
          {t('rehearsal.toPublish')}
        </Button>
      </Section>
    );
  return (
    <SessionPanel {...props} kind="REHEARSAL" title={t('rehearsal.title')}>
      <Rehearse {...props} />
    </SessionPanel>
  );
}

/** Nothing before the deadline; then the shares, and the envelopes lot by lot. */
function AfterPublication(props: OpeningProps) {
  const { t } = useTranslation('sealing');
  const [url, setUrl] = useUrl();
  const { tender, sealing } = props;
  const lot = tender.lots.find(({ position }) => String(position) === (url['lot'] ?? '1')) ?? tender.lots[0]!;
  const collecting = tender.lots.some(({ status }) => status === 'CLOSED');
  const begun = tender.lots.some(({ status }) => status !== 'BIDDING' && status !== 'ANNOUNCED');
  if (!begun)
    return (
      <Section title={t('session.title')}>
        <Text size="sm">{t('session.notYet')}</Text>
        <Holders sealing={sealing} />
      </Section>
    );
  return (
    <>
      {collecting && <SessionPanel {...props} kind="OPENING" title={t('session.title')} />}
      {tender.lots.length > 1 && (
        <Select
          label={t('tendering:bids.lot')}
          allowDeselect={false}
          maw={420}
          data={tender.lots.map(({ position, title, status }) => ({
            value: String(position),
            label: `${position} · ${title} · ${t(`tendering:status.${status}`)}`,
          }))}
          value={String(lot.position)}
          onChange={(next) => setUrl({ lot: next === '1' ? undefined : (next ?? undefined) })}
        />
      )}
      <Envelopes {...props} key={`${lot.id} ${lot.round}`} lot={lot} />
      {lot.status === 'EVALUATION' && (
        <Button component={Link} to={`/buy/tenders/${tender.id}`} style={{ alignSelf: 'flex-start' }}>
          {t('envelopes.toBids')}
        </Button>
      )}
    </>
  );
}
