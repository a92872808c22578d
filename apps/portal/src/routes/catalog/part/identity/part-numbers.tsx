import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../../graphql/client';
import { EndCommonAliasDocument, EndPartAliasDocument } from '../../../../graphql/generated/graphql';
import { useSubmit } from '../../../../graphql/submit';
import { formatDate } from '../../../../i18n/format';
import { useRights } from '../../../../shell/me';
import { type DataColumn, DataTable } from '../../../../ui/data-table';
import { Section } from '../../../../ui/section';
import { useCodeNames } from '../../../../ui/shown/code-name';
import { CodeText } from '../../../../ui/shown/code-text';
import { Failure } from '../../../../ui/states';
import { NumberForm } from './number-form';
import type { Part } from './part';

type Alias = Part['aliases'][number];

/** What the part is called besides its manufacturer's number: own numbers of the organisation, and those that everybody finds it by. */
export function PartNumbers({ part }: { part: Part }) {
  const { t } = useTranslation('part');
  const rights = useRights();
  const queries = useQueryClient();
  const { failure, run } = useSubmit();
  const [adding, setAdding] = useState(false);
  const mayEnd = (alias: Alias): boolean => rights.has(alias.shared ? 'part:operate' : 'part:alias');
  const end = async (alias: Alias): Promise<void> => {
    const input = { aliasId: alias.id };
    await run(async () => {
      await (alias.shared ? ask(EndCommonAliasDocument, { input }) : ask(EndPartAliasDocument, { input }));
      return { errors: [] };
    });
    await queries.invalidateQueries({ queryKey: ['part'] });
  };
  const mayAdd = rights.has('part:alias') || rights.has('part:operate');
  if (part.aliases.length === 0 && !mayAdd) return null;
  return (
    <Section
      title={t('alias.title')}
      actions={
        mayAdd && (
          <Button size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setAdding(true)}>
            {t('alias.add')}
          </Button>
        )
      }
    >
      {failure !== undefined && <Failure error={failure} />}
      {part.aliases.length === 0 ? (
        <Text size="sm" className="quiet">
          {t('alias.none')}
        </Text>
      ) : (
        <Numbers aliases={part.aliases} mayEnd={mayEnd} onEnd={(alias) => void end(alias)} />
      )}
      {adding && <NumberForm partId={part.id} onClose={() => setAdding(false)} />}
    </Section>
  );
}

interface NumbersProps {
  aliases: readonly Alias[];
  mayEnd: (alias: Alias) => boolean;
  onEnd: (alias: Alias) => void;
}

function Numbers({ aliases, mayEnd, onEnd }: NumbersProps) {
  const { t } = useTranslation('part');
  const names = useCodeNames();
  const columns: DataColumn<Alias>[] = [
    { id: 'number', header: t('alias.number'), fixed: true, cell: (row) => <CodeText value={row.number} size="sm" /> },
    { id: 'kind', header: t('alias.kind'), cell: (row) => names.name('aliasKind', row.kind) },
    { id: 'who', header: t('alias.who'), cell: (row) => t(row.shared ? 'alias.everybody' : 'alias.own') },
    { id: 'until', header: t('alias.until'), cell: (row) => (row.validTo ? formatDate(row.validTo) : t('alias.forEver')) },
    {
      id: 'end',
      header: t('alias.end'),
      cell: (row) =>
        mayEnd(row) && (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={t('alias.endOf', { number: row.number })}
            onClick={() => onEnd(row)}
          >
            {t('alias.end')}
          </Button>
        ),
    },
  ];
  return <DataTable label={t('alias.title')} rows={aliases} columns={columns} rowKey={(row) => row.id} keys={false} />;
}
