import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { type UnitOfferFragment, UnitOffersDocument } from '../../../graphql/generated/graphql';
import { DataTable } from '../../../ui/data-table';
import { Page } from '../../../ui/page';
import { Empty, Failure, Waiting } from '../../../ui/states';
import { useTermsColumns } from './terms-columns';
import { TermsForm, type TermsKind } from './terms-form';

/** What the reader's offers say of cores and repairs. */
export default function UnitTermsPage() {
  const { t } = useTranslation('rotables');
  const [editing, setEditing] = useState<{ kind: TermsKind; offer?: UnitOfferFragment } | undefined>(undefined);
  const { data, error, refetch } = useQuery({
    queryKey: ['unit-offers'],
    queryFn: ({ signal }) => ask(UnitOffersDocument, {}, signal),
  });
  const columns = useTermsColumns((kind, offer) => setEditing({ kind, offer }));
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting />;
  const offers = data.unitOffers;
  const add = (
    <Group gap="sm">
      <Button onClick={() => setEditing({ kind: 'exchange' })}>{t('terms.addExchange')}</Button>
      <Button variant="default" onClick={() => setEditing({ kind: 'repair' })}>
        {t('terms.addRepair')}
      </Button>
    </Group>
  );
  return (
    <Page title={t('terms.title')} below={t('terms.below')} actions={offers.length > 0 && add}>
      {offers.length === 0 ? (
        <Empty title={t('terms.none')} text={t('terms.noneText')} action={add} />
      ) : (
        <DataTable label={t('terms.title')} rows={offers} columns={columns} rowKey={(row) => row.id} csvName="unit-terms" />
      )}
      {editing && <TermsForm {...editing} onClose={() => setEditing(undefined)} />}
    </Page>
  );
}
