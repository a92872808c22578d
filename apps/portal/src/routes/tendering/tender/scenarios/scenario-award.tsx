import { Alert, Stack, Text, Textarea } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type AllocationWholeFragment,
  type LotAwardInput,
  type ScenarioWholeFragment,
} from '../../../../graphql/generated/graphql';
import { FormDialog } from '../../../../ui/forms/form-dialog';
import { errorAt } from '../../../../ui/forms/form-errors';
import { ProductFields } from '../award/product-fields';
import { useAward } from '../award/use-award';
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
  const { submit, product, setProduct, published, give } = useAward({ tender, moved });
  const [reason, setReason] = useState(() => t('award.because', { name: scenario.name }));
  const { makes } = product;
  const send = async (): Promise<boolean> => {
    return give(lotsOf(best, reason.trim()), makes);
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
        <ProductFields published={published} product={product} onProduct={setProduct} errors={submit.errors} />
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
