import { Checkbox, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { OrderUrgentDocument, UrgentOfferDocument, type UrgentOfferQuery } from '../../../graphql/generated/graphql';
import { useIdempotencyKey } from '../../../graphql/idempotency';
import { useSubmit } from '../../../graphql/submit';
import { formatMoney } from '../../../i18n/format';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { errorAt } from '../../../ui/forms/form-errors';
import { Facts } from '../../../ui/shown/facts';
import { Failure, Waiting } from '../../../ui/states';
import type { Urgent } from './urgent-columns';

type Answer = UrgentOfferQuery['availability']['lines'][number]['offers'][number];

/** The order of an urgent request, at the price of now: what it costs, the core that will be owed, and what has to be ticked. */
export function OrderForm({ request, onClose }: { request: Urgent; onClose: () => void }) {
  const { t } = useTranslation('promise');
  const { t: p } = useTranslation('procurement');
  const queries = useQueryClient();
  const submit = useSubmit();
  const key = useIdempotencyKey();
  const [typed, setTyped] = useState({ number: '', costReference: '', ncnr: false, core: false });
  const { offerId, quantity } = request;
  const { data, error, refetch } = useQuery({
    queryKey: ['urgent-offer', offerId, quantity],
    queryFn: ({ signal }) => ask(UrgentOfferDocument, { input: { lines: [{ offerId, quantity }] } }, signal),
  });
  const answer = data?.availability.lines[0]?.offers[0];
  const terms = answer?.offer.exchangeTerms;
  const order = async (): Promise<boolean> => {
    if (!answer?.price) return false;
    const wish = {
      requestId: request.id,
      priceSeen: answer.price,
      number: typed.number.trim() || null,
      costReference: typed.costReference.trim() || null,
      ncnrAccepted: typed.ncnr,
      exchangeSeen: terms
        ? { version: terms.version, coreValue: terms.coreValue, currency: terms.currency, coreDays: terms.coreDays }
        : null,
    };
    const done = await submit.run(
      async () => (await ask(OrderUrgentDocument, { input: { ...wish, idempotencyKey: key.of(wish) } })).orderUrgent,
    );
    if (done) await queries.invalidateQueries({ queryKey: ['urgent-desk'] });
    else await refetch();
    return done !== undefined;
  };
  const text = (name: 'number' | 'costReference', most: number, label: string) => (
    <TextInput
      label={label}
      maxLength={most}
      value={typed[name]}
      onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
      error={errorAt(submit.errors, name)}
    />
  );
  const unticked = (answer?.offer.ncnr === true && !typed.ncnr) || (terms != null && !typed.core);
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={`${t('step.order')} · ${request.number}`}
      action={t('step.order')}
      onSubmit={order}
      {...submit}
      fields={['number', 'costReference']}
      disabled={!answer?.price || unticked}
    >
      {error ? <Failure error={error} retry={() => void refetch()} /> : answer ? <Terms answer={answer} /> : <Waiting />}
      {text('number', 35, p('place.number'))}
      {text('costReference', 100, p('place.costReference'))}
      {answer?.offer.ncnr && (
        <Checkbox
          label={p('basket.ncnrTick')}
          checked={typed.ncnr}
          onChange={(event) => setTyped({ ...typed, ncnr: event.currentTarget.checked })}
        />
      )}
      {terms && (
        <Checkbox
          label={p('basket.coreTick')}
          checked={typed.core}
          onChange={(event) => setTyped({ ...typed, core: event.currentTarget.checked })}
        />
      )}
    </FormDialog>
  );
}

/** What the order costs now, and the core besides. */
function Terms({ answer: { lineAmount, offer } }: { answer: Answer }) {
  const { t } = useTranslation('rotables');
  const { t: p } = useTranslation('procurement');
  const terms = offer.exchangeTerms;
  const money = (amount: string): string => formatMoney({ amount, currency: terms?.currency ?? '' });
  return (
    <Facts
      facts={[
        [terms ? t('terms.fee') : p('basket.amount'), lineAmount ? formatMoney(lineAmount) : p('basket.noPrice')],
        ...(terms
          ? ([
              [t('terms.coreValue'), money(terms.coreValue)],
              [t('terms.deposit'), money(terms.deposit)],
              [t('terms.coreDays'), t(`terms.days.${terms.dayKind}`, { count: terms.coreDays })],
            ] as const)
          : []),
      ]}
    />
  );
}
