import { Anchor, Button, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { type IdentitiesQuery, UndoCorrectionDocument } from '../../../graphql/generated/graphql';
import { formatInstant } from '../../../i18n/format';
import { type DataColumn, DataTable } from '../../../ui/data-table';
import { Status } from '../../../ui/shown/status';
import { UndoForm } from '../undo-form';

type Correction = IdentitiesQuery['identityCorrections']['nodes'][number];

const what = ({ from, to }: Correction): string => `${from.number} → ${to?.number ?? '?'}`;

/** What was found out, newest first. */
export function Corrections({ corrections, stale }: { corrections: readonly Correction[]; stale: boolean }) {
  const { t } = useTranslation('identity');
  const [undoing, setUndoing] = useState<Correction | undefined>(undefined);
  return (
    <>
      <DataTable
        label={t('identity.title')}
        rows={corrections}
        columns={useColumns(setUndoing)}
        rowKey={(row) => row.id}
        stale={stale}
        csvName="identities"
      />
      {undoing && (
        <UndoForm
          what={what(undoing)}
          undo={async (reason) =>
            (await ask(UndoCorrectionDocument, { input: { correctionId: undoing.id, reason } })).undoCorrection
          }
          onClose={() => setUndoing(undefined)}
        />
      )}
    </>
  );
}

function PartLink({ part }: { part: Correction['from'] }) {
  return (
    <>
      <Anchor component={Link} to={`/parts/${part.id}`} className="part-number">
        {part.number}
      </Anchor>{' '}
      <Text span size="sm" className="quiet">
        {part.manufacturer.name}
      </Text>
    </>
  );
}

function useColumns(undo: (correction: Correction) => void): DataColumn<Correction>[] {
  const { t } = useTranslation('identity');
  return [
    {
      id: 'kind',
      header: t('identity.kind'),
      text: (row) => t(`identity.kinds.${row.kind}`),
      cell: (row) => t(`identity.kinds.${row.kind}`),
    },
    { id: 'from', header: t('identity.from'), text: (row) => row.from.number, cell: (row) => <PartLink part={row.from} /> },
    {
      id: 'to',
      header: t('identity.to'),
      text: (row) => row.to?.number ?? '',
      cell: (row) => (row.to ? <PartLink part={row.to} /> : <span className="quiet">{t('identity.gone')}</span>),
    },
    { id: 'reason', header: t('reason'), width: 240, text: (row) => row.reason, cell: (row) => row.reason },
    { id: 'when', header: t('when'), text: (row) => row.madeAt, cell: (row) => formatInstant(row.madeAt) },
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
        row.batch ? (
          <Text size="xs" className="quiet">
            {t('identity.withMerge')}
          </Text>
        ) : (
          !row.undoneAt && (
            <Button size="compact-xs" variant="default" aria-label={t('undoOf', { what: what(row) })} onClick={() => undo(row)}>
              {t('undo')}
            </Button>
          )
        ),
    },
  ];
}
