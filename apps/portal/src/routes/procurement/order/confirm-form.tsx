import { Button, Drawer, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIdempotencyKey } from '../../../graphql/idempotency';
import { errorAt, errorsElsewhere, FormErrors } from '../../../ui/forms/form-errors';
import { Failure } from '../../../ui/states';
import { answerOf, type Draft, draftsOf, liveSchedules } from './confirm-draft';
import { ConfirmLine } from './confirm-line';
import type { Order } from './order';
import type { OrderActions } from './order-actions';

/** The supplier's answer, quantity by quantity; a line may be split into several with dates of their own. */
export function ConfirmForm({ order, actions, onClose }: { order: Order; actions: OrderActions; onClose: () => void }) {
  const { t } = useTranslation('procurement');
  const [drafts, setDrafts] = useState(() => draftsOf(order));
  const [supplierNumber, setSupplierNumber] = useState(order.supplierNumber ?? '');
  const key = useIdempotencyKey();
  const { errors, failure, busy } = actions.confirming;
  const lines = order.lines.filter((line) => liveSchedules(line).length > 0);
  const change = (number: string, next: readonly Draft[]): void => {
    if (errors.length > 0) actions.confirming.clear();
    setDrafts((before) => ({ ...before, [number]: next }));
  };
  const send = async (): Promise<void> => {
    const answer = { lines: answerOf(order, drafts), supplierNumber: supplierNumber.trim() || null };
    if (await actions.confirm({ ...answer, idempotencyKey: key.of(answer) })) onClose();
  };
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="xl"
      title={t('confirm.title', { number: order.number })}
      closeButtonProps={{ 'aria-label': t('shell:close') }}
    >
      <Stack gap="lg">
        <Text size="sm" className="quiet">
          {t('confirm.how')}
        </Text>
        <TextInput
          label={t('confirm.supplierNumber')}
          value={supplierNumber}
          maxLength={35}
          onChange={(event) => setSupplierNumber(event.currentTarget.value)}
          error={errorAt(errors, 'supplierNumber')}
          maw={280}
        />
        {lines.map((line, index) => (
          <ConfirmLine
            key={line.id}
            line={line}
            drafts={drafts[line.number] ?? []}
            errors={errors}
            index={index}
            onChange={(next) => change(line.number, next)}
          />
        ))}
        {failure !== undefined && <Failure error={failure} />}
        <FormErrors errors={errorsElsewhere(errors, ['lines', 'supplierNumber'])} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('shell:cancel')}
          </Button>
          <Button loading={busy} onClick={() => void send()}>
            {t('confirm.send')}
          </Button>
        </Group>
      </Stack>
    </Drawer>
  );
}
