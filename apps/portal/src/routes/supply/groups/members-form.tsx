import { MultiSelect } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { type GroupCardFragment, SetGroupMembersDocument } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { FormDialog } from '../../../ui/forms/form-dialog';

interface Props {
  group: GroupCardFragment;
  buyers: readonly { id: string; name: string }[];
  onClose: () => void;
}

/** Who is in a group by hand; whom an agreement lets in is not changed here. */
export function MembersForm({ group, buyers, onClose }: Props) {
  const { t } = useTranslation('groups');
  const queries = useQueryClient();
  const submit = useSubmit();
  const byHand = group.members.filter(({ agreementId }) => agreementId === null).map(({ buyer }) => buyer);
  const before = byHand.map(({ id }) => id);
  const [chosen, setChosen] = useState<string[]>(before);
  // Who is no partner any more is still there to be taken out.
  const known = new Map([...buyers, ...byHand].map(({ id, name }) => [id, name]));
  const save = async (): Promise<boolean> => {
    const input = {
      groupId: group.id,
      add: chosen.filter((id) => !before.includes(id)),
      remove: before.filter((id) => !chosen.includes(id)),
    };
    if (!(await submit.run(async () => (await ask(SetGroupMembersDocument, { input })).setGroupMembers))) return false;
    await queries.invalidateQueries();
    return true;
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('membersOf', { name: group.name })}
      action={t('save')}
      onSubmit={save}
      {...submit}
      fields={[]}
    >
      <MultiSelect
        label={t('buyers')}
        description={t('buyersHow')}
        searchable
        data={[...known].map(([value, label]) => ({ value, label }))}
        value={chosen}
        onChange={setChosen}
      />
    </FormDialog>
  );
}
