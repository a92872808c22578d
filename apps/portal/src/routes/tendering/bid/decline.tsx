import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { DeclineTenderDocument, type TenderOfBidderFragment } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { Confirm } from '../../../ui/forms/confirm';
import { FormErrors } from '../../../ui/forms/form-errors';
import { Failure } from '../../../ui/states';

/** Tells the buyer that one does not bid; for invited suppliers who have no bid standing. */
export function DeclineButton({ tender, moved }: { tender: TenderOfBidderFragment; moved: () => Promise<void> }) {
  const { t } = useTranslation('tendering');
  const submit = useSubmit();
  const [opened, setOpened] = useState(false);
  const [reason, setReason] = useState('');
  const invited = tender.invitations.some(({ declinedAt }) => declinedAt == null);
  if (!invited || tender.bids.some(({ withdrawnAt }) => withdrawnAt == null)) return null;
  const go = async (): Promise<boolean> => {
    const input = { tenderId: tender.id, reason: reason.trim() || null };
    const done = await submit.run(async () => (await ask(DeclineTenderDocument, { input })).declineTender);
    if (done) await moved();
    return done !== undefined;
  };
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setOpened(true)}>
        {t('decline.open')}
      </Button>
      <Confirm
        opened={opened}
        onClose={() => setOpened(false)}
        title={t('decline.title', { number: tender.number })}
        consequence={t('decline.consequence', { buyer: tender.buyer.name })}
        action={t('decline.action')}
        onConfirm={go}
      >
        {submit.failure !== undefined && <Failure error={submit.failure} />}
        <FormErrors errors={submit.errors} />
        <Textarea
          label={t('decline.reason')}
          autosize
          maxLength={500}
          data-autofocus
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Confirm>
    </>
  );
}
