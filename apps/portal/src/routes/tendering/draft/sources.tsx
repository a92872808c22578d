import { Alert, Button, Group, Select, Stack, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { SourceBasketDocument, SourceTenderDocument, type TenderChoicesQuery } from '../../../graphql/generated/graphql';
import { Failure } from '../../../ui/states';
import { linesMax, readLines, withParts } from './paste';
import { lineOf, type TypedLine } from './typed-line';
import type { Draft } from './use-draft';

const linesShownMax = 20;

interface Props {
  draft: Draft;
  choices: TenderChoicesQuery;
  from: { basketId?: string | undefined; tenderId?: string | undefined } | undefined;
}

/** Lines by paste, from a basket, or from a past tender; each source adds to what stands there. */
export function LineSources({ draft, choices, from }: Props) {
  const { t } = useTranslation('tendering');
  const { typed, set } = draft;
  const [text, setText] = useState('');
  const [unread, setUnread] = useState<readonly number[]>([]);
  const add = (lines: readonly TypedLine[]): void => set({ lines: [...typed.lines, ...lines].slice(0, linesMax) });
  const read = useMutation({
    mutationFn: async () => {
      const { lines, unreadable } = readLines(text);
      return { lines: await withParts(lines.slice(0, linesMax)), unreadable };
    },
    onSuccess: ({ lines, unreadable }) => {
      add(lines);
      setUnread(unreadable);
      // What cannot be read stays to be mended.
      const all = text.split(/\r?\n/);
      setText(unreadable.map((line) => all[line - 1] ?? '').join('\n'));
    },
  });
  const take = useMutation({ mutationFn: linesOfSource, onSuccess: add });
  const begun = useRef(false);
  const { mutate } = take;
  useEffect(() => {
    if (begun.current || (!from?.basketId && !from?.tenderId)) return;
    begun.current = true;
    mutate(from);
  }, [from, mutate]);
  const keyed = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    read.mutate();
  };
  return (
    <Stack gap="sm">
      <Textarea
        label={t('paste.label')}
        description={t('paste.how')}
        placeholder={'NAS6204-1\t200\tEA\t2030-03-31\nHex nut M8, A2;500'}
        autosize
        minRows={3}
        maxRows={12}
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={keyed}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      />
      {unread.length > 0 && (
        <Alert color="orange" role="alert" title={t('paste.unread', { count: unread.length })}>
          {t('paste.unreadText', { lines: unread.slice(0, linesShownMax).join(', ') })}
        </Alert>
      )}
      {(read.error ?? take.error) && <Failure error={read.error ?? take.error} />}
      <Group gap="sm" align="flex-end">
        <Button variant="default" onClick={() => read.mutate()} loading={read.isPending} disabled={text.trim() === ''}>
          {t('paste.add')}
        </Button>
        {choices.baskets.some(({ lineCount }) => lineCount > 0) && (
          <Select
            aria-label={t('paste.basket')}
            placeholder={t('paste.basket')}
            data={choices.baskets.filter(({ lineCount }) => lineCount > 0).map(({ id, name }) => ({ value: id, label: name }))}
            value={null}
            onChange={(basketId) => basketId && take.mutate({ basketId })}
          />
        )}
        {choices.tenders.nodes.length > 0 && (
          <Select
            aria-label={t('paste.tender')}
            placeholder={t('paste.tender')}
            searchable
            data={choices.tenders.nodes.map(({ id, number, title }) => ({ value: id, label: `${number} · ${title}` }))}
            value={null}
            onChange={(tenderId) => tenderId && take.mutate({ tenderId })}
          />
        )}
      </Group>
    </Stack>
  );
}

/** What a basket or a past tender asks for. Days and target prices of a past tender were those of another time. */
async function linesOfSource(from: { basketId?: string | undefined; tenderId?: string | undefined }): Promise<TypedLine[]> {
  if (from.basketId) {
    const { basket } = await ask(SourceBasketDocument, { id: from.basketId });
    return (basket?.lines ?? []).flatMap(({ now, quantity, needBy }) =>
      now
        ? [
            {
              key: crypto.randomUUID(),
              lot: 1,
              partId: now.partId,
              partNumber: now.manufacturerPart ?? '',
              description: now.name,
              quantity,
              unit: now.minimum.unit,
              needBy: needBy ?? '',
              target: '',
              alternatesAllowed: false,
            },
          ]
        : [],
    );
  }
  const { tender } = await ask(SourceTenderDocument, { id: from.tenderId ?? '' });
  return (tender?.lines ?? [])
    .filter(({ droppedIn }) => droppedIn == null)
    .map((line) => ({
      ...lineOf(line, 1),
      key: crypto.randomUUID(),
      needBy: '',
      target: '',
      // Its number was one of that tender.
      kept: undefined,
    }));
}
