import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import {
  AcceptPartnershipDocument,
  ChangePartnershipDocument,
  type PartnershipChange,
  type PartnershipFactsFragment,
} from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { Confirm } from '../../../ui/forms/confirm';
import { FormErrors } from '../../../ui/forms/form-errors';
import { Failure } from '../../../ui/states';
import { TolerancesForm } from './tolerances-form';

interface Props {
  row: PartnershipFactsFragment;
  ownId: string;
}
type Move = 'ACCEPT' | PartnershipChange;

/** What this side may do now. */
function movesOf(row: PartnershipFactsFragment, ownId: string): Move[] {
  if (row.status === 'PROPOSED') return row.proposedBy === ownId ? ['END'] : ['ACCEPT', 'END'];
  if (row.status === 'ACTIVE') return ['SUSPEND', 'END'];
  if (row.status === 'SUSPENDED') return row.suspendedBy === ownId ? ['RESUME', 'END'] : ['END'];
  return [];
}

/** Accept, suspend, resume, end: each says first what follows. The buyer also sets what he lets pass. */
export function Moves({ row, ownId }: Props) {
  const { t } = useTranslation('organizations');
  const [asking, setAsking] = useState<Move | 'TOLERANCES' | undefined>(undefined);
  const partner = row.buyer.id === ownId ? row.supplier.name : row.buyer.name;
  const close = (): void => setAsking(undefined);
  const wording = (move: Move): string =>
    move === 'END' && row.status === 'PROPOSED' ? (row.proposedBy === ownId ? 'WITHDRAW' : 'DECLINE') : move;
  return (
    <Group gap="xs" wrap="nowrap">
      {movesOf(row, ownId).map((move) => (
        <Button
          key={move}
          size="compact-xs"
          variant={move === 'ACCEPT' ? 'filled' : 'default'}
          aria-label={t(`move.of.${wording(move)}`, { partner })}
          onClick={() => setAsking(move)}
        >
          {t(`move.name.${wording(move)}`)}
        </Button>
      ))}
      {row.buyer.id === ownId && row.status !== 'ENDED' && (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={t('tolerances.of', { partner })}
          onClick={() => setAsking('TOLERANCES')}
        >
          {t('tolerances.name')}
        </Button>
      )}
      {asking === 'TOLERANCES' && <TolerancesForm row={row} onClose={close} />}
      {asking && asking !== 'TOLERANCES' && (
        <Ask row={row} move={asking} wording={wording(asking)} partner={partner} onClose={close} />
      )}
    </Group>
  );
}

interface Asked {
  row: PartnershipFactsFragment;
  move: Move;
  wording: string;
  partner: string;
  onClose: () => void;
}

function Ask({ row, move, wording, partner, onClose }: Asked) {
  const { t } = useTranslation('organizations');
  const queries = useQueryClient();
  const { errors, failure, run } = useSubmit();
  const go = async (): Promise<boolean> => {
    const which = { buyerId: row.buyer.id, supplierId: row.supplier.id, expectedVersion: row.version };
    const done = await run(async () =>
      move === 'ACCEPT'
        ? (await ask(AcceptPartnershipDocument, { input: which })).acceptPartnership
        : (await ask(ChangePartnershipDocument, { input: { ...which, move } })).changePartnership,
    );
    if (!done) return false;
    notifications.show({ message: t('saved') });
    await queries.invalidateQueries();
    return true;
  };
  return (
    <Confirm
      opened
      onClose={onClose}
      title={t(`move.title.${wording}`, { partner })}
      consequence={t(`move.consequence.${wording}`, { partner })}
      action={t(`move.name.${wording}`)}
      onConfirm={go}
      danger={move === 'END'}
    >
      {failure !== undefined && <Failure error={failure} />}
      <FormErrors errors={errors} />
    </Confirm>
  );
}
