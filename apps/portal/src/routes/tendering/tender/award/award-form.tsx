import { Alert, Stack, Text, Textarea } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AwardProduct } from '../../../../graphql/generated/graphql';
import { FormDialog } from '../../../../ui/forms/form-dialog';
import { errorAt } from '../../../../ui/forms/form-errors';
import type { RunningProps } from '../bought';
import type { Compared } from '../compare/ranking';
import { bestChoice, type Choice, type Lot, lotAwardOf, needsReason, winnersOf } from './award-choice';
import { ChoiceFields } from './choice-fields';
import { ProductFields } from './product-fields';
import { useAward } from './use-award';

interface Props extends RunningProps {
  lot: Lot;
  compared: readonly Compared[];
  onClose: () => void;
}

/** Awards a lot: to whom, what comes of it at once, why where that needs a reason, and the consequence written out. */
export function AwardForm({ tender, lot, compared, moved, onClose }: Props) {
  const { t } = useTranslation('tendering');
  const { submit, product, setProduct, published, give } = useAward({ tender, moved });
  const best = bestChoice(tender, lot, compared);
  const [choice, setChoice] = useState<Choice>(best);
  const [missing, setMissing] = useState(false);
  const [unsaid, setUnsaid] = useState(false);
  const reasoned = needsReason(choice, compared, best);
  const winners = winnersOf(choice, compared, tender.shares.length);
  const makes: AwardProduct = winners.length === 0 ? 'NOTHING' : product.makes;
  const unready =
    (choice.mode !== 'NONE' && winners.length === 0) ||
    (makes === 'ORDERS' && !product.shipToSiteId) ||
    (makes === 'AGREEMENTS' && (!product.validFrom || !product.validTo));
  // A private tender binds at once; whether another's decision waits here the hub knows.
  const waits = tender.rulePack !== 'PRIVATE' && choice.mode !== 'NONE';
  const send = async (): Promise<boolean> => {
    const silent = reasoned && choice.reason.trim() === '';
    const untold = waits && choice.statement.trim() === '';
    setMissing(silent);
    setUnsaid(untold);
    if (silent || untold) return false;
    return give([lotAwardOf(choice, lot)], makes);
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
      fields={['shipToSiteId', 'agreement', ...(waits ? ['lots.0.statement'] : [])]}
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
        {waits && (
          <Textarea
            label={t('award.statement')}
            description={t('award.statementHow')}
            required
            autosize
            minRows={2}
            maxLength={4000}
            value={choice.statement}
            onChange={(event) => setChoice({ ...choice, statement: event.currentTarget.value })}
            error={unsaid ? t('reason.missing') : errorAt(submit.errors, 'lots', '0', 'statement')}
          />
        )}
        <Alert color="orange" icon={<IconAlertTriangle aria-hidden />} title={t('award.consequence')}>
          <Text size="sm">
            {choice.mode === 'NONE'
              ? t('award.none')
              : t(`award.makes.${makes}`, { count: winners.length, names: winners.join(', ') })}
          </Text>
          <Text size="sm">{t(waits ? 'award.waits' : 'award.told')}</Text>
        </Alert>
      </Stack>
    </FormDialog>
  );
}
