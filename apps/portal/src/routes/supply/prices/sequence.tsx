import { ActionIcon, Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { type PolicyFactsFragment, type PriceSequenceStep, SetAccessSequenceDocument } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { FormErrors } from '../../../ui/forms/form-errors';
import { Failure } from '../../../ui/states';

const movable: readonly PriceSequenceStep[] = ['ITEM', 'GROUP', 'MATRIX'];

/** The sources of a price in the order in which they are asked; list prices can only be last. */
export function Sequence({ policy }: { policy: PolicyFactsFragment }) {
  const { t } = useTranslation('pricing');
  const queries = useQueryClient();
  const submit = useSubmit();
  const declared = policy.sequence.filter((step) => step !== 'LIST');
  const [order, setOrder] = useState<readonly PriceSequenceStep[]>([
    ...declared,
    ...movable.filter((step) => !policy.sequence.includes(step)),
  ]);
  const [asked, setAsked] = useState<ReadonlySet<PriceSequenceStep>>(new Set(policy.sequence));
  const next = [...order, 'LIST' as const].filter((step) => asked.has(step));
  const changed = next.join() !== policy.sequence.join();
  const move = (at: number, by: number): void => {
    const moved = [...order];
    moved.splice(at + by, 0, ...moved.splice(at, 1));
    setOrder(moved);
  };
  const save = async (): Promise<void> => {
    const input = { sequence: next, expectedVersion: policy.version };
    if (await submit.run(async () => (await ask(SetAccessSequenceDocument, { input })).setAccessSequence))
      await queries.invalidateQueries();
  };
  return (
    <Stack gap="sm" align="flex-start">
      <Text size="sm">{t('sequence.how')}</Text>
      {submit.failure !== undefined && <Failure error={submit.failure} />}
      <FormErrors errors={submit.errors} />
      {[...order, 'LIST' as const].map((step, at) => (
        <Group key={step} gap="xs" wrap="nowrap">
          <Checkbox
            label={t(`step.${step}`)}
            checked={asked.has(step)}
            onChange={(event) => {
              const now = new Set(asked);
              if (event.currentTarget.checked) now.add(step);
              else now.delete(step);
              setAsked(now);
            }}
          />
          {step !== 'LIST' && (
            <>
              <ActionIcon
                variant="subtle"
                color="gray"
                disabled={at === 0}
                aria-label={t('sequence.up', { step: t(`step.${step}`) })}
                onClick={() => move(at, -1)}
              >
                <IconArrowUp size={16} aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                disabled={at === order.length - 1}
                aria-label={t('sequence.down', { step: t(`step.${step}`) })}
                onClick={() => move(at, 1)}
              >
                <IconArrowDown size={16} aria-hidden />
              </ActionIcon>
            </>
          )}
        </Group>
      ))}
      <Button disabled={!changed || next.length === 0} loading={submit.busy} onClick={() => void save()}>
        {t('sequence.save')}
      </Button>
    </Stack>
  );
}
