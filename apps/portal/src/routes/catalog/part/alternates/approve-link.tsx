import { Group, Text, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../../graphql/client';
import { ApproveLinkDocument } from '../../../../graphql/generated/graphql';
import { useSubmit } from '../../../../graphql/submit';
import { FormDialog } from '../../../../ui/forms/form-dialog';
import { errorAt } from '../../../../ui/forms/form-errors';
import { type Link, targetText } from './link';

/** Stands behind a link, for all or for one fleet, from a day to a day. */
export function ApproveLink({ link, onClose }: { link: Link; onClose: () => void }) {
  const { t } = useTranslation('alternates');
  const queries = useQueryClient();
  const submit = useSubmit();
  const [form, setForm] = useState({ fleet: '', validFrom: '', validTo: '', note: '' });
  const change = (patch: Partial<typeof form>): void => setForm({ ...form, ...patch });
  const approve = async (): Promise<boolean> => {
    const input = {
      linkOrg: link.orgId,
      linkId: link.id,
      fleet: form.fleet.trim() || null,
      validFrom: form.validFrom || null,
      validTo: form.validTo || null,
      note: form.note.trim() || null,
    };
    const done = await submit.run(async () => (await ask(ApproveLinkDocument, { input })).approveLink);
    if (done) await queries.invalidateQueries({ queryKey: ['alternates'] });
    return done !== undefined;
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('approve.title', { from: link.from.number, to: targetText(link) })}
      action={t('approve.action')}
      onSubmit={approve}
      busy={submit.busy}
      errors={submit.errors}
      failure={submit.failure}
      fields={['fleet', 'validFrom', 'validTo', 'note']}
    >
      <Text size="sm">{t('approve.means')}</Text>
      <TextInput
        label={t('approve.fleet')}
        description={t('approve.fleetHow')}
        maxLength={60}
        value={form.fleet}
        onChange={(event) => change({ fleet: event.currentTarget.value })}
        error={errorAt(submit.errors, 'fleet')}
      />
      <Group grow>
        <TextInput
          type="date"
          label={t('from')}
          value={form.validFrom}
          onChange={(event) => change({ validFrom: event.currentTarget.value })}
          error={errorAt(submit.errors, 'validFrom')}
        />
        <TextInput
          type="date"
          label={t('until')}
          value={form.validTo}
          onChange={(event) => change({ validTo: event.currentTarget.value })}
          error={errorAt(submit.errors, 'validTo')}
        />
      </Group>
      <Textarea
        label={t('approve.note')}
        maxLength={500}
        value={form.note}
        onChange={(event) => change({ note: event.currentTarget.value })}
        error={errorAt(submit.errors, 'note')}
      />
    </FormDialog>
  );
}
