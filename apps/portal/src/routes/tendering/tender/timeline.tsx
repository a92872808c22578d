import { Timeline as Steps, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../../i18n/format';
import { Section } from '../../../ui/section';
import type { BoughtTender } from './bought';

const kinds = [
  'DRAFTED',
  'PUBLISHED',
  'SUPPLIERS_INVITED',
  'DOCUMENT_ADDED',
  'AMENDED',
  'ANSWERED',
  'DEADLINE_PUSHED',
  'RESCHEDULED',
  'CLOSED',
  'ROUND_OPENED',
  'AWARDED',
  'AWARD_CANCELLED',
  'STANDSTILL_OVER',
  'CHALLENGE_UPHELD',
  'CHALLENGE_REJECTED',
  'CANCELLED',
  'SEALING_ARRANGED',
  'SEALING_REHEARSED',
  'SESSION_OPENED',
  'SHARE_HANDED_IN',
  'OPENING_REFUSED',
  'DEADLINE_TAMPERED',
  'HALF_RELEASED',
  'ENVELOPES_OPENED',
  'ENVELOPE_JUDGED',
  'BIDS_OPENED',
] as const;

/** The log of a tender, the newest first. */
export function TenderTimeline({ tender }: { tender: BoughtTender }) {
  const { t } = useTranslation('tendering');
  const lotOf = new Map(tender.lots.map(({ id, title }) => [id, title]));
  return (
    <Section title={t('log.title')}>
      <Steps bulletSize={14} lineWidth={2} active={tender.events.length}>
        {[...tender.events].reverse().map(({ seq, kind, at, detail }) => {
          const { reason, lot } = detailOf(detail);
          const known = kinds.find((one) => one === kind);
          return (
            <Steps.Item key={seq} title={known ? t(`log.${known}`) : kind}>
              {lot && tender.lots.length > 1 && <Text size="sm">{lotOf.get(lot) ?? ''}</Text>}
              {reason && <Text size="sm">{t(`logReason.${reason}`, { defaultValue: reason })}</Text>}
              <Text size="xs" className="quiet">
                <time dateTime={at} title={at}>
                  {formatInstant(at)}
                </time>
              </Text>
            </Steps.Item>
          );
        })}
      </Steps>
    </Section>
  );
}

function detailOf(text: string): { reason?: string; lot?: string } {
  try {
    return JSON.parse(text) as { reason?: string; lot?: string };
  } catch {
    return {};
  }
}
