import { Radio, Select, Stack, Table, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../../graphql/client';
import { type BidWholeFragment, DeclareInterestsDocument, GivePointsDocument } from '../../../../graphql/generated/graphql';
import { useSubmit } from '../../../../graphql/submit';
import { FormDialog } from '../../../../ui/forms/form-dialog';
import { errorAt } from '../../../../ui/forms/form-errors';
import { decimalOrTyped } from '../../../../ui/forms/typed-decimal';
import type { BoughtTender, RunningProps } from '../bought';

interface Props extends RunningProps {
  lotId: string;
  bids: readonly BidWholeFragment[];
  onClose: () => void;
}
type Criterion = BoughtTender['criteria'][number];

/** Criteria in which the buyer has a word: points are his to give, and what is mandatory he may find not met. */
export const judgedCriteria = (tender: BoughtTender): Criterion[] =>
  tender.criteria.filter(({ kind }) => kind === 'SCORED' || kind === 'WORTH' || kind === 'MANDATORY');

const keyOf = (bidId: string, criterionId: string): string => `${bidId} ${criterionId}`;

/** One's own points for the bids on a lot, after a word about one's interests. */
export function PointsForm({ tender, lotId, bids, moved, onClose }: Props) {
  const { t } = useTranslation('tendering');
  const submit = useSubmit();
  const criteria = judgedCriteria(tender);
  const declared = tender.committee?.declarations.find(({ mine }) => mine);
  const [conflict, setConflict] = useState<'yes' | 'no' | ''>(declared ? (declared.hasConflict ? 'yes' : 'no') : '');
  const [typed, setTyped] = useState<Record<string, string>>(() =>
    Object.fromEntries(
      (tender.committee?.scores ?? [])
        .filter(({ mine }) => mine)
        .map(({ bidId, criterionId, score, passed }) => [
          keyOf(bidId, criterionId),
          passed == null ? (score ?? '') : passed ? 'yes' : 'no',
        ]),
    ),
  );
  const given = bids.flatMap(({ id: bidId }) =>
    criteria.flatMap(({ id: criterionId, kind }) => {
      const value = typed[keyOf(bidId, criterionId)]?.trim();
      if (!value) return [];
      return [{ bidId, criterionId, ...(kind === 'MANDATORY' ? { passed: value === 'yes' } : { score: decimalOrTyped(value) }) }];
    }),
  );
  const send = async (): Promise<boolean> => {
    const tenderId = tender.id;
    const word = { tenderId, hasConflict: conflict === 'yes' };
    const said = await submit.run(async () => (await ask(DeclareInterestsDocument, { input: word })).declareInterests);
    if (said === undefined) return false;
    const input = { tenderId, lotId, scores: given };
    const done =
      conflict === 'yes' || given.length === 0
        ? said
        : await submit.run(async () => (await ask(GivePointsDocument, { input })).givePoints);
    await moved();
    return done !== undefined;
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('points.title')}
      action={t('points.action')}
      onSubmit={send}
      busy={submit.busy}
      failure={submit.failure}
      errors={submit.errors}
      fields={['scores']}
      disabled={conflict === ''}
      size="xl"
    >
      <Stack gap="md">
        <Radio.Group label={t('points.interests')} value={conflict} onChange={(value) => setConflict(value as 'yes' | 'no')}>
          <Stack gap="xs" mt="xs">
            <Radio value="no" label={t('points.free')} />
            <Radio value="yes" label={t('points.bound')} />
          </Stack>
        </Radio.Group>
        {conflict === 'no' && (
          <Table.ScrollContainer minWidth={480}>
            <Table aria-label={t('points.title')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('ranking.supplier')}</Table.Th>
                  {criteria.map(({ id, scoreMax }) => (
                    <Table.Th key={id}>{scoreMax ? t('points.upTo', { id, most: scoreMax }) : id}</Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {bids.map((bid) => (
                  <Table.Tr key={bid.id}>
                    <Table.Th scope="row">{bid.supplier.name}</Table.Th>
                    {criteria.map((criterion) => {
                      const key = keyOf(bid.id, criterion.id);
                      const at = given.findIndex((one) => keyOf(one.bidId, one.criterionId) === key);
                      return (
                        <Table.Td key={criterion.id}>
                          <PointField
                            criterion={criterion}
                            label={`${bid.supplier.name}, ${criterion.id}`}
                            value={typed[key] ?? ''}
                            onValue={(value) => setTyped((before) => ({ ...before, [key]: value }))}
                            error={at < 0 ? undefined : errorAt(submit.errors, 'scores', String(at))}
                          />
                        </Table.Td>
                      );
                    })}
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
        <Text size="sm" className="quiet">
          {t('points.how')}
        </Text>
      </Stack>
    </FormDialog>
  );
}

interface FieldProps {
  criterion: Criterion;
  label: string;
  value: string;
  onValue: (value: string) => void;
  error: string | undefined;
}

function PointField({ criterion, label, value, onValue, error }: FieldProps) {
  const { t } = useTranslation('tendering');
  if (criterion.kind === 'MANDATORY')
    return (
      <Select
        aria-label={label}
        placeholder={t('points.asBid')}
        clearable
        data={[
          { value: 'yes', label: t('answer.yes') },
          { value: 'no', label: t('answer.no') },
        ]}
        value={value || null}
        onChange={(next) => onValue(next ?? '')}
        error={error}
      />
    );
  return (
    <TextInput
      aria-label={label}
      inputMode="decimal"
      maxLength={24}
      value={value}
      onChange={(event) => onValue(event.currentTarget.value)}
      error={error}
    />
  );
}
