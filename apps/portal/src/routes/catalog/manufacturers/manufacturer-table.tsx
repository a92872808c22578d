import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DataColumn, DataTable, Nothing } from '../../../ui/data-table';
import { ChangeForm } from './change-form';
import type { Maker } from './maker';
import { MergeForm } from './merge-form';
import { NamesForm } from './names-form';

type Doing = { what: 'change' | 'names' | 'merge'; maker: Maker };

/** Manufacturers with what may be done to each. */
export function ManufacturerTable({ rows, stale }: { rows: readonly Maker[]; stale: boolean }) {
  const { t } = useTranslation('identity');
  const [doing, setDoing] = useState<Doing | undefined>(undefined);
  const maker = doing && (rows.find(({ id }) => id === doing.maker.id) ?? doing.maker);
  const close = (): void => setDoing(undefined);
  return (
    <>
      <DataTable
        label={t('maker.title')}
        rows={rows}
        columns={useColumns(setDoing)}
        rowKey={(row) => row.id}
        storageKey="manufacturers"
        csvName="manufacturers"
        stale={stale}
      />
      {doing?.what === 'change' && maker && <ChangeForm maker={maker} onClose={close} />}
      {doing?.what === 'names' && maker && <NamesForm maker={maker} onClose={close} />}
      {doing?.what === 'merge' && maker && <MergeForm maker={maker} onClose={close} />}
    </>
  );
}

function useColumns(act: (doing: Doing) => void): DataColumn<Maker>[] {
  const { t } = useTranslation('identity');
  const button = (what: Doing['what'], maker: Maker, [label, of]: readonly [string, string]) => (
    <Button size="compact-xs" variant="default" aria-label={of} onClick={() => act({ what, maker })}>
      {label}
    </Button>
  );
  return [
    { id: 'name', header: t('maker.name'), fixed: true, text: (row) => row.name, cell: (row) => <strong>{row.name}</strong> },
    {
      id: 'code',
      header: t('maker.code'),
      text: (row) => row.code,
      cell: (row) => <span className="part-number">{row.code}</span>,
    },
    {
      id: 'cages',
      header: t('maker.cages'),
      text: (row) => row.cages.join(' '),
      cell: (row) => (row.cages.length > 0 ? <span className="part-number">{row.cages.join(' ')}</span> : <Nothing />),
    },
    {
      id: 'kind',
      header: t('maker.kind'),
      text: (row) => t(row.issuingBody ? 'maker.body' : 'maker.makes'),
      cell: (row) => t(row.issuingBody ? 'maker.body' : 'maker.makes'),
    },
    {
      id: 'successor',
      header: t('maker.successor'),
      text: (row) => row.successor?.name ?? '',
      cell: (row) => row.successor?.name ?? <Nothing />,
    },
    {
      id: 'action',
      header: t('action'),
      cell: (row) => (
        <Group gap="xs" wrap="nowrap">
          {button('change', row, [t('maker.edit'), t('maker.editOf', { name: row.name })])}
          {button('names', row, [t('maker.call'), t('maker.callOf', { name: row.name })])}
          {button('merge', row, [t('maker.merge'), t('maker.mergeOf', { name: row.name })])}
        </Group>
      ),
    },
  ];
}
