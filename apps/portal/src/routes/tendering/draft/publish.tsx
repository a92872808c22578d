import { List, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../../i18n/format';
import { Confirm } from '../../../ui/forms/confirm';
import { FormErrors } from '../../../ui/forms/form-errors';
import { Failure } from '../../../ui/states';
import { fromLocalField } from '../shared/dates';
import type { Draft, Supplier } from './use-draft';

interface Props {
  draft: Draft;
  invited: readonly Supplier[];
  opened: boolean;
  onClose: () => void;
  onDone: (tenderId: string) => void;
}

const consequenceOf = { OPEN: 'openBids', TIMED: 'timedBids', SEALED: 'sealedBids' } as const;

/** Publication with its consequence written out: who reads it, until when, and what cannot be changed any more. */
export function PublishDialog({ draft, invited, opened, onClose, onDone }: Props) {
  const { t } = useTranslation('tendering');
  const { typed, chosen, submit } = draft;
  const suppliers = [...invited, ...chosen];
  const closes = fromLocalField(typed.closesAt);
  const go = async (): Promise<boolean> => {
    const done = await draft.publish();
    if (done) onDone(done.id);
    return done !== undefined;
  };
  return (
    <Confirm
      opened={opened}
      onClose={onClose}
      title={t('publish.title')}
      consequence={
        typed.procedure === 'OPEN'
          ? t('publish.toAll')
          : t('publish.toInvited', { count: suppliers.length, names: suppliers.map(({ name }) => name).join(', ') })
      }
      action={t('publish.action')}
      onConfirm={go}
    >
      <Stack gap="sm">
        <List size="sm" spacing={4}>
          <List.Item>{t('publish.lines', { count: typed.lines.length })}</List.Item>
          {closes && <List.Item>{t('publish.until', { closes: formatInstant(closes) })}</List.Item>}
          <List.Item>{t(`publish.${consequenceOf[typed.confidentiality]}`)}</List.Item>
          <List.Item>{t('publish.fixed')}</List.Item>
          {typed.procedure === 'OPEN' && typed.isPublic && <List.Item>{t('publish.public')}</List.Item>}
        </List>
        {submit.failure !== undefined && <Failure error={submit.failure} />}
        <FormErrors errors={submit.errors} />
      </Stack>
    </Confirm>
  );
}
