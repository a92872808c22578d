import { Alert, Stack, Text, Textarea } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../../graphql/client';
import { type AwardProduct, AwardTenderDocument } from '../../../../graphql/generated/graphql';
import { useIdempotencyKey } from '../../../../graphql/idempotency';
import { useSubmit } from '../../../../graphql/submit';
import { useRights } from '../../../../shell/me';
import { FormDialog } from '../../../../ui/forms/form-dialog';
import { errorAt } from '../../../../ui/forms/form-errors';
import type { RunningProps } from '../bought';
import type { Compared } from '../compare/ranking';
import { bestChoice, type Choice, type Lot, lotAwardOf, needsReason, winnersOf } from './award-choice';
import { ChoiceFields } from './choice-fields';
import { ProductFields, type TypedProduct } from './product-fields';

interface Props extends RunningProps {
  lot: Lot;
  compared: readonly Compared[];
  onClose: () => void;
}

/** Awards a lot: to whom, what comes of it at once, why where that needs a reason, and the consequence written out. */
export function AwardForm({ tender, lot, compared, moved, onClose }: Props) {
  const { t } = useTranslation('tendering');
  const rights = useRights();
  const submit = useSubmit();
  const key = useIdempotencyKey();
  const best = bestChoice(tender, lot, compared);
  const [choice, setChoice] = useState<Choice>(best);
  const [product, setProduct] = useState<TypedProduct>({
    makes: rights.has('order:place') ? 'ORDERS' : 'NOTHING',
    shipToSiteId: tender.private?.shipToSite ?? null,
    costReference: tender.private?.costReference ?? '',
    ncnrAccepted: false,
    validFrom: tender.agreementFrom ?? '',
    validTo: tender.agreementTo ?? '',
  });
  const [missing, setMissing] = useState(false);
  const reasoned = needsReason(choice, compared, best);
  const winners = winnersOf(choice, compared, tender.shares.length);
  const makes: AwardProduct = winners.length === 0 ? 'NOTHING' : product.makes;
  const { agreementFrom: from, agreementTo: to } = tender;
  const published = from && to ? { from, to } : undefined;
  const unready =
    (choice.mode !== 'NONE' && winners.length === 0) ||
    (makes === 'ORDERS' && !product.shipToSiteId) ||
    (makes === 'AGREEMENTS' && (!product.validFrom || !product.validTo));
  const send = async (): Promise<boolean> => {
    setMissing(reasoned && choice.reason.trim() === '');
    if (reasoned && choice.reason.trim() === '') return false;
    const wish = {
      tenderId: tender.id,
      expectedVersion: tender.edits,
      lots: [lotAwardOf(choice, lot)],
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
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('award.title', { lot: lot.title })}
      action={t(choice.mode === 'NONE' ? 'award.actionNone' : 'award.action')}
      onSubmit={send}
      busy={submit.busy}
      failure={submit.failure}
      errors={submit.errors}
      fields={['shipToSiteId', 'agreement']}
      disabled={unready}
      size="xl"
    >
      <Stack gap="md">
        <ChoiceFields tender={tender} lot={lot} compared={compared} choice={choice} onChoice={setChoice} />
        {choice.mode !== 'NONE' && (
          <ProductFields published={published} product={product} onProduct={setProduct} errors={submit.errors} />
        )}
        {(reasoned || choice.reason !== '') && (
          <Textarea
            label={t('reason.label')}
            description={t(choice.mode === 'NONE' ? 'award.reasonNone' : 'award.reasonHow')}
            required={reasoned}
            autosize
            maxLength={2000}
            value={choice.reason}
            onChange={(event) => setChoice({ ...choice, reason: event.currentTarget.value })}
            error={missing ? t('reason.missing') : errorAt(submit.errors, 'reason')}
          />
        )}
        <Alert color="orange" icon={<IconAlertTriangle aria-hidden />} title={t('award.consequence')}>
          <Text size="sm">
            {choice.mode === 'NONE'
              ? t('award.none')
              : t(`award.makes.${makes}`, { count: winners.length, names: winners.join(', ') })}
          </Text>
          <Text size="sm">{t('award.told')}</Text>
        </Alert>
      </Stack>
    </FormDialog>
  );
}
