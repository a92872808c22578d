import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PartnersQuery } from '../../../graphql/generated/graphql';
import { useRights } from '../../../shell/me';
import { type DataColumn, DataTable } from '../../../ui/data-table';
import { Section } from '../../../ui/section';
import { IdentitiesForm } from './identities-form';
import type { Known } from './known';

/** The codes by which the ERP knows this organisation and its partners. */
export function Identities({ data }: { data: PartnersQuery }) {
  const { t } = useTranslation('exchange');
  const rights = useRights();
  const [editing, setEditing] = useState<Known | undefined>(undefined);
  const own = data.me.organization;
  const others = data.partnerships
    .filter((one) => one.status !== 'ENDED')
    .map((one) => (one.buyer.id === own.id ? one.supplier : one.buyer));
  const known: Known[] = [own, ...new Map(others.map((one) => [one.id, one])).values()].map(({ id, name }) => ({
    id,
    name,
    own: id === own.id,
    codes: data.partnerIdentities.filter((one) => one.organizationId === id),
  }));
  const columns: DataColumn<Known>[] = [
    {
      id: 'name',
      header: t('identities.organization'),
      cell: (row) => (row.own ? t('identities.self', { name: row.name }) : row.name),
    },
    {
      id: 'codes',
      header: t('identities.codes'),
      cell: (row) =>
        row.codes.length === 0 ? (
          <Text size="sm" className="quiet">
            {t('identities.none')}
          </Text>
        ) : (
          row.codes.map((code) => (
            <div key={`${code.scheme} ${code.value}`} className="part-number">
              {t('identities.code', { scheme: code.scheme, value: code.value })}
            </div>
          ))
        ),
    },
    {
      id: 'edit',
      header: t('identities.action'),
      cell: (row) =>
        rights.has('exchange:manage') && (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={t('identities.editOf', { name: row.name })}
            onClick={() => setEditing(row)}
          >
            {t('identities.edit')}
          </Button>
        ),
    },
  ];
  return (
    <Section title={t('identities.title')}>
      <Text size="sm" className="quiet">
        {t('identities.below')}
      </Text>
      <DataTable label={t('identities.title')} rows={known} columns={columns} rowKey={(row) => row.id} />
      {editing && <IdentitiesForm known={editing} onClose={() => setEditing(undefined)} />}
    </Section>
  );
}
