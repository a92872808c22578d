import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { type ManufacturersQuery, UndoManufacturerMergeDocument } from '../../../graphql/generated/graphql';
import { formatInstant } from '../../../i18n/format';
import { type DataColumn, DataTable } from '../../../ui/data-table';
import { Status } from '../../../ui/shown/status';
import { UndoForm } from '../undo-form';

type Merge = ManufacturersQuery['manufacturerMerges']['nodes'][number];

/** The newest merges of manufacturers; each can be taken back. */
export function Merges({ merges }: { merges: readonly Merge[] }) {
  const { t } = useTranslation('identity');
  const [undoing, setUndoing] = useState<Merge | undefined>(undefined);
  const what = (merge: Merge): string => `${merge.from.name} → ${merge.into.name}`;
  const columns: DataColumn<Merge>[] = [
    { id: 'from', header: t('merges.from'), cell: (row) => row.from.name },
    { id: 'into', header: t('merges.into'), cell: (row) => row.into.name },
    { id: 'reason', header: t('reason'), width: 240, cell: (row) => row.reason },
    { id: 'when', header: t('when'), cell: (row) => formatInstant(row.madeAt) },
    {
      id: 'state',
      header: t('state'),
      cell: (row) =>
        row.undoneAt ? (
          <Status tone="quiet">{t('undoneAt', { when: formatInstant(row.undoneAt) })}</Status>
        ) : (
          <Status tone="good">{t('stands')}</Status>
        ),
    },
    {
      id: 'action',
      header: t('action'),
      cell: (row) =>
        !row.undoneAt && (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={t('undoOf', { what: what(row) })}
            onClick={() => setUndoing(row)}
          >
            {t('undo')}
          </Button>
        ),
    },
  ];
  return (
    <>
      <DataTable label={t('merges.title')} rows={merges} columns={columns} rowKey={(row) => row.id} keys={false} />
      {undoing && (
        <UndoForm
          what={what(undoing)}
          undo={async (reason) =>
            (await ask(UndoManufacturerMergeDocument, { input: { mergeId: undoing.id, reason } })).undoManufacturerMerge
          }
          onClose={() => setUndoing(undefined)}
        />
      )}
    </>
  );
}
