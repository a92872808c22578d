import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../../../i18n/format';
import { useRights } from '../../../../shell/me';
import { type DataColumn, DataTable, Nothing } from '../../../../ui/data-table';
import { Status } from '../../../../ui/shown/status';
import { ApproveLink } from './approve-link';
import { isFollowed, type Link, limitsText, ownApprovals, targetText, toneOf } from './link';
import { TakeBack } from './take-back';

interface Act {
  approve: (link: Link) => void;
  revoke: (link: Link) => void;
  withdraw: (link: Link) => void;
}

/** Every link around the part, claims too: who says so, on what authority, and what the reader may do about it. */
export function LinksTable({ links, number }: { links: readonly Link[]; number: string }) {
  const { t } = useTranslation('alternates');
  const [approving, setApproving] = useState<Link | undefined>(undefined);
  const [taking, setTaking] = useState<{ link: Link; what: 'approval' | 'link' } | undefined>(undefined);
  const columns = useColumns({
    approve: setApproving,
    revoke: (link) => setTaking({ link, what: 'approval' }),
    withdraw: (link) => setTaking({ link, what: 'link' }),
  });
  return (
    <>
      <DataTable
        label={t('linksOf', { number })}
        rows={links}
        columns={columns}
        rowKey={(row) => `${row.orgId} ${row.id}`}
        csvName={`links-${number}`}
      />
      {approving && <ApproveLink link={approving} onClose={() => setApproving(undefined)} />}
      {taking && <TakeBack link={taking.link} what={taking.what} onClose={() => setTaking(undefined)} />}
    </>
  );
}

function useColumns(act: Act): DataColumn<Link>[] {
  const { t } = useTranslation('alternates');
  const rights = useRights();
  return [
    {
      id: 'link',
      header: t('column.link'),
      fixed: true,
      width: 220,
      text: (row) => `${row.from.number} > ${targetText(row)}`,
      cell: (row) => (
        <span>
          <span className="part-number">{row.from.number}</span>{' '}
          {row.meaning === 'TWO_WAY' || row.meaning === 'REIDENTIFIED' ? '↔' : '→'}{' '}
          <span className="part-number">{targetText(row)}</span>
        </span>
      ),
    },
    {
      id: 'code',
      header: t('column.code'),
      width: 220,
      text: (row) => [row.code, row.class].filter(Boolean).join(' '),
      cell: (row) => (
        <Stack gap={0}>
          <Text size="sm">
            {row.code} · {row.codeName}
          </Text>
          {row.className && (
            <Text size="sm" className="quiet">
              {row.className}
            </Text>
          )}
        </Stack>
      ),
    },
    {
      id: 'standing',
      header: t('column.standing'),
      text: (row) => t(`standing.${row.standing}`),
      cell: (row) => <Status tone={toneOf(row.standing)}>{t(`standing.${row.standing}`)}</Status>,
    },
    {
      id: 'by',
      header: t('column.by'),
      text: (row) => row.assertedBy.name,
      cell: (row) => (
        <Text size="sm" component="div">
          {row.assertedBy.name} <span className="quiet">{t(`capacity.${row.assertedAs}`)}</span>
        </Text>
      ),
    },
    {
      id: 'limits',
      header: t('column.limits'),
      text: limitsText,
      cell: (row) => limitsText(row) || t('everywhere'),
    },
    {
      id: 'authority',
      header: t('column.authority'),
      text: (row) => row.authority ?? '',
      cell: (row) => row.authority ?? <Nothing />,
    },
    {
      id: 'days',
      header: t('column.days'),
      text: (row) => `${row.effectiveFrom} ${row.effectiveTo ?? ''}`,
      cell: (row) =>
        row.effectiveTo
          ? `${formatDate(row.effectiveFrom)} – ${formatDate(row.effectiveTo)}`
          : t('since', { date: formatDate(row.effectiveFrom) }),
    },
    {
      id: 'action',
      header: t('column.action'),
      cell: (row) => {
        const approved = ownApprovals(row).length > 0;
        const name = `${row.from.number} > ${targetText(row)}`;
        return (
          <Group gap="xs" wrap="nowrap">
            {rights.has('alternate:approve') && !approved && !row.mine && !isFollowed(row) && (
              <Button size="compact-xs" onClick={() => act.approve(row)} aria-label={t('approve.of', { name })}>
                {t('approve.open')}
              </Button>
            )}
            {rights.has('alternate:approve') && approved && (
              <Button size="compact-xs" variant="default" onClick={() => act.revoke(row)} aria-label={t('revoke.of', { name })}>
                {t('revoke.open')}
              </Button>
            )}
            {rights.has('alternate:assert') && row.mine && (
              <Button
                size="compact-xs"
                variant="default"
                onClick={() => act.withdraw(row)}
                aria-label={t('withdraw.of', { name })}
              >
                {t('withdraw.open')}
              </Button>
            )}
          </Group>
        );
      },
    },
  ];
}
