import { Anchor, Button, List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { PublicTenderDocument, type PublicTenderWholeFragment } from '../../../graphql/generated/graphql';
import { formatInstant, formatMoney } from '../../../i18n/format';
import { Page } from '../../../ui/page';
import { Section } from '../../../ui/section';
import { useCodeNames } from '../../../ui/shown/code-name';
import { Facts } from '../../../ui/shown/facts';
import { useMinute } from '../../../ui/shown/stock';
import { Failure, Waiting } from '../../../ui/states';
import { Deadline } from '../shared/deadline';
import { PublicFrame } from './frame';
import { PublicLines } from './lines';
import { PublicState, takesBids } from './state';

/** One public tender: what is asked for, until when, how to take part, and what came of it. */
export default function PublicTenderPage() {
  const { t } = useTranslation('notices');
  const { ocid } = useParams({ from: '/tenders/public/$ocid' });
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['public-tender', ocid],
    queryFn: ({ signal }) => ask(PublicTenderDocument, { ocid }, signal),
  });
  const tender = data?.publicTender;
  return (
    <PublicFrame>
      {error && <Failure error={error} retry={() => void refetch()} />}
      {isPending && <Waiting />}
      {data && !tender && (
        <Page title={t('tender.none')} below={t('tender.noneText')}>
          <BackLink />
        </Page>
      )}
      {tender && <Tender tender={tender} />}
    </PublicFrame>
  );
}

function BackLink() {
  const { t } = useTranslation('notices');
  return (
    <Anchor component={Link} to="/tenders/public" size="sm">
      {t('tender.back')}
    </Anchor>
  );
}

interface Props {
  tender: PublicTenderWholeFragment;
}

function Tender({ tender }: Props) {
  const { t } = useTranslation('notices');
  return (
    <Page title={tender.title} below={`${tender.number} · ${tender.buyer.name}`} actions={<PublicState of={tender} />}>
      <BackLink />
      <Section title={t('tender.asked')}>
        {tender.description && (
          <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
            {tender.description}
          </Text>
        )}
        <Terms tender={tender} />
        {tender.lots.length > 1 && <Lots tender={tender} />}
        <PublicLines tender={tender} />
      </Section>
      <TakePart tender={tender} />
      <Section title={t('tender.documents')}>
        {tender.documents.length === 0 ? (
          <Text size="sm">{t('tender.noDocuments')}</Text>
        ) : (
          <>
            <Text size="sm" className="quiet">
              {t('tender.documentsHow')}
            </Text>
            <List size="sm" aria-label={t('tender.documents')}>
              {tender.documents.map(({ id, title, name, addedAt }) => (
                <List.Item key={id}>
                  {title} ({name}), {formatInstant(addedAt)}
                </List.Item>
              ))}
            </List>
          </>
        )}
      </Section>
      {tender.amendments.length > 0 && (
        <Section title={t('tender.changes')}>
          <List size="sm" aria-label={t('tender.changes')}>
            {tender.amendments.map(({ version, reason, madeAt }) => (
              <List.Item key={version}>
                {formatInstant(madeAt)}: {reason}
              </List.Item>
            ))}
          </List>
        </Section>
      )}
      <Result tender={tender} />
    </Page>
  );
}

function Terms({ tender }: Props) {
  const { t } = useTranslation('notices');
  const names = useCodeNames();
  const facts: [string, React.ReactNode][] = [
    [t('tender.buyer'), tender.buyer.name],
    [t('tender.country'), names.country(tender.buyer.country)],
    [t('tender.published'), formatInstant(tender.publishedAt)],
    [t('tender.closes'), <Deadline key="closes" at={tender.closesAt} over={tender.status !== 'ACTIVE'} />],
    ...(tender.questionsCloseAt ? [[t('tender.questions'), formatInstant(tender.questionsCloseAt)] as [string, string]] : []),
    [t('tender.currency'), tender.currency],
    [t('tender.delivery'), tender.deliveryTerm],
    [t('tender.payment'), t('tender.paymentDays', { count: tender.paymentDays })],
    [t('tender.decided'), t(tender.rated ? 'tender.rated' : 'tender.priceOnly')],
  ];
  return <Facts facts={facts} />;
}

function Lots({ tender }: Props) {
  const { t } = useTranslation('notices');
  return (
    <List size="sm" spacing={4} aria-label={t('tender.lots')}>
      {tender.lots.map((lot) => (
        <List.Item key={lot.id}>
          {lot.title}, {t('tender.closes')} {formatInstant(lot.closesAt)} <PublicState of={lot} />
        </List.Item>
      ))}
    </List>
  );
}

/** The way to a bid leads through the sign-in to the tender itself. */
function TakePart({ tender }: Props) {
  const { t } = useTranslation('notices');
  const now = useMinute();
  return (
    <Section title={t('take.title')}>
      {takesBids(tender, now) ? (
        <Stack gap="sm" align="flex-start">
          <List type="ordered" size="sm" spacing={4}>
            {(['take.step1', 'take.step2', 'take.step3'] as const).map((step) => (
              <List.Item key={step}>{t(step)}</List.Item>
            ))}
          </List>
          <Button component={Link} to={`/tenders/${tender.id}`}>
            {t('take.open')}
          </Button>
          <Text size="sm" className="quiet">
            {t('take.noAccount')}
          </Text>
        </Stack>
      ) : (
        <Text size="sm">{t('take.over')}</Text>
      )}
    </Section>
  );
}

function Result({ tender }: Props) {
  const { t } = useTranslation('notices');
  const { bids, awards, lots } = tender;
  const titleOf = new Map(lots.map(({ id, title }) => [id, title]));
  return (
    <Section title={t('tender.result')}>
      <Text size="sm">
        {bids ? (bids.bidders === 0 ? t('tender.noBids') : t('tender.bids', { count: bids.bidders })) : t('tender.notYet')}
      </Text>
      {awards.length > 0 && (
        <>
          <List size="sm" spacing={4} aria-label={t('tender.result')}>
            {awards.map(({ id, lotId, supplier, value, awardedAt, cancelled, pending }) => (
              <List.Item key={id} td={cancelled ? 'line-through' : undefined}>
                {t(pending ? 'tender.pending' : 'tender.awarded', {
                  lot: titleOf.get(lotId),
                  supplier: supplier.name,
                  value: formatMoney(value),
                  date: formatInstant(awardedAt),
                })}
                {cancelled && ` (${t('tender.takenBack')})`}
              </List.Item>
            ))}
          </List>
          <Text size="sm" className="quiet">
            {t('tender.valueHow')}
          </Text>
        </>
      )}
      <Anchor href={`/api/v1/ocds/records/${encodeURIComponent(tender.ocid)}`} size="sm">
        {t('tender.data')}
      </Anchor>
    </Section>
  );
}
