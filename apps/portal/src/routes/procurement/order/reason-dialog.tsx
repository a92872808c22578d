import { Checkbox, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Submit } from '../../../graphql/submit';
import { Confirm } from '../../../ui/forms/confirm';
import { errorAt, errorsElsewhere, FormErrors } from '../../../ui/forms/form-errors';
import { Failure } from '../../../ui/states';
import type { Line } from './order';

interface Props {
  kind: 'cancel' | 'closeShort' | 'reject';
  opened: boolean;
  onClose: () => void;
  /** Lines to choose from; none means the whole order. */
  lines: readonly Line[];
  submit: Submit;
  onGo: (wish: { reason: string; lineNumbers: string[] | null }) => Promise<boolean>;
}

/** Ends quantities of an order; says what follows, asks why and for which lines. */
export function ReasonDialog({ kind, opened, onClose, lines, submit, onGo }: Props) {
  const { t } = useTranslation('procurement');
  const [reason, setReason] = useState('');
  const [chosen, setChosen] = useState<readonly string[] | undefined>(undefined);
  const [missing, setMissing] = useState(false);
  const numbers = chosen ?? lines.map((line) => line.number);
  const go = async (): Promise<boolean> => {
    setMissing(reason.trim() === '');
    if (reason.trim() === '') return false;
    return onGo({
      reason: reason.trim(),
      lineNumbers: lines.length === 0 || numbers.length === lines.length ? null : [...numbers],
    });
  };
  return (
    <Confirm
      opened={opened}
      onClose={onClose}
      title={t(`end.${kind}.title`)}
      consequence={t(`end.${kind}.consequence`)}
      action={t(`end.${kind}.action`)}
      onConfirm={go}
      disabled={lines.length > 0 && numbers.length === 0}
      danger
    >
      <Stack gap="md">
        {submit.failure !== undefined && <Failure error={submit.failure} />}
        <FormErrors errors={errorsElsewhere(submit.errors, ['reason'])} />
        {lines.length > 1 && (
          <Checkbox.Group label={t('end.lines')} value={[...numbers]} onChange={setChosen}>
            <Stack gap="xs" mt="xs" mah={220} style={{ overflowY: 'auto' }}>
              {lines.map((line) => (
                <Checkbox
                  key={line.id}
                  value={line.number}
                  label={t('end.line', { line: line.number, part: line.manufacturerPart ?? line.supplierPart })}
                />
              ))}
            </Stack>
          </Checkbox.Group>
        )}
        <Textarea
          label={t('end.reason')}
          description={t('end.reasonHow')}
          required
          data-autofocus
          maxLength={500}
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={missing && reason.trim() === '' ? t('end.reasonMissing') : errorAt(submit.errors, 'reason')}
        />
      </Stack>
    </Confirm>
  );
}
