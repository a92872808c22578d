import { Button, Group } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { CloseBreakGlassDocument, type DirectoryQuery, TakeBreakGlassTokenDocument } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { formatInstant } from '../../../i18n/format';
import { beginSession } from '../../../session/session';
import { type DataColumn, DataTable } from '../../../ui/data-table';
import { FormErrors } from '../../../ui/forms/form-errors';
import { Status } from '../../../ui/shown/status';
import { useMinute } from '../../../ui/shown/stock';
import { Failure } from '../../../ui/states';

type Look = DirectoryQuery['breakGlasses'][number];

/** Looks into other organisations; an open one can be used until it ends. Reloading the portal leads back to the own organisation. */
export function Looks({ looks }: { looks: readonly Look[] }) {
  const { t } = useTranslation('organizations');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const now = useMinute();
  const { busy, errors, failure, run } = useSubmit();
  const isOpen = (look: Look): boolean => !look.closedAt && Date.parse(look.expiresAt) > now;
  const enter = async (look: Look): Promise<void> => {
    const input = { breakGlassId: look.id };
    const taken = await run(async () => (await ask(TakeBreakGlassTokenDocument, { input })).takeBreakGlassToken);
    if (!taken?.token) return;
    beginSession(taken.token.accessToken, taken.token.expiresAt);
    queries.clear();
    await navigate({ to: '/' });
  };
  const close = async (look: Look): Promise<void> => {
    await run(async () => {
      await ask(CloseBreakGlassDocument, { input: { breakGlassId: look.id } });
      return { errors: [] };
    });
    await queries.invalidateQueries();
  };
  const columns: DataColumn<Look>[] = [
    { id: 'organization', header: t('organization.name'), cell: (row) => row.organization.name },
    {
      id: 'state',
      header: t('organization.status'),
      cell: (row) =>
        isOpen(row) ? <Status tone="attention">{t('looks.isOpen')}</Status> : <Status tone="quiet">{t('looks.isOver')}</Status>,
    },
    { id: 'reason', header: t('looks.reason'), width: 240, cell: (row) => row.reason },
    { id: 'opened', header: t('looks.opened'), cell: (row) => formatInstant(row.openedAt) },
    { id: 'ends', header: t('looks.ends'), cell: (row) => formatInstant(row.closedAt ?? row.expiresAt) },
    {
      id: 'action',
      header: t('action'),
      cell: (row) =>
        isOpen(row) && (
          <Group gap="xs" wrap="nowrap">
            <Button size="compact-xs" loading={busy} title={t('looks.enterHow')} onClick={() => void enter(row)}>
              {t('looks.enter')}
            </Button>
            <Button size="compact-xs" variant="default" loading={busy} onClick={() => void close(row)}>
              {t('looks.close')}
            </Button>
          </Group>
        ),
    },
  ];
  return (
    <>
      {failure !== undefined && <Failure error={failure} />}
      <FormErrors errors={errors} />
      <DataTable label={t('looks.title')} rows={looks} columns={columns} rowKey={(row) => row.id} keys={false} />
    </>
  );
}
