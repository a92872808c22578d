import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { EndBuyerGroupDocument, type GroupCardFragment } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { Confirm } from '../../../ui/forms/confirm';
import { FormErrors } from '../../../ui/forms/form-errors';
import { Failure } from '../../../ui/states';

/** Ends a group that nothing is shown to. */
export function EndGroup({ group, onClose }: { group: GroupCardFragment; onClose: () => void }) {
  const { t } = useTranslation('groups');
  const queries = useQueryClient();
  const { errors, failure, run } = useSubmit();
  const end = async (): Promise<boolean> => {
    if (!(await run(async () => (await ask(EndBuyerGroupDocument, { input: { groupId: group.id } })).endBuyerGroup)))
      return false;
    await queries.invalidateQueries();
    return true;
  };
  return (
    <Confirm
      opened
      onClose={onClose}
      title={t('endOf', { name: group.name })}
      consequence={t('endConsequence')}
      action={t('end')}
      onConfirm={end}
      danger
    >
      {failure !== undefined && <Failure error={failure} />}
      <FormErrors errors={errors} />
    </Confirm>
  );
}
