import { Alert, Button, Group, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconRefresh } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { compare, isDecimal, normalise } from '#libs/kernel';
import { Page } from '../../../ui/page';
import { CodeText } from '../../../ui/shown/code-text';
import { Status } from '../../../ui/shown/status';
import { Empty, Failure, Waiting } from '../../../ui/states';
import { useBasketChoice } from '../../procurement/basket-choice';
import { WatchButton } from '../../procurement/watches/watch-button';
import { useUrl } from '../../url';
import { AlternatesPanel } from './alternates/panel';
import { Asked } from './asked';
import { HistoryPanel } from './history/panel';
import { basesOf } from './identity/bases';
import { PartNumbers } from './identity/part-numbers';
import { Market } from './market/market';
import { OfferCards } from './offer-cards';
import { OfferTable } from './offer-table';
import { setQuantities, useMovedStock, usePartOffers } from './offers';
import { PartFacts } from './part-facts';
import { PlacesPanel } from './places/panel';
import { PromiseDates } from './promise-dates';
import { baseUnitOf } from './quantities';
import { LotFilter } from './units/lot-filter';
import { UnitsPanel } from './units/units-panel';
import { wantedOf } from './units/wanted';

const readable = (text: string | undefined): string => (text && isDecimal(text) && Number(text) > 0 ? normalise(text) : '1');
const day = (text: string | undefined): string | null => (text && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null);

/** One part, all its offers side by side for a quantity and a day. */
export default function PartPage() {
  const { t } = useTranslation('part');
  const { partId } = useParams({ from: '/signed-in/parts/$partId' });
  const [url, setUrl] = useUrl();
  const wide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
  const wanted = readable(url['qty']);
  const needBy = day(url['by']);
  const bases = useMemo(() => basesOf(url['basis']), [url['basis']]);
  const lots = useMemo(() => wantedOf(url), [url]);
  const own = useMemo(() => setQuantities(url['at']), [url['at']]);
  const { part, rows, problem, error, isPending, isStale, refetch } = usePartOffers(partId, {
    wanted,
    needBy,
    own,
    bases,
    lots,
  });
  const { moved, live, forget } = useMovedStock(partId);
  const baskets = useBasketChoice();

  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (isPending) return <Waiting />;
  if (!part) return <Empty title={t('unknownTitle')} text={t('unknownText')} />;

  const onQuantity = (offerId: string, quantity: string): void => {
    const next = new Map([...own, [offerId, quantity]]);
    setUrl({ at: [...next].map(([offer, figure]) => `${offer}:${figure}`).join(' ') }, { replace: true });
  };
  const crossed = rows.some(({ answer, quantity }) => {
    const now = moved.get(answer.offer.id);
    return now !== undefined && compare(now.available, quantity) >= 0 !== compare(answer.available, quantity) >= 0;
  });
  const units = new Set(rows.map(({ answer }) => baseUnitOf(answer.offer)));
  const unit = units.size === 1 ? [...units][0] : undefined;
  const shared = { rows, moved, needBy, baskets, onQuantity, stale: isStale };
  return (
    <Page
      title={`${part.number} · ${part.manufacturer.name}`}
      heading={
        <Group gap="sm" align="baseline">
          <CodeText value={part.number} size="xl" />
          <Text span fw={500}>
            {part.manufacturer.name}
          </Text>
        </Group>
      }
      actions={<WatchButton part={part} />}
    >
      {part.mergedInto && (
        <Alert color="blue" role="status">
          <Group gap="sm">
            <Text size="sm">
              {t('merged', { number: part.mergedInto.number, manufacturer: part.mergedInto.manufacturer.name })}
            </Text>
            <Button size="xs" variant="default" component={Link} to={`/parts/${part.mergedInto.id}`}>
              {t('openMerged')}
            </Button>
          </Group>
        </Alert>
      )}
      <PartFacts part={part} />
      <Asked
        wanted={wanted}
        needBy={needBy}
        unit={unit}
        onWanted={(qty) => setUrl({ qty, at: undefined }, { replace: true })}
        onNeedBy={(by) => setUrl({ by: by ?? undefined }, { replace: true })}
        bases={bases}
        onBases={(list) => setUrl({ basis: list.length > 0 ? list.join(' ') : undefined, at: undefined }, { replace: true })}
        aside={live ? <Status tone="good">{t('live')}</Status> : <Status tone="quiet">{t('notLive')}</Status>}
      />
      <LotFilter />
      {crossed && (
        <Alert color="orange" role="status">
          <Group gap="sm">
            <Text size="sm">{t('stockMoved')}</Text>
            <Button
              size="xs"
              variant="default"
              leftSection={<IconRefresh size={14} aria-hidden />}
              onClick={() => void refetch().then(forget)}
            >
              {t('recalculate')}
            </Button>
          </Group>
        </Alert>
      )}
      {rows.length === 0 ? (
        <Empty title={t('noOffersTitle')} text={problem?.message ?? t('noOffersText')} />
      ) : wide ? (
        <OfferTable {...shared} csvName={`offers-${part.number}`} />
      ) : (
        <OfferCards {...shared} />
      )}
      <Market partId={part.id} />
      {rows.length > 0 && (
        <PromiseDates
          partId={partId}
          wanted={wanted}
          needBy={needBy}
          to={url['to']}
          onTo={(to) => setUrl({ to }, { replace: true })}
        />
      )}
      <Text size="xs" className="quiet">
        {t('sayings')}
      </Text>
      <PlacesPanel partId={part.id} number={part.number} />
      <AlternatesPanel key={part.id} partId={part.id} number={part.number} />
      <UnitsPanel key={`units ${part.id}`} partId={part.id} number={part.number} />
      <PartNumbers part={part} />
      <HistoryPanel partId={part.id} number={part.number} />
    </Page>
  );
}
