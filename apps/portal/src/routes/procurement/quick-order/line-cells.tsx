import { Anchor, Checkbox, Select, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { normalise } from '#libs/kernel';
import { formatDecimal } from '../../../i18n/format';
import { QuantityField } from '../../../ui/forms/quantity-field';
import { useCodeNames } from '../../../ui/shown/code-name';
import { Status } from '../../../ui/shown/status';
import { ContentText } from '../content-text';
import { type Decision, type Offer, type QuickLine, quantityOf } from './resolved';

export interface ResolvedActions {
  onDecide: (line: number, patch: Decision) => void;
  onPart: (line: QuickLine, partId: string) => void;
}

interface CellProps {
  line: QuickLine;
  offer: Offer | undefined;
}

/** The pasted number, or the choice of what it means. */
export function NumberCell({
  line,
  offer,
  onPart,
  chosen,
}: CellProps & { onPart: ResolvedActions['onPart']; chosen: string | undefined }) {
  const { t } = useTranslation('procurement');
  if (line.choices.length > 0)
    return (
      <Stack gap={4}>
        <Text span className="part-number">
          {line.number}
        </Text>
        <Select
          size="xs"
          aria-label={t('quick.choosePart', { number: line.number })}
          placeholder={t('quick.choosePlaceholder')}
          value={chosen ?? null}
          onChange={(partId) => partId && onPart(line, partId)}
          data={line.choices.map((choice) => ({
            value: choice.partId,
            label: t('quick.choice', { number: choice.number, manufacturer: choice.manufacturerName, name: choice.name }),
          }))}
          comboboxProps={{ width: 360, position: 'bottom-start' }}
        />
      </Stack>
    );
  return (
    <Stack gap={0}>
      {offer ? (
        <Anchor component={Link} to={`/parts/${offer.partId}`} className="part-number" fw={600}>
          {line.number}
        </Anchor>
      ) : (
        <Text span className="part-number">
          {line.number}
        </Text>
      )}
      {offer && (
        <Text size="xs" className="quiet" maw={240}>
          {offer.name}
        </Text>
      )}
    </Stack>
  );
}

/** How many, on the pack; says when it was not. */
export function QuantityCell({
  line,
  offer,
  decision,
  onDecide,
}: CellProps & { decision: Decision | undefined; onDecide: ResolvedActions['onDecide'] }) {
  const { t } = useTranslation('procurement');
  const names = useCodeNames();
  if (!offer)
    return (
      <Text size="sm" className="figures">
        {formatDecimal(normalise(line.quantity))}
      </Text>
    );
  const snapped = decision?.quantity === undefined && offer.nearestAbove !== null && offer.nearestAbove !== undefined;
  return (
    <Stack gap={2}>
      <QuantityField
        size="xs"
        w={170}
        aria-label={t('basket.quantityOf', { part: line.number })}
        value={quantityOf(line, decision, offer)}
        unit={offer.minimum.unit}
        rule={{ minimum: offer.minimum.value, multiple: offer.multiple.value }}
        onCommit={(quantity) => onDecide(line.line, { quantity })}
      />
      <ContentText offer={offer} quantity={quantityOf(line, decision, offer)} />
      {snapped && (
        <Text size="xs" className="stale">
          {t('quick.snapped', {
            asked: formatDecimal(normalise(line.quantity)),
            now: formatDecimal(normalise(offer.nearestAbove!)),
            unit: names.unit(offer.minimum.unit, offer.nearestAbove!),
          })}
        </Text>
      )}
    </Stack>
  );
}

/** Whether the line can go into the basket, and what is missing. */
export function StateCell({
  line,
  offer,
  decision,
  error,
  onDecide,
}: CellProps & { decision: Decision | undefined; error: string | undefined; onDecide: ResolvedActions['onDecide'] }) {
  const { t } = useTranslation('procurement');
  return (
    <Stack gap={4}>
      {line.problem && <Status tone="attention">{t(`quick.problem.${line.problem}`)}</Status>}
      {!line.problem && offer && !offer.price && <Status tone="attention">{t('quick.noPrice')}</Status>}
      {offer?.ncnr && (
        <Checkbox
          size="xs"
          label={t('basket.ncnrTick')}
          checked={decision?.ncnrAccepted ?? false}
          onChange={(event) => onDecide(line.line, { ncnrAccepted: event.currentTarget.checked })}
        />
      )}
      {error && (
        <Text size="xs" c="red" role="alert">
          {error}
        </Text>
      )}
    </Stack>
  );
}
