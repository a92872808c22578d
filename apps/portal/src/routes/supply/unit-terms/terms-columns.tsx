import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { UnitOfferFragment } from '../../../graphql/generated/graphql';
import { formatMoney } from '../../../i18n/format';
import { type DataColumn, Nothing } from '../../../ui/data-table';
import type { TermsKind } from './terms-form';

/** The offer, what it says of its core, what it says of repairs; each can be changed. */
export function useTermsColumns(onEdit: (kind: TermsKind, offer: UnitOfferFragment) => void): DataColumn<UnitOfferFragment>[] {
  const { t } = useTranslation('rotables');
  const exchange = ({ exchangeTerms: terms }: UnitOfferFragment): string =>
    terms
      ? t('terms.exchangeLine', {
          value: formatMoney({ amount: terms.coreValue, currency: terms.currency }),
          days: t(`terms.days.${terms.dayKind}`, { count: terms.coreDays }),
        })
      : '';
  const repair = ({ repairTerms: terms }: UnitOfferFragment): string =>
    terms
      ? t('terms.repairLine', {
          price: terms.price ? formatMoney({ amount: terms.price, currency: terms.currency }) : t('pricing.QUOTE'),
          days: t(`terms.days.${terms.dayKind}`, { count: terms.turnDays }),
        })
      : '';
  const terms = (kind: TermsKind, text: (row: UnitOfferFragment) => string): DataColumn<UnitOfferFragment> => ({
    id: kind,
    header: t(`terms.${kind}`),
    text,
    cell: (row) =>
      text(row) ? (
        <Group gap="sm" wrap="nowrap">
          <span>{text(row)}</span>
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => onEdit(kind, row)}
            aria-label={t(`terms.${kind}Of`, { part: row.supplierPart })}
          >
            {t('terms.change')}
          </Button>
        </Group>
      ) : (
        <Nothing />
      ),
  });
  return [
    {
      id: 'part',
      header: t('terms.part'),
      fixed: true,
      text: (row) => row.supplierPart,
      cell: (row) => <span className="part-number">{row.supplierPart}</span>,
    },
    { id: 'name', header: t('terms.name'), text: (row) => row.name, cell: (row) => row.name },
    terms('exchange', exchange),
    terms('repair', repair),
  ];
}
