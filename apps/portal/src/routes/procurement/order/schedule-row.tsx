import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { normalise } from '#libs/kernel';
import { formatDate, formatDecimal, formatMoney } from '../../../i18n/format';
import { useCodeNames } from '../../../ui/shown/code-name';
import { useBasisText } from '../../../ui/shown/price';
import { hasEnded, isFinal, ScheduleState } from '../states';
import type { Line, Order, Schedule } from './order';

export interface ScheduleActions {
  /** The buyer's word on a proposal; absent when the reader may not give it. */
  onProposal?: (scheduleId: string, answer: 'ACCEPT' | 'DECLINE' | 'CANCEL') => void;
  /** The supplier's word on a request. */
  onRequest?: (scheduleId: string, grant: boolean) => void;
  busy: boolean;
}

/** One quantity of a line: how much, where it stands, when, and what waits for an answer. */
export function ScheduleRow({ line, schedule, ...actions }: { order: Order; line: Line; schedule: Schedule } & ScheduleActions) {
  const { t } = useTranslation('procurement');
  const names = useCodeNames();
  const unit = names.unit(line.quantity.unit, schedule.quantity);
  const undated = ({ status, proposal }: Schedule): string =>
    isFinal(status) || proposal ? '' : t(status === 'CONFIRMED' ? 'order.confirmedUndated' : 'order.noDates');
  const dates = [
    ...(schedule.shipOn ? [t('order.ships', { date: formatDate(schedule.shipOn) })] : []),
    ...(schedule.deliverOn ? [t('order.delivers', { date: formatDate(schedule.deliverOn) })] : []),
  ];
  return (
    <Stack
      component="li"
      gap={6}
      py="sm"
      style={{ borderTop: '1px solid var(--line-soft)', opacity: hasEnded(schedule.status) ? 0.75 : 1 }}
    >
      <Group gap="md">
        <Text span size="sm" fw={600} className="figures" miw={110}>
          {t('order.quantity', { quantity: formatDecimal(normalise(schedule.quantity)), unit })}
        </Text>
        <ScheduleState status={schedule.status} />
        <Text span size="sm">
          {dates.length > 0 ? dates.join(' · ') : undated(schedule)}
        </Text>
        {schedule.substitute && <SubstituteText substitute={schedule.substitute} />}
        <OtherPrice line={line} schedule={schedule} />
      </Group>
      {schedule.reason && (
        <Text size="sm" className="quiet">
          {t('order.reason', { reason: schedule.reason })}
        </Text>
      )}
      {schedule.proposal && <ProposalBox line={line} schedule={schedule} {...actions} />}
      {schedule.request && <RequestBox line={line} schedule={schedule} {...actions} />}
      {schedule.status === 'CANCEL_REQUESTED' && !schedule.request && <RequestBox line={line} schedule={schedule} {...actions} />}
    </Stack>
  );
}

const samePrice = (a: Schedule['price'], b: Schedule['price']): boolean =>
  normalise(a.amount) === normalise(b.amount) && normalise(a.basis) === normalise(b.basis);

function OtherPrice({ line, schedule }: { line: Line; schedule: Schedule }) {
  const { t } = useTranslation('procurement');
  const basis = useBasisText();
  if (samePrice(line.price, schedule.price)) return null;
  return (
    <Text span size="sm">
      {t('order.agreedPrice', { price: formatMoney(schedule.price), basis: basis(schedule.price.basis, schedule.price.unit) })}
    </Text>
  );
}

function SubstituteText({ substitute }: { substitute: NonNullable<Schedule['substitute']> }) {
  const { t } = useTranslation('procurement');
  const number = substitute.manufacturerPart ?? substitute.supplierPart ?? '';
  return (
    <Text span size="sm">
      {t('order.instead', { number, what: [substitute.manufacturer, substitute.description].filter(Boolean).join(' ') })}
    </Text>
  );
}

const boxStyle = {
  borderInlineStart: '3px solid var(--mantine-color-orange-6)',
  paddingInlineStart: '0.75rem',
} as const;

/** What the supplier proposes beside what stands, and the three answers. */
function ProposalBox({ line, schedule, onProposal, busy }: { line: Line; schedule: Schedule } & ScheduleActions) {
  const { t } = useTranslation('procurement');
  const names = useCodeNames();
  const basis = useBasisText();
  const { quantity, price, shipOn, deliverOn, substitute } = schedule.proposal!;
  const facts = [
    ...(quantity
      ? [
          t('proposal.quantity', {
            before: formatDecimal(normalise(schedule.quantity)),
            after: formatDecimal(normalise(quantity)),
            unit: names.unit(line.quantity.unit, quantity),
          }),
        ]
      : []),
    ...(price
      ? [
          t('proposal.price', {
            before: formatMoney(schedule.price),
            after: formatMoney(price),
            basis: basis(price.basis, price.unit),
          }),
        ]
      : []),
    ...(shipOn ? [t('proposal.shipOn', { date: formatDate(shipOn) })] : []),
    ...(deliverOn ? [t('proposal.deliverOn', { date: formatDate(deliverOn) })] : []),
    ...(substitute ? [t('proposal.substitute', { number: substitute.manufacturerPart ?? substitute.supplierPart ?? '' })] : []),
  ];
  return (
    <Stack gap={6} style={boxStyle}>
      {facts.map((fact) => (
        <Text key={fact} size="sm">
          {fact}
        </Text>
      ))}
      {onProposal ? (
        <Group gap="xs">
          <Button size="compact-sm" disabled={busy} onClick={() => onProposal(schedule.id, 'ACCEPT')}>
            {t('proposal.accept')}
          </Button>
          <Button size="compact-sm" variant="default" disabled={busy} onClick={() => onProposal(schedule.id, 'DECLINE')}>
            {t('proposal.decline')}
          </Button>
          <Button size="compact-sm" variant="default" disabled={busy} onClick={() => onProposal(schedule.id, 'CANCEL')}>
            {t('proposal.cancel')}
          </Button>
        </Group>
      ) : (
        <Text size="xs" className="quiet">
          {t('proposal.waits')}
        </Text>
      )}
    </Stack>
  );
}

/** What the buyer asks of the supplier. */
function RequestBox({ line, schedule, onRequest, busy }: { line: Line; schedule: Schedule } & ScheduleActions) {
  const { t } = useTranslation('procurement');
  const names = useCodeNames();
  const { quantity, deliverOn } = schedule.request ?? {};
  const facts =
    schedule.status === 'CANCEL_REQUESTED'
      ? [t('request.cancel')]
      : [
          ...(quantity
            ? [
                t('request.quantity', {
                  quantity: formatDecimal(normalise(quantity)),
                  unit: names.unit(line.quantity.unit, quantity),
                }),
              ]
            : []),
          ...(deliverOn ? [t('request.deliverOn', { date: formatDate(deliverOn) })] : []),
        ];
  return (
    <Stack gap={6} style={boxStyle}>
      {facts.map((fact) => (
        <Text key={fact} size="sm">
          {fact}
        </Text>
      ))}
      {onRequest ? (
        <Group gap="xs">
          <Button size="compact-sm" disabled={busy} onClick={() => onRequest(schedule.id, true)}>
            {t('request.grant')}
          </Button>
          <Button size="compact-sm" variant="default" disabled={busy} onClick={() => onRequest(schedule.id, false)}>
            {t('request.refuse')}
          </Button>
        </Group>
      ) : (
        <Text size="xs" className="quiet">
          {t('request.waits')}
        </Text>
      )}
    </Stack>
  );
}
