import { Badge, Group, Popover, Stack, Table, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { normalise } from '#libs/kernel';
import { formatDate, formatDecimal, formatMoney } from '../../../i18n/format';
import { useCodeNames } from '../../../ui/shown/code-name';
import { CodeText } from '../../../ui/shown/code-text';
import { PriceText, useBasisText } from '../../../ui/shown/price';
import { Status } from '../../../ui/shown/status';
import { StockFigure } from '../../../ui/shown/stock';
import type { OfferRow } from './offers';
import { type Answer, basePrice, baseUnitOf } from './quantities';

/** Who sells it, under which number, in which condition. */
export function SupplierCell({ answer: { offer } }: { answer: Answer }) {
  const { t } = useTranslation('part');
  const names = useCodeNames();
  const facts = [
    offer.condition && names.name('condition', offer.condition),
    offer.approvalBasis && names.name('approval', offer.approvalBasis),
    offer.countryOfOrigin && t('origin', { country: names.country(offer.countryOfOrigin) }),
    offer.revision && t('revision', { revision: offer.revision }),
    offer.actualMaker && t('madeBy', { maker: offer.actualMaker }),
  ].filter((fact): fact is string => Boolean(fact));
  return (
    <Stack gap={2} maw={260}>
      <Text fw={600} size="sm">
        {offer.supplier.name}
      </Text>
      <CodeText value={offer.supplierPart} size="sm" />
      {facts.length > 0 && (
        <Text size="xs" className="quiet">
          {facts.join(' · ')}
        </Text>
      )}
      {offer.ncnr && (
        <Badge variant="outline" color="orange" tt="none" title={t('ncnrMeans')}>
          {t('ncnr')}
        </Badge>
      )}
    </Stack>
  );
}

/** The price of one base unit, the same for every offer, so that they compare. */
export function BasePriceCell({ answer }: { answer: Answer }) {
  const { t } = useTranslation('part');
  const names = useCodeNames();
  const base = basePrice(answer);
  if (!answer.price)
    return (
      <Text size="sm" className="quiet">
        {t('noPrice')}
      </Text>
    );
  if (!base)
    return (
      <Text size="xs" className="quiet" maw={120} ms="auto">
        {t('contentUnknown')}
      </Text>
    );
  const money = formatMoney(base);
  return (
    <Stack gap={0}>
      <Text span fw={700} style={{ whiteSpace: 'nowrap' }} title={base.exact ? undefined : t('rounded')}>
        {base.exact ? money : t('about', { money })}
      </Text>
      <Text span size="xs" className="quiet">
        {t('perUnit', { unit: names.unit(baseUnitOf(answer.offer)) })}
      </Text>
    </Stack>
  );
}

export function StatedPriceCell({ row, explained }: { row: OfferRow; explained: React.ReactNode }) {
  const { t } = useTranslation('part');
  const { answer } = row;
  if (answer.price) return <PriceText price={answer.price} source={answer.priceSource} explanation={explained} />;
  return (
    <Stack gap={2} maw={220}>
      <Text size="sm" className="quiet">
        {t('askSupplier')}
      </Text>
      {answer.explanation.map(({ rule, text }) => (
        <Text key={rule} size="xs" className="quiet">
          {text}
        </Text>
      ))}
    </Stack>
  );
}

const breaksShown = 3;

/** Quantity breaks: the first few at once, the rest when asked for. The one that holds now is marked. */
export function BreaksCell({ answer }: { answer: Answer }) {
  const { t } = useTranslation('part');
  const { breaks, breakMode } = answer.offer;
  if (breaks.length === 0)
    return (
      <Text size="sm" className="quiet">
        {t('noBreaks')}
      </Text>
    );
  return (
    <Stack gap={2}>
      <BreakTable answer={answer} most={breaksShown} />
      {(breaks.length > breaksShown || breakMode === 'GRADUATED') && (
        <Popover width="auto" position="bottom-start" withArrow withinPortal trapFocus>
          <Popover.Target>
            <UnstyledButton className="inline-action">
              <Text span size="xs">
                {t('allBreaks', { count: breaks.length })}
              </Text>
            </UnstyledButton>
          </Popover.Target>
          <Popover.Dropdown aria-label={t('breaks')}>
            <BreakTable answer={answer} most={breaks.length} />
            {breakMode === 'GRADUATED' && (
              <Text size="xs" className="quiet" maw={260} mt="sm">
                {t('graduated')}
              </Text>
            )}
          </Popover.Dropdown>
        </Popover>
      )}
    </Stack>
  );
}

function BreakTable({ answer, most }: { answer: Answer; most: number }) {
  const { t } = useTranslation('part');
  const basis = useBasisText();
  const names = useCodeNames();
  const { offer, breakFrom } = answer;
  return (
    <Table
      withRowBorders={false}
      verticalSpacing={0}
      horizontalSpacing={6}
      fz="xs"
      w="auto"
      maw={300}
      aria-label={t('breaks')}
      className="break-table"
    >
      <Table.Tbody>
        {offer.breaks.slice(0, most).map(({ from, price }) => {
          const holds = breakFrom !== null && normalise(breakFrom ?? '') === normalise(from);
          return (
            <Table.Tr key={from} fw={holds ? 700 : 400} aria-current={holds ? 'true' : undefined}>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>
                {t('from', { quantity: formatDecimal(normalise(from)), unit: names.unit(offer.orderUnit, from) })}
              </Table.Td>
              <Table.Td className="figures" title={basis(price.basis, price.unit)}>
                {formatMoney(price)}
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}

const sameStock = (a: Answer['stock'], b: Answer['stock']): boolean =>
  a.length === b.length && a.every((place, i) => place.quantity === b[i]?.quantity && place.asOf === b[i]?.asOf);

/** Free stock by place, each with its age and source. */
export function StockCell({ answer, moved }: { answer: Answer; moved?: Pick<Answer, 'available' | 'stock'> }) {
  const { t } = useTranslation('part');
  const names = useCodeNames();
  const { stock } = moved ?? answer;
  const places = stock.filter((place) => Number(place.quantity) > 0);
  if (places.length === 0)
    return (
      <Text size="sm" className="quiet">
        {answer.leadDays === null
          ? t('noStockNoLead')
          : answer.stockLabel === 'LEAD_TIME_ONLY'
            ? t('leadTimeOnly')
            : t('noStock')}
      </Text>
    );
  return (
    <Stack gap={2} className={moved && !sameStock(moved.stock, answer.stock) ? 'just-moved' : undefined}>
      {places.map((place) => (
        <Group key={place.location} gap={6} wrap="nowrap" align="baseline">
          <Text span size="xs" className="quiet" miw={76} style={{ flexShrink: 0 }}>
            {place.location}
          </Text>
          <StockFigure
            quantity={place.quantity}
            unit={answer.offer.orderUnit}
            asOf={place.asOf}
            source={place.source}
            label={place.label}
          />
        </Group>
      ))}
      {answer.fitting != null && (
        <Text span size="xs" fw={600}>
          {t('units:fitting', {
            quantity: formatDecimal(normalise(answer.fitting)),
            unit: names.unit(answer.offer.orderUnit, answer.fitting),
          })}
        </Text>
      )}
    </Stack>
  );
}

/** When all of it can leave the supplier, and whether that is in time. */
export function EarliestCell({ answer }: { answer: Answer }) {
  const { t } = useTranslation('part');
  const { earliest, needByMet, leadDays, offer } = answer;
  const lead =
    leadDays === null || leadDays === undefined
      ? undefined
      : t(offer.leadKind === 'WORKING' ? 'leadWorking' : 'leadCalendar', { count: leadDays });
  return (
    <Stack gap={2}>
      <Text span size="sm" fw={600} title={earliest ?? undefined} style={{ whiteSpace: 'nowrap' }}>
        {earliest ? formatDate(earliest) : t('unknownDate')}
      </Text>
      {needByMet === true && <Status tone="good">{t('inTime')}</Status>}
      {needByMet === false && <Status tone="attention">{t('late')}</Status>}
      {lead && (
        <Text span size="xs" className="quiet">
          {lead}
        </Text>
      )}
    </Stack>
  );
}
