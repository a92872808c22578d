import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { OpenBidsDocument } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { useRights } from '../../../shell/me';
import { FormErrors } from '../../../ui/forms/form-errors';
import { Failure } from '../../../ui/states';
import type { RunningProps } from './bought';
import { AmendForm } from './steps/amend-form';
import { CancelForm } from './steps/cancel-form';

/** What a buyer may do with the tender as a whole. */
export function TenderActions({ tender, moved }: RunningProps) {
  const { t } = useTranslation('tendering');
  const rights = useRights();
  const submit = useSubmit();
  const [doing, setDoing] = useState<'amend' | 'cancel' | undefined>(undefined);
  if (!rights.has('tender:manage')) return null;
  const open = tender.status === 'BIDDING' || tender.status === 'ANNOUNCED';
  const firstRound = tender.lots.every(({ round }) => round === 1);
  const awarded = tender.awards.some(({ cancelledAt }) => cancelledAt == null);
  const closed = tender.lots.some(({ status }) => status === 'CLOSED');
  const openBids = async (): Promise<void> => {
    const input = { tenderId: tender.id };
    if (await submit.run(async () => (await ask(OpenBidsDocument, { input })).openBids)) await moved();
  };
  return (
    <>
      {submit.failure !== undefined && <Failure error={submit.failure} />}
      <FormErrors errors={submit.errors} />
      {tender.confidentiality === 'SEALED' && rights.has('tender:open') && (
        <Button size="xs" variant={closed ? 'filled' : 'default'} component={Link} to={`/buy/tenders/${tender.id}/opening`}>
          {t('actions.opening')}
        </Button>
      )}
      {closed && tender.confidentiality !== 'SEALED' && (
        <Button size="xs" loading={submit.busy} onClick={() => void openBids()}>
          {t('actions.open')}
        </Button>
      )}
      {open && firstRound && (
        <Button size="xs" variant="default" onClick={() => setDoing('amend')}>
          {t('actions.amend')}
        </Button>
      )}
      <Button size="xs" variant="default" component={Link} to="/buy/tenders/new" search={{ tender: tender.id } as never}>
        {t('actions.copy')}
      </Button>
      {tender.status !== 'CANCELLED' && !awarded && (
        <Button size="xs" variant="default" onClick={() => setDoing('cancel')}>
          {t('actions.cancel')}
        </Button>
      )}
      {doing === 'amend' && <AmendForm tender={tender} moved={moved} onClose={() => setDoing(undefined)} />}
      {doing === 'cancel' && <CancelForm tender={tender} moved={moved} onClose={() => setDoing(undefined)} />}
    </>
  );
}
