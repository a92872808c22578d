import { Button, Group, Stack, Text } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { InviteSuppliersDocument } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { formatInstant } from '../../../i18n/format';
import { useMe, useRights } from '../../../shell/me';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { errorAt } from '../../../ui/forms/form-errors';
import { Section } from '../../../ui/section';
import { Status } from '../../../ui/shown/status';
import { useTenderChoices } from '../draft/choices';
import { SuppliersSelect } from '../draft/fields/supplier-fields';
import type { Supplier } from '../draft/use-draft';
import type { RunningProps } from './bought';

/** Who was invited, and who said that he does not bid. */
export function Invited({ tender, moved }: RunningProps) {
  const { t } = useTranslation('tendering');
  const manage = useRights().has('tender:manage');
  const [inviting, setInviting] = useState(false);
  const open = tender.status === 'BIDDING' || tender.status === 'ANNOUNCED';
  return (
    <Section
      title={t('invited.title', { count: tender.invitations.length })}
      actions={
        manage &&
        open && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconUserPlus size={15} aria-hidden />}
            onClick={() => setInviting(true)}
          >
            {t('invited.more')}
          </Button>
        )
      }
    >
      {tender.procedure === 'OPEN' && <Text size="sm">{t('invited.open')}</Text>}
      <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {tender.invitations.map(({ supplierId, supplier, invitedAt, declinedAt, declineReason }) => (
          <li key={supplierId}>
            <Group gap="sm">
              <Text size="sm" fw={600}>
                {supplier.name}
              </Text>
              {declinedAt && <Status tone="quiet">{t('invited.declined')}</Status>}
            </Group>
            <Text size="xs" className="quiet">
              {declinedAt
                ? t('invited.declinedAt', { at: formatInstant(declinedAt) })
                : t('invited.at', { at: formatInstant(invitedAt) })}
            </Text>
            {declineReason && <Text size="sm">{declineReason}</Text>}
          </li>
        ))}
      </Stack>
      {inviting && <InviteForm tender={tender} moved={moved} onClose={() => setInviting(false)} />}
    </Section>
  );
}

function InviteForm({ tender, moved, onClose }: RunningProps & { onClose: () => void }) {
  const { t } = useTranslation('tendering');
  const submit = useSubmit();
  const { me } = useMe();
  const { data } = useTenderChoices();
  const [chosen, setChosen] = useState<readonly Supplier[]>([]);
  const own = me?.organization.id ?? '';
  const send = async (): Promise<boolean> => {
    const input = { tenderId: tender.id, supplierIds: chosen.map(({ id }) => id) };
    const done = await submit.run(async () => (await ask(InviteSuppliersDocument, { input })).inviteSuppliers);
    if (done) await moved();
    return done !== undefined;
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('invited.more')}
      action={t('invited.action')}
      onSubmit={send}
      busy={submit.busy}
      failure={submit.failure}
      errors={submit.errors}
      fields={['supplierIds']}
      disabled={chosen.length === 0}
    >
      <Text size="sm">{t('invited.consequence')}</Text>
      <SuppliersSelect
        label={t('who.suppliers')}
        partners={(data?.partnerships ?? [])
          .filter(({ status, buyer }) => status === 'ACTIVE' && buyer.id === own)
          .map(({ supplier }) => supplier)}
        without={[own, ...tender.invitations.map(({ supplierId }) => supplierId)]}
        chosen={chosen}
        onChange={setChosen}
        error={errorAt(submit.errors, 'supplierIds')}
      />
    </FormDialog>
  );
}
