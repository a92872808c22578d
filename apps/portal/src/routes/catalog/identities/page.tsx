import { Button, Stack } from '@mantine/core';
import { IconArrowMerge, IconArrowsSplit } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { IdentitiesDocument } from '../../../graphql/generated/graphql';
import { Page } from '../../../ui/page';
import { Pager } from '../../../ui/pager';
import { Empty, Failure, Waiting } from '../../../ui/states';
import { useUrl } from '../../url';
import { Corrections } from './corrections';
import { MergeForm } from './merge-form';
import { SplitForm } from './split-form';

const pageSize = 50;

/** Wrong identities, for the operator: two parts that are one, one number that means two; all of it can be taken back. */
export default function IdentitiesPage() {
  const { t } = useTranslation('identity');
  const [{ after, before }, change] = useUrl();
  const [doing, setDoing] = useState<'merge' | 'split' | undefined>(undefined);
  const variables = before ? { last: pageSize, before } : { first: pageSize, after };
  const { data, error, refetch, isPlaceholderData } = useQuery({
    queryKey: ['identities', variables],
    queryFn: ({ signal }) => ask(IdentitiesDocument, variables, signal),
    placeholderData: (previous) => previous,
  });
  const close = (): void => setDoing(undefined);
  return (
    <Page
      title={t('identity.title')}
      below={t('identity.below')}
      actions={
        <>
          <Button variant="default" leftSection={<IconArrowsSplit size={16} aria-hidden />} onClick={() => setDoing('split')}>
            {t('identity.split')}
          </Button>
          <Button leftSection={<IconArrowMerge size={16} aria-hidden />} onClick={() => setDoing('merge')}>
            {t('identity.merge')}
          </Button>
        </>
      }
    >
      {error ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : !data ? (
        <Waiting />
      ) : (
        <Stack gap="sm">
          {data.identityCorrections.nodes.length === 0 ? (
            <Empty title={t('identity.none')} text={t('identity.noneText')} />
          ) : (
            <Corrections corrections={data.identityCorrections.nodes} stale={isPlaceholderData} />
          )}
          <Pager
            page={data.identityCorrections.pageInfo}
            onPage={(where) => change({ after: where.after, before: where.before })}
            busy={isPlaceholderData}
          />
        </Stack>
      )}
      {doing === 'merge' && <MergeForm onClose={close} />}
      {doing === 'split' && <SplitForm onClose={close} />}
    </Page>
  );
}
