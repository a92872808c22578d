import { Button, FileButton, Group, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { SetCalendarDaysDocument, SetInboundDocument, SetTransitDocument } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { FormDialog } from '../../../ui/forms/form-dialog';
import type { FieldError } from '../../../ui/forms/form-errors';
import { type ReadRows, readDays, readInbound, readTransit } from './read-rows';

/** What is pasted: days of a calendar, ways, or receipts. */
export type Pasting = { kind: 'days'; place: string } | { kind: 'transit' } | { kind: 'inbound' };

interface Reading extends ReadRows<object> {
  send: () => Promise<{ errors: readonly object[] }>;
}

function readingOf(pasting: Pasting, text: string): Reading {
  if (pasting.kind === 'days') {
    const { rows, unreadable } = readDays(text);
    const input = { place: pasting.place, days: rows };
    return { rows, unreadable, send: async () => (await ask(SetCalendarDaysDocument, { input })).setCalendarDays };
  }
  if (pasting.kind === 'transit') {
    const { rows, unreadable } = readTransit(text);
    return {
      rows,
      unreadable,
      send: async () => (await ask(SetTransitDocument, { input: { rows, replace: false } })).setTransit,
    };
  }
  const { rows, unreadable } = readInbound(text);
  return { rows, unreadable, send: async () => (await ask(SetInboundDocument, { input: { lines: rows } })).setInbound };
}

/** Rows by paste or from a CSV file; what was typed stays until all of it is taken. */
export function PasteRows({ pasting, onClose }: { pasting: Pasting; onClose: () => void }) {
  const { t } = useTranslation('promise');
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const [unread, setUnread] = useState<readonly FieldError[]>([]);
  const submit = useSubmit();
  const send = async (): Promise<boolean> => {
    const reading = readingOf(pasting, text);
    const lines = reading.rows.length === 0 && reading.unreadable.length === 0 ? [1] : reading.unreadable;
    setUnread(lines.slice(0, 20).map((line) => ({ message: t('calendar.unreadable', { line }), path: ['rows'] })));
    if (lines.length > 0) return false;
    const done = await submit.run(reading.send);
    await queries.invalidateQueries();
    return done !== undefined;
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t(`calendar.paste.${pasting.kind}`)}
      action={t('calendar.take')}
      onSubmit={send}
      busy={submit.busy}
      failure={submit.failure}
      errors={[...unread, ...submit.errors]}
      fields={[]}
      disabled={!text.trim()}
    >
      <Group>
        <FileButton accept=".csv,text/csv,text/plain" onChange={(file) => void file?.text().then(setText)}>
          {(props) => (
            <Button variant="default" size="xs" {...props}>
              {t('calendar.file')}
            </Button>
          )}
        </FileButton>
      </Group>
      <Textarea
        label={t('calendar.rows')}
        description={t(`calendar.how.${pasting.kind}`)}
        autosize
        minRows={6}
        maxRows={18}
        data-autofocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      />
    </FormDialog>
  );
}
