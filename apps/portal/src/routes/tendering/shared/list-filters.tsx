import { Checkbox, Group, MultiSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TenderOrder, TenderStatus } from '../../../graphql/generated/graphql';
import { listOf, listText, type UrlPatch } from '../../url';

export const pageSize = 50;
const toStart = { after: undefined, before: undefined };

/** What the URL says of a list of tenders. */
export function readList(url: Readonly<Record<string, string>>, known: readonly TenderStatus[]) {
  const status = listOf(url['status']).filter((one): one is TenderStatus => (known as readonly string[]).includes(one));
  const text = url['q']?.trim() ?? '';
  const sort = url['sort'] === 'deadline-asc' || url['sort'] === 'deadline-desc' ? url['sort'] : undefined;
  const orderBy: TenderOrder = sort ? (sort === 'deadline-asc' ? 'CLOSES_AT_ASC' : 'CLOSES_AT_DESC') : 'LATEST';
  const place = url['before'] ? { last: pageSize, before: url['before'] } : { first: pageSize, after: url['after'] ?? null };
  return { status, text, sort, variables: { status: status.length > 0 ? status : null, text: text || null, orderBy, ...place } };
}

/** The table's sorting and the URL's are one. */
export function sortingOf(sort: string | undefined, setUrl: (patch: UrlPatch) => void) {
  return {
    by: sort ? { id: 'deadline', desc: sort === 'deadline-desc' } : undefined,
    onSort: ({ desc }: { desc: boolean }) => setUrl({ sort: desc ? 'deadline-desc' : 'deadline-asc', ...toStart }),
  };
}

interface Props {
  text: string;
  status: readonly TenderStatus[];
  known: readonly TenderStatus[];
  setUrl: (patch: UrlPatch, options?: { replace?: boolean }) => void;
  /** Only on the supplier's list. */
  invited?: boolean;
}

/** Narrows a list of tenders by number or title, by state, and to invitations. */
export function TenderFilters({ text, status, known, setUrl, invited }: Props) {
  const { t } = useTranslation('tendering');
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(text), [text]);
  const later = useDebouncedCallback((q: string) => setUrl({ q, ...toStart }, { replace: true }), 300);
  return (
    <Group gap="sm" align="flex-end">
      <TextInput
        label={t('list.find')}
        placeholder={t('list.findHow')}
        leftSection={<IconSearch size={15} aria-hidden />}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          later(event.currentTarget.value);
        }}
      />
      <MultiSelect
        label={t('list.status')}
        placeholder={status.length === 0 ? t('list.anyStatus') : undefined}
        data={known.map((value) => ({ value, label: t(`status.${value}`) }))}
        value={[...status]}
        onChange={(next) => setUrl({ status: listText(next), ...toStart })}
        clearable
        miw={240}
      />
      {invited !== undefined && (
        <Checkbox
          label={t('list.invitedOnly')}
          checked={invited}
          mb={8}
          onChange={(event) => setUrl({ invited: event.currentTarget.checked ? 'yes' : undefined, ...toStart })}
        />
      )}
    </Group>
  );
}
