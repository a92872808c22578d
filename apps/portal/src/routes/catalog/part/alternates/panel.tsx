import { Alert, Button, Group, NumberInput, Stack, Switch, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../../graphql/client';
import { PartAlternatesDocument } from '../../../../graphql/generated/graphql';
import { useRights } from '../../../../shell/me';
import { Section } from '../../../../ui/section';
import { Empty, Failure, Waiting } from '../../../../ui/states';
import { useUrl } from '../../../url';
import { AlternativesTable } from './alternatives-table';
import { AssertLink } from './assert-link';
import { GraphPicture } from './graph-picture';
import { LinksTable } from './links-table';

/** How far the picture looks around the part. */
const pictureDepth = 2;

/** What may stand for the part, and who says so. */
export function AlternatesPanel({ partId, number }: { partId: string; number: string }) {
  const { t } = useTranslation('alternates');
  const rights = useRights();
  const [url, setUrl] = useUrl();
  const [asserting, setAsserting] = useState(false);
  const model = url['model']?.trim() || null;
  const msn = /^\d{1,9}$/.test(url['msn'] ?? '') ? Number(url['msn']) : null;
  const consent = url['qualified'] === 'yes';
  const { data, error, refetch } = useQuery({
    queryKey: ['alternates', partId, model, msn, consent],
    queryFn: ({ signal }) =>
      ask(PartAlternatesDocument, { id: partId, application: { model, msn }, consent, depth: pictureDepth }, signal),
    placeholderData: keepPreviousData,
  });
  const part = data?.part;
  const assert = rights.has('alternate:assert') && (
    <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAsserting(true)}>
      {t('assert.open')}
    </Button>
  );
  return (
    <Section title={t('title')} actions={assert}>
      {part?.saleBlock && (
        <Alert color="red" icon={<IconAlertTriangle aria-hidden />} role="status">
          {part.saleBlock.replacedBy ? t('blockedBy', { number: part.saleBlock.replacedBy.number }) : t('blocked')}
        </Alert>
      )}
      <Group gap="md" align="flex-end">
        <TextInput
          label={t('model')}
          w={160}
          defaultValue={model ?? ''}
          onBlur={(event) => setUrl({ model: event.currentTarget.value.trim() || undefined }, { replace: true })}
        />
        <NumberInput
          label={t('msn')}
          w={140}
          min={0}
          max={999_999_999}
          allowDecimal={false}
          hideControls
          defaultValue={msn ?? ''}
          onBlur={(event) => setUrl({ msn: event.currentTarget.value.trim() || undefined }, { replace: true })}
        />
        <Switch
          label={t('qualified')}
          checked={consent}
          onChange={(event) => setUrl({ qualified: event.currentTarget.checked ? 'yes' : undefined }, { replace: true })}
        />
      </Group>
      {error ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : !part ? (
        <Waiting />
      ) : (
        <Stack gap="lg">
          {part.alternatives.length === 0 ? (
            <Empty title={t('noneTitle')} text={part.interchangeLinks.length > 0 ? t('noneButClaims') : t('noneText')} />
          ) : (
            <AlternativesTable alternatives={part.alternatives} number={number} />
          )}
          {part.interchangeLinks.length > 0 && (
            <>
              <GraphPicture partId={partId} number={number} links={part.interchangeLinks} />
              <LinksTable links={part.interchangeLinks} number={number} />
            </>
          )}
        </Stack>
      )}
      {asserting && <AssertLink partId={partId} number={number} onClose={() => setAsserting(false)} />}
    </Section>
  );
}
