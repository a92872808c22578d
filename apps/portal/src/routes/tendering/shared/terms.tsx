import { Alert, List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TenderSharedFragment } from '../../../graphql/generated/graphql';
import { formatDate, formatDecimal, formatInstant } from '../../../i18n/format';
import { Section } from '../../../ui/section';
import { Facts } from '../../../ui/shown/facts';
import { formulaNumbers } from '../draft/typed';

/** Terms, formula, criteria and tie-break, as they were published. */
export function TenderTerms({ tender }: { tender: TenderSharedFragment }) {
  const { t } = useTranslation('tendering');
  const { t: rules } = useTranslation('standstill');
  const { formula } = tender;
  const facts: [string, string][] = [
    [t('terms.procedure'), t(`procedure.${tender.procedure}`)],
    [rules('rules.title'), rules(`rules.${tender.rulePack}`)],
    [t('terms.confidentiality'), t(`confidentiality.${tender.confidentiality}`)],
    [t('basis.currency'), [tender.currency, ...tender.rates.map(({ currency, rate }) => `${currency} (${rate})`)].join(', ')],
    [t('basis.deliveryTerm'), tender.deliveryTerm],
    [t('basis.paymentDays'), String(tender.paymentDays)],
    [t('terms.awardMode'), t(`awardMode.${tender.awardMode}`)],
  ];
  if (tender.awardMode === 'SHARES') facts.push([t('basis.shares'), tender.shares.map((share) => `${share} %`).join(' / ')]);
  if (tender.yearlyRate) facts.push([t('basis.yearlyRate'), tender.yearlyRate]);
  if (tender.bidsMin > 1) facts.push([t('basis.bidsMin'), String(tender.bidsMin)]);
  if (tender.agreementFrom && tender.agreementTo)
    facts.push([
      t('basis.agreement'),
      t('terms.agreement', { from: formatDate(tender.agreementFrom), to: formatDate(tender.agreementTo) }),
    ]);
  if (tender.questionsCloseAt) facts.push([t('when.questions'), formatInstant(tender.questionsCloseAt)]);
  if (tender.lowBid?.belowMean) facts.push([t('basis.belowMean'), tender.lowBid.belowMean]);
  if (tender.qualityMin) facts.push([t('terms.qualityMin'), tender.qualityMin]);
  for (const name of formulaNumbers) if (formula[name]) facts.push([t(`numberOf.${name}`), formula[name]]);
  return (
    <Section title={t('terms.title')}>
      {tender.description && (
        <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
          {tender.description}
        </Text>
      )}
      {tender.isPublic && <Text size="sm">{t('terms.public')}</Text>}
      {tender.singleReason && <Text size="sm">{t('terms.singleReason', { reason: tender.singleReason })}</Text>}
      <Facts facts={facts} />
      <Stack gap={4}>
        <Text size="sm" fw={600}>
          {t(`formula.${formula.kind}`)}
        </Text>
        <Text size="sm">{t(`formulaMeans.${formula.kind}`)}</Text>
        <Text size="sm" className="quiet">
          {t(`formulaExample.${formula.kind}`)}
        </Text>
      </Stack>
      <Flip tender={tender} />
      {tender.criteria.length > 0 && (
        <List size="sm" spacing={2} aria-label={t('terms.criteria')}>
          {tender.criteria.map((criterion) => (
            <List.Item key={criterion.id}>
              {t('terms.criterion', { id: criterion.id, kind: t(`criterionKind.${criterion.kind}`) })}{' '}
              {criterion.weight && t('terms.weight', { weight: formatDecimal(criterion.weight), most: criterion.scoreMax ?? '' })}
              {criterion.worthMax &&
                t('terms.worth', { worth: `${criterion.worthMax} ${tender.currency}`, most: criterion.scoreMax ?? '' })}
              {criterion.options?.map(({ name, value }) => `${name} = ${value}`).join('; ')}
            </List.Item>
          ))}
        </List>
      )}
      <Text size="sm" className="quiet">
        {t('terms.tieBreak', {
          steps: tender.tieBreak.map(({ by, criterionId }) => t(`tieBreak.${by}`, { criterion: criterionId ?? '' })).join(', '),
        })}
      </Text>
    </Section>
  );
}

/** The warning beside a relative formula, with the hub's own example. */
function Flip({ tender }: { tender: TenderSharedFragment }) {
  const { t } = useTranslation('tendering');
  const flip = tender.flipExample;
  if (!flip) return null;
  return (
    <Alert color="orange" icon={<IconAlertTriangle aria-hidden />} title={t('compare.relative')}>
      <Text size="sm">{t('terms.flip', { before: flip.winnerBefore, after: flip.winnerAfter })}</Text>
      <List size="sm">
        {flip.bids.map(({ name, price, quality }) => (
          <List.Item key={name}>
            {t('terms.flipBid', { name, price: formatDecimal(price), quality: formatDecimal(quality) })}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
