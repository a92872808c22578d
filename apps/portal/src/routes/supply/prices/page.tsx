import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import {
  OwnPricingDocument,
  type PolicyFactsFragment,
  SaveChargeRulesDocument,
  SaveDiscountMatrixDocument,
} from '../../../graphql/generated/graphql';
import { formatDate, formatDecimal, formatMoney } from '../../../i18n/format';
import { type DataColumn, DataTable, Nothing } from '../../../ui/data-table';
import { Page } from '../../../ui/page';
import { Section } from '../../../ui/section';
import { useCodeNames } from '../../../ui/shown/code-name';
import { Failure, Waiting } from '../../../ui/states';
import { Customers } from './customers';
import { chargesText, matrixText, readCharges, readMatrix } from './read-rules';
import { RowsForm } from './rows-form';
import { Sequence } from './sequence';

type Discount = PolicyFactsFragment['matrix'][number];
type Charge = PolicyFactsFragment['charges'][number];

/** How a supplier's prices are found: order of the sources, discount matrix, categories of customers, charges. */
export default function PricesPage() {
  const { t } = useTranslation('pricing');
  const [editing, setEditing] = useState<'matrix' | 'charges' | undefined>(undefined);
  const { data, error, refetch } = useQuery({
    queryKey: ['own-pricing'],
    queryFn: ({ signal }) => ask(OwnPricingDocument, {}, signal),
  });
  const policy = data?.pricingPolicy;
  const discounts = useDiscountColumns();
  const charges = useChargeColumns();
  const close = (): void => setEditing(undefined);
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data || !policy) return <Waiting />;
  const categories = new Map(policy.customers.map((one) => [one.buyerId, one.category ?? '']));
  const customers = data.partnerships
    .filter((one) => one.status === 'ACTIVE' && one.supplier.id === data.me.organization.id)
    .map(({ buyer }) => ({ buyerId: buyer.id, name: buyer.name, category: categories.get(buyer.id) ?? '' }));
  const edit = (what: 'matrix' | 'charges') => (
    <Button variant="default" onClick={() => setEditing(what)}>
      {t(`${what}.edit`)}
    </Button>
  );
  return (
    <Page title={t('prices.title')} below={t('prices.below')}>
      <Section title={t('sequence.title')}>
        <Sequence key={policy.version} policy={policy} />
      </Section>
      <Section title={t('matrix.title')} actions={edit('matrix')}>
        {policy.matrix.length === 0 ? (
          <Text className="quiet">{t('matrix.none')}</Text>
        ) : (
          <DataTable
            label={t('matrix.title')}
            rows={policy.matrix}
            columns={discounts}
            rowKey={(row) => row.id}
            csvName="discount-matrix"
          />
        )}
      </Section>
      <Section title={t('customers.title')}>
        <Customers customers={customers} />
      </Section>
      <Section title={t('charges.title')} actions={edit('charges')}>
        {policy.charges.length === 0 ? (
          <Text className="quiet">{t('charges.none')}</Text>
        ) : (
          <DataTable
            label={t('charges.title')}
            rows={policy.charges}
            columns={charges}
            rowKey={(row) => row.id}
            csvName="charges"
          />
        )}
      </Section>
      {editing === 'matrix' && (
        <RowsForm
          title={t('matrix.edit')}
          how={t('matrix.how')}
          placeholder="A; Bolts; 12.5; 2027-01-01; 2027-12-31"
          text={matrixText(policy)}
          read={readMatrix}
          save={async (rows) =>
            (await ask(SaveDiscountMatrixDocument, { input: { rows, expectedVersion: policy.version } })).saveDiscountMatrix
          }
          onClose={close}
        />
      )}
      {editing === 'charges' && (
        <RowsForm
          title={t('charges.edit')}
          how={t('charges.how')}
          placeholder="MIN; 25.00; USD; ORDER; ORDER_BELOW; 250; ; 2027-01-01; 2027-12-31"
          text={chargesText(policy)}
          read={readCharges}
          save={async (rules) =>
            (await ask(SaveChargeRulesDocument, { input: { rules, expectedVersion: policy.version } })).saveChargeRules
          }
          onClose={close}
        />
      )}
    </Page>
  );
}

const period = ({ validFrom, validTo }: { validFrom: string; validTo: string }): string =>
  `${formatDate(validFrom)} – ${formatDate(validTo)}`;

function useDiscountColumns(): DataColumn<Discount>[] {
  const { t } = useTranslation('pricing');
  return [
    {
      id: 'customer',
      header: t('matrix.customer'),
      fixed: true,
      text: (row) => row.customerCategory,
      cell: (row) => <strong>{row.customerCategory}</strong>,
    },
    { id: 'product', header: t('matrix.product'), text: (row) => row.productCategory, cell: (row) => row.productCategory },
    {
      id: 'percent',
      header: t('matrix.percent'),
      align: 'end',
      text: (row) => row.discountPercent,
      cell: (row) => `${formatDecimal(row.discountPercent)} %`,
    },
    { id: 'valid', header: t('agreement.valid'), text: (row) => `${row.validFrom} ${row.validTo}`, cell: period },
  ];
}

function useChargeColumns(): DataColumn<Charge>[] {
  const { t } = useTranslation('pricing');
  const names = useCodeNames();
  return [
    {
      id: 'code',
      header: t('charges.code'),
      fixed: true,
      text: (row) => row.code,
      cell: (row) => <strong>{names.name('charge', row.code)}</strong>,
    },
    {
      id: 'amount',
      header: t('charges.amount'),
      align: 'end',
      text: (row) => `${row.amount.amount} ${row.amount.currency}`,
      cell: (row) => formatMoney(row.amount),
    },
    { id: 'per', header: t('charges.per'), text: (row) => row.per, cell: (row) => t(`chargePer.${row.per}`) },
    {
      id: 'applies',
      header: t('charges.applies'),
      text: (row) => row.applies,
      cell: (row) => t(`chargeApplies.${row.applies}`, { below: row.below ? formatMoney(row.below) : '' }),
    },
    {
      id: 'category',
      header: t('matrix.product'),
      text: (row) => row.category ?? '',
      cell: (row) => row.category ?? <Nothing />,
    },
    { id: 'valid', header: t('agreement.valid'), text: (row) => `${row.validFrom} ${row.validTo}`, cell: period },
  ];
}
