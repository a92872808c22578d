import { Anchor, Button, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { type CatalogueQuery, RollbackCatalogueDocument } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { formatDecimal, formatInstant } from '../../../i18n/format';
import { type DataColumn, DataTable } from '../../../ui/data-table';
import { Confirm } from '../../../ui/forms/confirm';
import { FormErrors } from '../../../ui/forms/form-errors';
import { Pager } from '../../../ui/pager';
import { Status } from '../../../ui/shown/status';
import { Failure } from '../../../ui/states';
import { useUrl } from '../../url';

type Publication = CatalogueQuery['publications']['nodes'][number];
interface Props {
  catalogue: NonNullable<CatalogueQuery['catalogue']>;
  publications: CatalogueQuery['publications'];
  mayPublish: boolean;
}

/** Every published state of a catalogue, and the way back to an earlier one. */
export function Publications({ catalogue, publications, mayPublish }: Props) {
  const { t } = useTranslation('selling');
  const [, change] = useUrl();
  const [back, setBack] = useState<number | undefined>(undefined);
  const columns = useColumns(catalogue.version, mayPublish ? setBack : undefined);
  return (
    <Stack gap="sm">
      <DataTable
        label={t('versions.title')}
        rows={publications.nodes}
        columns={columns}
        rowKey={(row) => String(row.version)}
        keys={false}
      />
      <Pager page={publications.pageInfo} onPage={({ after, before }) => change({ after, before })} />
      {back !== undefined && <Rollback catalogue={catalogue} to={back} onClose={() => setBack(undefined)} />}
    </Stack>
  );
}

/** Asks before the content of an earlier version is published again. */
function Rollback({ catalogue, to, onClose }: { catalogue: Props['catalogue']; to: number; onClose: () => void }) {
  const { t } = useTranslation('selling');
  const queries = useQueryClient();
  const { errors, failure, run } = useSubmit();
  const confirm = async (): Promise<boolean> => {
    const input = { catalogueId: catalogue.id, expectedVersion: catalogue.version, toVersion: to };
    const done = await run(async () => (await ask(RollbackCatalogueDocument, { input })).rollbackCatalogue);
    if (!done) return false;
    notifications.show({ message: t('versions.rolledBack', { version: done.publication?.version, to }) });
    await queries.invalidateQueries();
    return true;
  };
  return (
    <Confirm
      opened
      onClose={onClose}
      title={t('versions.rollbackTitle', { version: to })}
      consequence={t('versions.rollbackConsequence', { to, next: catalogue.version + 1, catalogue: catalogue.name })}
      action={t('versions.rollbackAction', { version: to })}
      onConfirm={confirm}
      danger
    >
      {failure !== undefined && <Failure error={failure} />}
      <FormErrors errors={errors} />
    </Confirm>
  );
}

function useColumns(newest: number, onBack: ((version: number) => void) | undefined): DataColumn<Publication>[] {
  const { t } = useTranslation('selling');
  const count = (value: number): string => formatDecimal(String(value));
  const columns: DataColumn<Publication>[] = [
    {
      id: 'version',
      header: t('versions.version'),
      align: 'end',
      fixed: true,
      cell: (row) => count(row.version),
    },
    {
      id: 'state',
      header: t('versions.state'),
      cell: (row) =>
        row.version === newest ? (
          <Status tone="good">{t('versions.current')}</Status>
        ) : (
          <Status tone="quiet">{t('versions.earlier')}</Status>
        ),
    },
    {
      id: 'when',
      header: t('versions.when'),
      cell: (row) => (
        <time dateTime={row.publishedAt} title={row.publishedAt}>
          {formatInstant(row.publishedAt)}
        </time>
      ),
    },
    {
      id: 'how',
      header: t('versions.how'),
      cell: (row) =>
        row.kind === 'ROLLBACK' ? (
          t('versions.repeats', { version: row.rolledBackTo })
        ) : row.uploadId ? (
          <Anchor renderRoot={(props) => <Link {...props} to="/sell/uploads/$uploadId" params={{ uploadId: row.uploadId! }} />}>
            {t('versions.fromFile')}
          </Anchor>
        ) : (
          t('versions.fromFile')
        ),
    },
    { id: 'new', header: t('counts.new'), align: 'end', cell: (row) => count(row.counts.new) },
    { id: 'changed', header: t('counts.changed'), align: 'end', cell: (row) => count(row.counts.changed) },
    { id: 'withdrawn', header: t('counts.withdrawn'), align: 'end', cell: (row) => count(row.counts.withdrawn) },
  ];
  if (onBack)
    columns.push({
      id: 'back',
      header: t('versions.action'),
      cell: (row) =>
        row.version < newest && (
          <Button size="compact-xs" variant="default" onClick={() => onBack(row.version)}>
            {t('versions.rollbackAction', { version: row.version })}
          </Button>
        ),
    });
  return columns;
}
