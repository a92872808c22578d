import { Anchor, Button, Checkbox, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBasketPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { normalise } from '#libs/kernel';
import { formatDecimal, formatMoney } from '../../../i18n/format';
import { QuantityField } from '../../../ui/forms/quantity-field';
import { useCodeNames } from '../../../ui/shown/code-name';
import type { useBasketChoice } from '../../procurement/basket-choice';
import { useUrl } from '../../url';
import type { OfferRow } from './offers';
import { baseUnitOf, contentOf } from './quantities';
import { wantedOf } from './units/wanted';

interface Props {
  row: OfferRow;
  needBy: string | null;
  baskets: ReturnType<typeof useBasketChoice>;
  onQuantity: (quantity: string) => void;
}

/** The quantity of one offer, what it costs, and the way into the basket. */
export function OrderCell({ row: { answer, quantity }, needBy, baskets, onQuantity }: Props) {
  const { t } = useTranslation('part');
  const names = useCodeNames();
  // What the reader filters units by is what he orders.
  const lots = wantedOf(useUrl()[0]);
  const [accepted, setAccepted] = useState(false);
  const [estimate, setEstimate] = useState(false);
  const [refused, setRefused] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const { offer, obstacles } = answer;
  const figure = normalise(quantity);
  const inside = contentOf(offer, quantity);
  const blocked = obstacles.filter((obstacle) => obstacle !== 'QUANTITY_OFF_PACK' && obstacle !== 'BUDGET_PRICE');
  const needsTick = offer.ncnr && !accepted;
  const budget = obstacles.includes('BUDGET_PRICE');

  const add = async (): Promise<void> => {
    if (needsTick) return setRefused(t('tickFirst'));
    if (budget && !estimate) return setRefused(t('budgetFirst'));
    setBusy(true);
    setRefused(undefined);
    try {
      const { basket, errors } = await baskets.add([
        {
          offerId: offer.id,
          quantity,
          needBy,
          ncnrAccepted: accepted,
          budgetAccepted: estimate,
          ...(lots ? { requires: { lots, certificates: [], dualRelease: false } } : {}),
        },
      ]);
      if (!basket || errors.length > 0) return setRefused(errors.map((error) => error.message).join(' '));
      notifications.show({
        color: 'teal',
        title: t('added', { basket: basket.name }),
        message: (
          <Anchor component={Link} to={`/baskets/${basket.id}`} size="sm">
            {t('openBasket')}
          </Anchor>
        ),
        closeButtonProps: { 'aria-label': t('shell:close') },
      });
    } catch {
      setRefused(t('addFailed'));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Stack gap={4} miw={164}>
      <QuantityField
        size="xs"
        aria-label={t('quantityOf', { supplier: offer.supplier.name })}
        value={quantity}
        unit={offer.orderUnit}
        rule={{ minimum: offer.minimum, multiple: offer.multiple }}
        onCommit={onQuantity}
      />
      {inside !== undefined && inside !== figure && (
        <Text size="xs" className="quiet">
          {t('brings', { quantity: formatDecimal(inside), unit: names.unit(baseUnitOf(offer), inside) })}
        </Text>
      )}
      {answer.lineAmount && (
        <Text size="sm" fw={600} className="figures">
          {formatMoney(answer.lineAmount)}
        </Text>
      )}
      {blocked.map((obstacle) => (
        <Text key={obstacle} size="xs" c="red" maw={220}>
          {t(`obstacle.${obstacle}`, {
            smallest: answer.smallestBreak ? formatDecimal(normalise(answer.smallestBreak)) : '',
            unit: names.unit(offer.orderUnit, answer.smallestBreak ?? '1'),
            free: formatDecimal(normalise(answer.available)),
          })}
        </Text>
      ))}
      {offer.ncnr && baskets.mayBuy && (
        <Checkbox
          size="xs"
          label={t('ncnrTick')}
          checked={accepted}
          onChange={(event) => {
            setAccepted(event.currentTarget.checked);
            setRefused(undefined);
          }}
        />
      )}
      {budget && baskets.mayBuy && (
        <Checkbox
          size="xs"
          label={t('budgetTick')}
          checked={estimate}
          onChange={(event) => {
            setEstimate(event.currentTarget.checked);
            setRefused(undefined);
          }}
        />
      )}
      {refused && (
        <Text size="xs" c="red" role="alert" maw={220}>
          {refused}
        </Text>
      )}
      {baskets.mayBuy && (
        <Button
          size="xs"
          loading={busy}
          disabled={blocked.some((obstacle) => obstacle !== 'OUT_OF_STOCK')}
          leftSection={<IconBasketPlus size={15} aria-hidden />}
          onClick={() => void add()}
        >
          {t('add')}
        </Button>
      )}
    </Stack>
  );
}
