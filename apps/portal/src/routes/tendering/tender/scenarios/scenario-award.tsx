import { Alert, Stack, Text, Textarea } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../../graphql/client';
import {
  type AllocationWholeFragment,
  AwardTenderDocument,
  type LotAwardInput,
  type ScenarioWholeFragment,
} from '../../../../graphql/generated/graphql';
import { useIdempotencyKey } from '../../../../graphql/idempotency';
import { useSubmit } from '../../../../graphql/submit';
import { useRights } from '../../../../shell/me';
import { FormDialog } from '../../../../ui/forms/form-dialog';
import { errorAt } from '../../../../ui/forms/form-errors';
import { ProductFields, type TypedProduct } from '../award/product-fields';
import type { RunningProps } from '../bought';
import { AllocationParts } from './allocation-parts';
import type { Bidder } from './scenario-form';

interface Props extends RunningProps {
  scenario: ScenarioWholeFragment;
  best: AllocationWholeFragment;
  bidders: readonly Bidder[];
  onClose: () => void;
}

/** Lots as an allocation hands them out. */
function lotsOf({ parts }: AllocationWholeFragment, reason: string): LotAwardInput[] {
  const lots = [...new Set(parts.map(({ lotId }) => lotId))];
  return lots.map((lotId): LotAwardInput => {
    const own = parts.filter((part) => part.lotId === lotId);
    const [first] = own;
    if (first && first.lineId == null) return { lotId, mode: 'LOT', bidId: first.bidId, reason };
    const lines = own.flatMap(({ lineId, bidId, quantity }) => (lineId == null ? [] : [{ lineId, bidId, quantity }]));
    return { lotId, mode: 'LINES', lines, reason, keepOpen: false };
  });
}

/** Awards the tender as a scenario hands it out: all lots at once, with the reason. */
export function ScenarioAward({ tender, scenario, best, bidders, moved, onClose }: Props) {
  const { t } = useTranslation('scenarios');
  const tenders = useTranslation('tendering').t;
  const rights = useRights();
  const submit = useSubmit();
  const key = useIdempotencyKey();
  const [reason, setReason] = useState(() => t('award.because', { name: scenario.name }));
  const [product, setProduct] = useState<TypedProduct>({
    makes: rights.has('order:place') ? 'ORDERS' : 'NOTHING',
    shipToSiteId: tender.private?.shipToSite ?? null,
    costReference: tender.private?.costReference ?? '',
    ncnrAccepted: false,
    validFrom: tender.agreementFrom ?? '',
    validTo: tender.agreementTo ?? '',
  });
  const { makes } = product;
  const { agreementFrom: from, agreementTo: to } = tender;
  const send = async (): Promise<boolean> => {
    const wish = {
      tenderId: tender.id,
      expectedVersion: tender.edits,
      lots: lotsOf(best, reason.trim()),
      makes,
      shipToSiteId: makes === 'ORDERS' ? product.shipToSiteId : null,
      costReference: makes === 'ORDERS' ? product.costReference.trim() || null : null,
      ncnrAccepted: makes === 'ORDERS' && product.ncnrAccepted,
      agreement: makes === 'AGREEMENTS' ? { validFrom: product.validFrom, validTo: product.validTo } : null,
    };
    const input = { ...wish, idempotencyKey: key.of(wish) };
    const done = await submit.run(async () => (await ask(AwardTenderDocument, { input })).awardTender);
    if (done) await moved();
    return done !== undefined;
  };
  const names = best.suppliers.map(({ supplierId }) => bidders.find(({ id }) => id === supplierId)?.name ?? '');
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('award.title', { name: scenario.name })}
      action={tenders('award.action')}
      onSubmit={send}
      busy={submit.busy}
      failure={submit.failure}
      errors={submit.errors}
      fields={['shipToSiteId', 'agreement']}
      disabled={reason.trim() === '' || (makes === 'ORDERS' && !product.shipToSiteId)}
      size="xl"
    >
      <Stack gap="md">
        <AllocationParts tender={tender} allocation={best} bidders={bidders} />
        <ProductFields
          published={from && to ? { from, to } : undefined}
          product={product}
          onProduct={setProduct}
          errors={submit.errors}
        />
        <Textarea
          label={tenders('reason.label')}
          description={tenders('award.reasonHow')}
          required
          autosize
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={errorAt(submit.errors, 'reason')}
        />
        <Alert color="orange" icon={<IconAlertTriangle aria-hidden />} title={tenders('award.consequence')}>
          <Text size="sm">{tenders(`award.makes.${makes}`, { count: names.length, names: names.join(', ') })}</Text>
          <Text size="sm">{tenders('award.told')}</Text>
        </Alert>
      </Stack>
    </FormDialog>
  );
}
