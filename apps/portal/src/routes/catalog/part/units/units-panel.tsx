import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../../graphql/client';
import { PartUnitsDocument } from '../../../../graphql/generated/graphql';
import { useRights } from '../../../../shell/me';
import { Section } from '../../../../ui/section';
import { Empty, Failure, Waiting } from '../../../../ui/states';
import { AddContentForm } from './add-content-form';
import { ContentList } from './content-list';
import { LotsTable } from './lots-table';
import type { LotRow } from './unit';

/** The units of a part that suppliers state, and the papers and pictures of it. */
export function UnitsPanel({ partId, number }: { partId: string; number: string }) {
  const { t, i18n } = useTranslation('units');
  const rights = useRights();
  const [adding, setAdding] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['units', partId, i18n.language],
    queryFn: ({ signal }) => ask(PartUnitsDocument, { id: partId, languages: [i18n.language] }, signal),
  });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting />;
  const contents = data.part?.content ?? [];
  const rows: LotRow[] = (data.part?.offers ?? []).flatMap((offer) => offer.lots.map((lot) => ({ ...lot, offer })));
  const add = rights.has('content:write') && (
    <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
      {t('add.open')}
    </Button>
  );
  return (
    <>
      {rows.length > 0 && (
        <Section title={t('title')}>
          <LotsTable rows={rows} number={number} />
        </Section>
      )}
      <Section title={t('contentTitle')} actions={add}>
        {contents.length === 0 ? (
          <Empty title={t('noContentTitle')} text={t('noContentText')} />
        ) : (
          <ContentList contents={contents} />
        )}
      </Section>
      {adding && <AddContentForm partId={partId} onClose={() => setAdding(false)} />}
    </>
  );
}
