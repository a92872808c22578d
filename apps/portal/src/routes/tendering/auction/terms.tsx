import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../../i18n/format';
import { Section } from '../../../ui/section';
import { Facts } from '../../../ui/shown/facts';
import type { Auction } from './use-auction';

/** The rules as they were published with the tender. */
export function AuctionTermsSection({ auction }: { auction: Auction }) {
  const { t } = useTranslation('auction');
  const terms = auction.tender?.auction;
  if (!terms) return null;
  const step = (value: { by: string; value: string } | null | undefined): string | undefined =>
    value
      ? value.by === 'PERCENT'
        ? t('terms.percent', { value: value.value })
        : `${value.value} ${auction.currency}`
      : undefined;
  const seconds = (count: number | null | undefined): string | undefined =>
    count == null ? undefined : t('terms.seconds', { count });
  const percent = (value: string | null | undefined): string | undefined => (value ? t('terms.percent', { value }) : undefined);
  const { softClose: soft } = terms;
  const facts: [string, ReactNode][] = [
    [t('terms.opens'), formatInstant(auction.opensAt)],
    [t('terms.closes'), formatInstant(auction.closesAt)],
    [t('terms.ownStep'), step(terms.ownStep)],
    [t('terms.leadStep'), step(terms.leadStep)],
    [t('terms.mustLead'), terms.mustLead ? t('terms.yes') : undefined],
    [
      t('terms.softClose'),
      soft
        ? t('terms.softCloseHow', { trigger: soft.triggerSeconds, length: soft.lengthSeconds, most: soft.extensionsMax })
        : undefined,
    ],
    [t('draft.display'), terms.kind === 'ENGLISH' ? t(`draft.shows.${terms.display ?? 'RANK'}`) : undefined],
    [t('terms.rounds'), terms.kind === 'ROUNDS' ? terms.rounds : undefined],
    [t('terms.turn'), seconds(terms.turnSeconds)],
    [t('terms.tick'), seconds(terms.tickSeconds)],
    [t('terms.start'), percent(terms.startPercent)],
    [t('terms.rise'), percent(terms.risePercent)],
    [t('terms.fall'), step(terms.fall)],
    [t('terms.end'), percent(terms.ceilingPercent ?? terms.floorPercent)],
    [t('terms.appeal'), terms.appealSeconds ? seconds(terms.appealSeconds) : undefined],
  ];
  return (
    <Section title={t('terms.title')}>
      <Facts facts={facts.filter(([, value]) => value !== undefined)} />
    </Section>
  );
}
