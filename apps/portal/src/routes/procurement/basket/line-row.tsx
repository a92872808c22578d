import { ActionIcon, Anchor, Group, List, Stack, Table, Text, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { normalise } from '#libs/kernel';
import { formatDate, formatDecimal, formatMoney } from '../../../i18n/format';
import { QuantityField } from '../../../ui/forms/quantity-field';
import { useCodeNames } from '../../../ui/shown/code-name';
import { CodeText } from '../../../ui/shown/code-text';
import { PriceText, useBasisText } from '../../../ui/shown/price';
import { ContentText } from '../content-text';
import type { Line } from './basket';
import type { LineActions } from './line-actions';
import { LineNotices } from './line-notices';

/** One line of a basket as a row. */
export function LineRow({ line, ...actions }: { line: Line } & LineActions) {
  return (
    <Table.Tr style={{ opacity: actions.busy ? 0.6 : 1 }} aria-busy={actions.busy}>
      <Table.Td>
        <LinePart line={line} {...actions} />
      </Table.Td>
      <Table.Td className="figures">
        <LinePrice line={line} />
      </Table.Td>
      <Table.Td>
        <LineQuantity line={line} {...actions} />
      </Table.Td>
      <Table.Td>
        <LineDates line={line} {...actions} />
      </Table.Td>
      <Table.Td className="figures">
        <LineAmount line={line} />
      </Table.Td>
      <Table.Td>
        <RemoveLine line={line} {...actions} />
      </Table.Td>
    </Table.Tr>
  );
}

export function LinePart({ line, errors, onChange, onRemove, busy }: { line: Line } & LineActions) {
  const { now } = line;
  return (
    <Stack gap={4} maw={420}>
      {now ? (
        <>
          <Group gap={4} wrap="nowrap">
            <Anchor component={Link} to={`/parts/${now.partId}`} className="part-number" fw={600}>
              {now.manufacturerPart ?? now.supplierPart}
            </Anchor>
            <CodeText value={now.manufacturerPart ?? now.supplierPart} onlyCopy />
          </Group>
          <Text size="sm">{now.name}</Text>
          <Text size="xs" className="quiet">
            {[now.manufacturer, now.supplierPart].filter(Boolean).join(' · ')}
          </Text>
        </>
      ) : null}
      <LineNotices line={line} errors={errors} onChange={onChange} onRemove={onRemove} busy={busy} />
    </Stack>
  );
}

export function LinePrice({ line }: { line: Line }) {
  const { t } = useTranslation('procurement');
  const price = line.now?.price;
  if (!price)
    return (
      <Text size="sm" className="quiet">
        {t('basket.noPrice')}
      </Text>
    );
  return (
    <PriceText
      price={price}
      source={line.now?.priceSource}
      explanation={
        <List type="ordered" size="sm">
          {line.now?.explanation.map(({ rule, text }) => (
            <List.Item key={rule}>{text}</List.Item>
          ))}
        </List>
      }
    />
  );
}

export function LineQuantity({ line, onChange }: { line: Line } & LineActions) {
  const { t } = useTranslation('procurement');
  const { now } = line;
  return (
    <Stack gap={2}>
      <QuantityField
        size="xs"
        w={170}
        aria-label={t('basket.quantityOf', { part: now?.supplierPart ?? '' })}
        value={line.quantity}
        unit={now?.minimum.unit}
        rule={now ? { minimum: now.minimum.value, multiple: now.multiple.value } : undefined}
        disabled={!now}
        onCommit={(quantity) => onChange({ quantity })}
      />
      {now && <ContentText offer={now} quantity={line.quantity} />}
    </Stack>
  );
}

/** The wanted day beside what can be kept. */
export function LineDates({ line, onChange }: { line: Line } & LineActions) {
  const { t } = useTranslation('procurement');
  const names = useCodeNames();
  const { now, needBy } = line;
  const late = Boolean(needBy && now && (!now.earliest || now.earliest > needBy));
  return (
    <Stack gap={4}>
      <TextInput
        type="date"
        size="xs"
        w={150}
        aria-label={t('basket.needByOf', { part: now?.supplierPart ?? '' })}
        defaultValue={needBy ?? ''}
        onBlur={(event) => {
          const day = event.currentTarget.value || null;
          if (day !== (needBy ?? null)) onChange({ needBy: day });
        }}
      />
      {now && (
        <Text size="xs" className={late ? 'stale' : 'quiet'} style={{ whiteSpace: 'nowrap' }}>
          {now.earliest ? t(late ? 'basket.late' : 'basket.earliest', { date: formatDate(now.earliest) }) : t('basket.noDate')}
        </Text>
      )}
      {now?.free !== null && now?.free !== undefined && (
        <Text size="xs" className="quiet">
          {t('basket.free', { quantity: formatDecimal(normalise(now.free)), unit: names.unit(now.minimum.unit, now.free) })}
        </Text>
      )}
    </Stack>
  );
}

export function LineAmount({ line }: { line: Line }) {
  const basis = useBasisText();
  const { now } = line;
  if (!now?.amount) return <span className="quiet">–</span>;
  return (
    <Text span fw={600} style={{ whiteSpace: 'nowrap' }} title={now.price ? basis(now.price.basis, now.price.unit) : undefined}>
      {formatMoney(now.amount)}
    </Text>
  );
}

export function RemoveLine({ line, onRemove, busy }: { line: Line } & LineActions) {
  const { t } = useTranslation('procurement');
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      loading={busy}
      aria-label={t('basket.remove', { part: line.now?.supplierPart ?? '' })}
      onClick={onRemove}
    >
      <IconTrash size={16} aria-hidden />
    </ActionIcon>
  );
}
