import { Anchor, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { normalise } from '#libs/kernel';
import { ask } from '../../../../graphql/client';
import { type AwardWholeFragment, CancelAwardDocument, type TenderSharedFragment } from '../../../../graphql/generated/graphql';
import { useSubmit } from '../../../../graphql/submit';
import { formatDecimal, formatInstant, formatMoney } from '../../../../i18n/format';
import { useRights } from '../../../../shell/me';
import { Confirm } from '../../../../ui/forms/confirm';
import { errorAt, errorsElsewhere, FormErrors } from '../../../../ui/forms/form-errors';
import { Section } from '../../../../ui/section';
import { useCodeNames } from '../../../../ui/shown/code-name';
import { useBasisText } from '../../../../ui/shown/price';
import { Status } from '../../../../ui/shown/status';
import { Failure } from '../../../../ui/states';
import type { RunningProps } from '../bought';

/** What was awarded to whom and what came of it; those taken back stay readable. */
export function Awards({ tender, moved }: RunningProps) {
  const { t } = useTranslation('tendering');
  const mayCancel = useRights().has('tender:award');
  const [cancelling, setCancelling] = useState<AwardWholeFragment | undefined>(undefined);
  if (tender.awards.length === 0) return null;
  return (
    <Section title={t('awards.title', { count: tender.awards.filter(({ cancelledAt }) => cancelledAt == null).length })}>
      <Stack gap="md" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {tender.awards.map((award) => (
          <Group key={award.id} component="li" justify="space-between" align="flex-start" gap="sm">
            <AwardFacts
              award={award}
              heading={award.supplier.name}
              lot={tender.lots.length > 1 ? tender.lots.find(({ id }) => id === award.lotId)?.title : undefined}
              waiting={isWaiting(tender, award)}
              lines={tender.lines}
            />
            {mayCancel && award.cancelledAt == null && award.agreementId == null && (
              <Button size="xs" variant="default" onClick={() => setCancelling(award)}>
                {t('awards.cancel')}
              </Button>
            )}
          </Group>
        ))}
      </Stack>
      {cancelling && (
        <CancelAwardForm award={cancelling} tender={tender} moved={moved} onClose={() => setCancelling(undefined)} />
      )}
    </Section>
  );
}

/** Whether an award waits for the end of a standstill. */
export const isWaiting = (
  { standstills }: Pick<TenderSharedFragment, 'standstills'>,
  { standstillId }: Pick<AwardWholeFragment, 'standstillId'>,
): boolean => standstills.some(({ id, concludedAt, takenBackAt }) => id === standstillId && !concludedAt && !takenBackAt);

interface FactsProps {
  award: AwardWholeFragment;
  heading: string;
  lot: string | undefined;
  /** Whether its standstill is not over. */
  waiting?: boolean;
  lines: readonly { id: string; number: string; partNumber?: string | null; description: string }[];
}

/** One award with its lines, its order or agreement, and its reason. */
export function AwardFacts({ award, heading, lot, lines, waiting = false }: FactsProps) {
  const { t } = useTranslation('tendering');
  const names = useCodeNames();
  const basis = useBasisText();
  return (
    <Stack gap={4}>
      <Group gap="sm">
        <Text size="sm" fw={600}>
          {heading}
        </Text>
        {lot && <Text size="sm">{lot}</Text>}
        {award.cancelledAt ? (
          <Status tone="quiet">{t('awards.cancelled')}</Status>
        ) : (
          <Status tone={waiting ? 'waiting' : 'good'}>{t(waiting ? 'awards.decided' : 'awards.awarded')}</Status>
        )}
        {award.orderId && (
          <Anchor component={Link} to={`/orders/${award.orderId}`} size="sm">
            {t('awards.order')}
          </Anchor>
        )}
        {award.agreementId && (
          <Anchor component={Link} to="/agreements" size="sm">
            {t('awards.agreement')}
          </Anchor>
        )}
      </Group>
      <ul style={{ margin: 0, paddingInlineStart: '1.25rem' }}>
        {award.lines.map(({ lineId, quantity, price, leadDays }) => {
          const line = lines.find(({ id }) => id === lineId);
          return (
            <Text key={lineId} component="li" size="sm">
              {t('awards.line', {
                line: line?.number ?? '',
                part: line?.partNumber ?? line?.description ?? '',
                quantity: `${formatDecimal(normalise(quantity.value))} ${names.unit(quantity.unit, quantity.value)}`,
                price: `${formatMoney(price)} ${basis(price.basis, price.unit)}`,
              })}
              {leadDays != null && ` · ${t('matrix.lead', { count: leadDays })}`}
            </Text>
          );
        })}
      </ul>
      {award.reason && <Text size="sm">{t('awards.reason', { reason: award.reason })}</Text>}
      {award.cancelReason && <Text size="sm">{t('awards.cancelReason', { reason: award.cancelReason })}</Text>}
      <Text size="xs" className="quiet">
        {formatInstant(award.awardedAt)}
      </Text>
    </Stack>
  );
}

function CancelAwardForm({ award, moved, onClose }: RunningProps & { award: AwardWholeFragment; onClose: () => void }) {
  const { t } = useTranslation('tendering');
  const submit = useSubmit();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const go = async (): Promise<boolean> => {
    setMissing(reason.trim() === '');
    if (reason.trim() === '') return false;
    const input = { awardId: award.id, reason: reason.trim() };
    const done = await submit.run(async () => (await ask(CancelAwardDocument, { input })).cancelAward);
    if (done) await moved();
    return done !== undefined;
  };
  return (
    <Confirm
      opened
      onClose={onClose}
      title={t('awards.cancelTitle', { supplier: award.supplier.name })}
      consequence={t(award.orderId ? 'awards.cancelOrder' : 'awards.cancelPlain')}
      action={t('awards.cancel')}
      onConfirm={go}
      danger
    >
      {submit.failure !== undefined && <Failure error={submit.failure} />}
      <FormErrors errors={errorsElsewhere(submit.errors, ['reason'])} />
      <Textarea
        label={t('reason.label')}
        required
        data-autofocus
        autosize
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={missing ? t('reason.missing') : errorAt(submit.errors, 'reason')}
      />
    </Confirm>
  );
}
