import { Button, List, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../../i18n/format';
import { useRights } from '../../../shell/me';
import { Section } from '../../../ui/section';
import { Facts } from '../../../ui/shown/facts';
import { OrderForm } from './order-form';
import { StepForm, type StepKind } from './step-form';
import type { Urgent } from './urgent-columns';

/** What each side may do in a state; the hub decides in the end. */
function stepsOf(request: Urgent, side: 'buy' | 'sell', rights: ReadonlySet<string>): StepKind[] {
  const open = request.status === 'OPEN';
  const running = open || request.status === 'ACCEPTED';
  const steps: [StepKind, boolean, string][] = [
    ['accept', side === 'sell' && open, 'order:confirm'],
    ['decline', side === 'sell' && open, 'order:confirm'],
    ['ship', side === 'sell' && request.status === 'ACCEPTED', 'order:confirm'],
    ['priority', side === 'buy' && running, 'order:change'],
    ['cancel', side === 'buy' && running, 'order:cancel'],
    ['contact', running || request.status === 'SHIPPED', side === 'buy' ? 'order:change' : 'order:confirm'],
  ];
  return steps.filter(([, may, right]) => may && rights.has(right)).map(([step]) => step);
}

/** One request: the intake, the deadlines, the log, and what the reader may do. */
export function RequestSection({ request, side }: { request: Urgent; side: 'buy' | 'sell' }) {
  const { t } = useTranslation('promise');
  const rights = useRights();
  const [step, setStep] = useState<StepKind | undefined>(undefined);
  const [ordering, setOrdering] = useState(false);
  const mayOrder = side === 'buy' && request.orderId === null && request.status !== 'DECLINED' && request.status !== 'CANCELLED';
  const instant = (iso: string | null | undefined): string => (iso ? formatInstant(iso) : '–');
  return (
    <Section
      title={`${request.number} · ${request.description}`}
      actions={
        <>
          {mayOrder && rights.has('order:place') && (
            <Button size="xs" onClick={() => setOrdering(true)}>
              {t('step.order')}
            </Button>
          )}
          {stepsOf(request, side, rights).map((kind) => (
            <Button
              key={kind}
              variant={kind === 'accept' || kind === 'ship' ? 'filled' : 'default'}
              size="xs"
              onClick={() => setStep(kind)}
            >
              {t(`step.${kind}`)}
            </Button>
          ))}
        </>
      }
    >
      <Facts
        facts={[
          [t('intake.contact'), request.contact],
          [t('intake.needAt'), instant(request.needAt)],
          [t('clock.RESPOND'), instant(request.respondBy)],
          [t('clock.SHIP'), instant(request.shipBy)],
          ...(request.poBy ? [[t('clock.PO'), instant(request.poBy)] as const] : []),
          [t('desk.promisedAt'), instant(request.promisedAt)],
          [
            t('desk.held'),
            request.held === '0' ? '–' : t('desk.heldUntil', { quantity: request.held, until: instant(request.heldUntil) }),
          ],
          [t('desk.waybill'), request.waybill ?? '–'],
        ]}
      />
      <Text fw={600} size="sm" component="h3">
        {t('desk.log')}
      </Text>
      <List size="sm" listStyleType="none">
        {request.events.map((event) => (
          <List.Item key={event.seq}>
            <time dateTime={event.at} className="quiet">
              {formatInstant(event.at)}
            </time>{' '}
            {t(`event.${event.kind}`)} <Detail text={event.detail} />
          </List.Item>
        ))}
      </List>
      {ordering && <OrderForm request={request} onClose={() => setOrdering(false)} />}
      {step && <StepForm kind={step} request={request} onClose={() => setStep(undefined)} />}
    </Section>
  );
}

/** The words of a log line that people wrote, and the clock it is about. */
function Detail({ text }: { text: string }) {
  const { t } = useTranslation('promise');
  const detail = JSON.parse(text) as Record<string, string | number | null>;
  const clock = detail['clock'] ? t(`clock.${detail['clock']}`) : undefined;
  const said = [
    clock,
    detail['from'] && `${detail['from']} → ${detail['to']}`,
    detail['reason'],
    detail['with'],
    detail['note'],
    detail['waybill'],
  ];
  return <span className="quiet">{said.filter(Boolean).join(' · ')}</span>;
}
