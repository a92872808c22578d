import { Button, Group, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { type BasketQuery, HoldBasketDocument, ReleaseBasketDocument } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { FormErrors } from '../../../ui/forms/form-errors';
import { TimeLeft } from '../../../ui/shown/time-left';
import { Failure } from '../../../ui/states';

/** Sets the stock of a basket aside while one decides, and says how long it stays so. */
export function Holding({ basket }: { basket: NonNullable<BasketQuery['basket']> }) {
  const { t } = useTranslation('stock');
  const queries = useQueryClient();
  const submit = useSubmit();
  const [givingBack, setGivingBack] = useState(false);
  const { id: basketId, heldUntil } = basket;
  const hold = async (): Promise<void> => {
    // Each press is a wish of its own: it holds anew from now on.
    await submit.run(
      async () => (await ask(HoldBasketDocument, { input: { basketId, idempotencyKey: crypto.randomUUID() } })).holdBasket,
    );
    await queries.invalidateQueries({ queryKey: ['baskets', basketId] });
  };
  const giveBack = async (): Promise<void> => {
    setGivingBack(true);
    await submit.run(async () => {
      await ask(ReleaseBasketDocument, { input: { basketId } });
      return { errors: [] };
    });
    await queries.invalidateQueries({ queryKey: ['baskets', basketId] });
    setGivingBack(false);
  };
  return (
    <>
      {submit.failure !== undefined && <Failure error={submit.failure} />}
      <FormErrors errors={submit.errors} />
      <Group gap="sm" mb="md" role="status">
        {heldUntil && (
          <Text size="sm">
            {t('basket.until')} <TimeLeft until={heldUntil} />
          </Text>
        )}
        <Button
          size="xs"
          variant="default"
          loading={submit.busy && !givingBack}
          onClick={() => void hold()}
          title={t('basket.how')}
        >
          {heldUntil ? t('basket.holdAgain') : t('basket.hold')}
        </Button>
        {heldUntil && (
          <Button size="xs" variant="subtle" loading={givingBack} onClick={() => void giveBack()}>
            {t('basket.giveBack')}
          </Button>
        )}
      </Group>
    </>
  );
}
