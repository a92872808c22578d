import { Checkbox, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../../graphql/client';
import { type BidWholeFragment, OpenRoundDocument } from '../../../../graphql/generated/graphql';
import { useSubmit } from '../../../../graphql/submit';
import { FormDialog } from '../../../../ui/forms/form-dialog';
import { errorAt } from '../../../../ui/forms/form-errors';
import { fromLocalField, ownZone, toLocalField } from '../../shared/dates';
import type { BoughtTender, RunningProps } from '../bought';

const threeDaysMs = 3 * 86_400_000;

interface Props extends RunningProps {
  lot: BoughtTender['lots'][number];
  bids: readonly BidWholeFragment[];
  onClose: () => void;
}

/** Asks some of the bidders again; who does not bid again stands by his last bid. */
export function RoundForm({ tender, lot, bids, moved, onClose }: Props) {
  const { t } = useTranslation('tendering');
  const submit = useSubmit();
  const suppliers = [...new Map(bids.map(({ supplier }) => [supplier.id, supplier])).values()];
  const [admitted, setAdmitted] = useState<string[]>(suppliers.map(({ id }) => id));
  const [kind, setKind] = useState('ROUND');
  const [closesAt, setClosesAt] = useState(toLocalField(new Date(Date.now() + threeDaysMs).toISOString()));
  const send = async (): Promise<boolean> => {
    const closes = fromLocalField(closesAt);
    if (!closes) return false;
    const input = {
      tenderId: tender.id,
      expectedVersion: tender.edits,
      lotId: lot.id,
      final: kind === 'FINAL',
      closesAt: closes,
      supplierIds: admitted,
    };
    const done = await submit.run(async () => (await ask(OpenRoundDocument, { input })).openRound);
    if (done) await moved();
    return done !== undefined;
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('round.title', { round: lot.round + 1 })}
      action={t('round.action')}
      onSubmit={send}
      busy={submit.busy}
      failure={submit.failure}
      errors={submit.errors}
      fields={['closesAt', 'supplierIds']}
      disabled={admitted.length === 0 || !fromLocalField(closesAt)}
    >
      <Text size="sm">{t('round.consequence')}</Text>
      <Radio.Group label={t('round.kind')} value={kind} onChange={setKind}>
        <Stack gap="xs" mt="xs">
          <Radio value="ROUND" label={t('round.further')} />
          <Radio value="FINAL" label={t('round.final')} description={t('round.finalHow')} />
        </Stack>
      </Radio.Group>
      <TextInput
        type="datetime-local"
        label={t('when.closesAt')}
        description={t('when.zone', { zone: ownZone() })}
        required
        value={closesAt}
        onChange={(event) => setClosesAt(event.currentTarget.value)}
        error={errorAt(submit.errors, 'closesAt')}
      />
      <Checkbox.Group
        label={t('round.suppliers')}
        value={admitted}
        onChange={setAdmitted}
        error={errorAt(submit.errors, 'supplierIds')}
      >
        <Stack gap="xs" mt="xs">
          {suppliers.map(({ id, name }) => (
            <Checkbox key={id} value={id} label={name} />
          ))}
        </Stack>
      </Checkbox.Group>
    </FormDialog>
  );
}
