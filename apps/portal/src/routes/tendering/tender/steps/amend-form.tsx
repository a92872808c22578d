import { Checkbox, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { normalise } from '#libs/kernel';
import { ask } from '../../../../graphql/client';
import { AmendTenderDocument } from '../../../../graphql/generated/graphql';
import { useSubmit } from '../../../../graphql/submit';
import { FormDialog } from '../../../../ui/forms/form-dialog';
import { errorAt, type FieldError } from '../../../../ui/forms/form-errors';
import { decimalOrTyped, typedDecimal } from '../../../../ui/forms/typed-decimal';
import { readLines, withParts } from '../../draft/paste';
import { fromLocalField, ownZone, toLocalField } from '../../shared/dates';
import type { RunningProps } from '../bought';

interface Changed {
  quantity: string;
  needBy: string;
  dropped: boolean;
}

/** Changes a published tender as a new version. What is fixed by the publication is not here. */
export function AmendForm({ tender, moved, onClose }: RunningProps & { onClose: () => void }) {
  const { t } = useTranslation('tendering');
  const submit = useSubmit();
  const lines = tender.lines.filter(({ droppedIn }) => droppedIn == null);
  const [typed, setTyped] = useState({
    reason: '',
    title: tender.title,
    description: tender.description ?? '',
    closesAt: toLocalField(tender.closesAt),
    added: '',
  });
  const [lotId, setLotId] = useState(tender.lots[0]?.id ?? '');
  const [changed, setChanged] = useState<Readonly<Record<string, Changed>>>(() =>
    Object.fromEntries(
      lines.map(({ id, quantity, needBy }) => [
        id,
        { quantity: normalise(quantity.value), needBy: needBy ?? '', dropped: false },
      ]),
    ),
  );
  const [unread, setUnread] = useState<readonly FieldError[]>([]);
  const errors = [...unread, ...submit.errors];
  const text = (name: keyof typeof typed) => ({
    value: typed[name],
    onChange: (event: { currentTarget: { value: string } }) => setTyped({ ...typed, [name]: event.currentTarget.value }),
    error: errorAt(errors, name),
  });
  const set = (id: string, patch: Partial<Changed>): void => setChanged({ ...changed, [id]: { ...changed[id]!, ...patch } });

  const send = async (): Promise<boolean> => {
    const added = readLines(typed.added);
    const faults = [
      ...(typed.reason.trim() === '' ? [{ message: t('reason.missing'), path: ['reason'] }] : []),
      ...added.unreadable.map((line) => ({ message: t('paste.unreadText', { lines: String(line) }), path: ['added'] })),
      ...lines
        .filter(({ id }) => typedDecimal(changed[id]!.quantity) === undefined)
        .map(({ id }) => ({ message: t('fault.quantity'), path: ['changeLines', id] })),
    ];
    setUnread(faults);
    if (faults.length > 0) return false;
    const closesAt = fromLocalField(typed.closesAt);
    const moves = closesAt !== null && toLocalField(tender.closesAt) !== typed.closesAt;
    const input = {
      tenderId: tender.id,
      expectedVersion: tender.edits,
      reason: typed.reason.trim(),
      title: typed.title.trim() === tender.title ? null : typed.title.trim(),
      description: typed.description === (tender.description ?? '') ? null : typed.description.trim() || null,
      closesAt: moves ? closesAt : null,
      changeLines: lines
        .filter(({ id, quantity, needBy }) => {
          const now = changed[id]!;
          return !now.dropped && (decimalOrTyped(now.quantity) !== normalise(quantity.value) || now.needBy !== (needBy ?? ''));
        })
        .map(({ id }) => ({ lineId: id, quantity: decimalOrTyped(changed[id]!.quantity), needBy: changed[id]!.needBy || null })),
      dropLineIds: lines.filter(({ id }) => changed[id]!.dropped).map(({ id }) => id),
    };
    const done = await submit.run(async () => {
      const addLines = (await withParts(added.lines)).map(({ key: _, lot: __, kept: ___, target, partNumber, ...line }) => ({
        ...line,
        partNumber: line.partId ? null : partNumber || null,
        description: line.description || null,
        needBy: line.needBy || null,
        target: target || null,
        lotId,
      }));
      return (await ask(AmendTenderDocument, { input: { ...input, addLines } })).amendTender;
    });
    if (done) await moved();
    return done !== undefined;
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('amend.title', { number: tender.number })}
      action={t('amend.action')}
      onSubmit={send}
      busy={submit.busy}
      failure={submit.failure}
      errors={errors}
      fields={['reason', 'title', 'description', 'closesAt', 'added', 'changeLines']}
      size="xl"
    >
      <Text size="sm">{t('amend.consequence', { hours: tender.pushHours })}</Text>
      <Textarea label={t('reason.label')} required autosize maxLength={2000} data-autofocus {...text('reason')} />
      <TextInput
        type="datetime-local"
        label={t('when.closesAt')}
        description={t('amend.onlyLater', { zone: ownZone() })}
        {...text('closesAt')}
      />
      <TextInput label={t('draft.title')} maxLength={200} {...text('title')} />
      <Textarea label={t('draft.description')} autosize maxLength={10_000} {...text('description')} />
      <Stack gap="xs" mah={320} style={{ overflowY: 'auto' }} role="group" aria-label={t('lines.label')}>
        {lines.map((line) => (
          <Group key={line.id} gap="sm" align="flex-end" wrap="nowrap">
            <Text size="sm" style={{ flex: 1, minWidth: 120 }} td={changed[line.id]?.dropped ? 'line-through' : undefined}>
              {line.number} · {line.partNumber ?? line.description}
            </Text>
            <TextInput
              size="xs"
              w={110}
              aria-label={t('lines.quantityOf', { line: line.number })}
              value={changed[line.id]?.quantity ?? ''}
              onChange={(event) => set(line.id, { quantity: event.currentTarget.value })}
              error={errorAt(errors, 'changeLines', line.id)}
            />
            <TextInput
              size="xs"
              type="date"
              w={140}
              aria-label={t('lines.needByOf', { line: line.number })}
              value={changed[line.id]?.needBy ?? ''}
              onChange={(event) => set(line.id, { needBy: event.currentTarget.value })}
            />
            <Checkbox
              label={t('amend.drop')}
              aria-label={t('lines.removeOf', { line: line.number })}
              checked={changed[line.id]?.dropped ?? false}
              onChange={(event) => set(line.id, { dropped: event.currentTarget.checked })}
            />
          </Group>
        ))}
      </Stack>
      {tender.lots.length > 1 && typed.added.trim() !== '' && (
        <Select
          label={t('amend.addedTo')}
          allowDeselect={false}
          data={tender.lots.map(({ id, title }) => ({ value: id, label: title }))}
          value={lotId}
          onChange={(next) => next && setLotId(next)}
        />
      )}
      <Textarea label={t('amend.added')} description={t('paste.how')} autosize minRows={2} {...text('added')} />
    </FormDialog>
  );
}
