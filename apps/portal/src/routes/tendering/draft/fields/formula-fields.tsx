import { ActionIcon, Alert, Button, Group, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CriterionKind, FormulaKind } from '../../../../graphql/generated/graphql';
import { errorAt } from '../../../../ui/forms/form-errors';
import { Section } from '../../../../ui/section';
import { formulaKinds, needsOf, relativeFormulas, usualCriterion, usualNumbers } from '../formulas';
import type { FormulaNumber, TypedCriterion, TypedTender } from '../typed';
import type { Draft } from '../use-draft';

/** How bids become one number each: the formula with an example, its numbers, and what bidders answer. */
export function FormulaFields({ draft: { typed, set, errors } }: { draft: Draft }) {
  const { t } = useTranslation('tendering');
  const needs = needsOf(typed.formula);
  const choose = (formula: FormulaKind): void => {
    const numbers = { ...typed.numbers };
    for (const name of needsOf(formula).numbers) numbers[name] ||= usualNumbers[name] ?? '';
    const { kinds, offered } = needsOf(formula);
    const kept = typed.criteria.filter(({ kind }) => offered.includes(kind));
    const missing = kinds.filter((kind) => !kept.some((one) => one.kind === kind));
    set({ formula, numbers, criteria: [...kept, ...missing.map((kind) => usualCriterion(kind, kept.length + 1))] });
  };
  const setNumber = (name: FormulaNumber, value: string): void => set({ numbers: { ...typed.numbers, [name]: value } });
  return (
    <Section title={t('compare.title')}>
      <Select
        label={t('compare.formula')}
        allowDeselect={false}
        data={formulaKinds.map((value) => ({ value, label: t(`formula.${value}`) }))}
        value={typed.formula}
        onChange={(value) => value && choose(value as FormulaKind)}
        error={errorAt(errors, 'formula')}
      />
      <Text size="sm">{t(`formulaMeans.${typed.formula}`)}</Text>
      <Text size="sm" className="quiet">
        {t(`formulaExample.${typed.formula}`)}
      </Text>
      {relativeFormulas.includes(typed.formula) && (
        <Alert color="orange" icon={<IconAlertTriangle aria-hidden />} title={t('compare.relative')}>
          {t('compare.relativeText')}
        </Alert>
      )}
      {needs.numbers.length > 0 && (
        <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="md">
          {needs.numbers.map((name) => (
            <TextInput
              key={name}
              label={t(`numberOf.${name}`)}
              inputMode="decimal"
              maxLength={24}
              value={typed.numbers[name]}
              onChange={(event) => setNumber(name, event.currentTarget.value)}
              error={errorAt(errors, 'formula', name)}
            />
          ))}
        </SimpleGrid>
      )}
      <Criteria typed={typed} set={set} errors={errors} offered={needs.offered} />
    </Section>
  );
}

interface CriteriaProps extends Pick<Draft, 'typed' | 'set' | 'errors'> {
  offered: readonly CriterionKind[];
}

/** What bidders answer besides their prices. */
function Criteria({ typed, set, errors, offered }: CriteriaProps) {
  const { t } = useTranslation('tendering');
  const change = (key: string, patch: Partial<TypedCriterion> | null): void =>
    set({ criteria: typed.criteria.flatMap((one) => (one.key !== key ? [one] : patch ? [{ ...one, ...patch }] : [])) });
  return (
    <Stack gap="sm">
      {typed.criteria.map((criterion, i) => (
        <Group key={criterion.key} gap="sm" align="flex-start" role="group" aria-label={t('criterion.label', { n: i + 1 })}>
          <TextInput
            size="xs"
            label={t('criterion.id')}
            maxLength={40}
            value={criterion.id}
            onChange={(event) => change(criterion.key, { id: event.currentTarget.value })}
            error={errorAt(errors, 'criteria', i, 'id') ?? errorAt(errors, 'criteria', criterion.id)}
          />
          <Select
            size="xs"
            label={t('criterion.kind')}
            allowDeselect={false}
            data={offered.map((value) => ({ value, label: t(`criterionKind.${value}`) }))}
            value={criterion.kind}
            onChange={(kind) => change(criterion.key, { kind: (kind ?? 'MANDATORY') as CriterionKind })}
          />
          {fieldsOf[criterion.kind].map((name) => (
            <TextInput
              key={name}
              size="xs"
              label={t(`criterion.${name}`)}
              placeholder={name === 'options' ? 'A = 0.1; B = 0' : undefined}
              value={criterion[name]}
              maxLength={name === 'options' ? 500 : 24}
              onChange={(event) => change(criterion.key, { [name]: event.currentTarget.value })}
              error={errorAt(errors, 'criteria', i, name)}
            />
          ))}
          <ActionIcon
            variant="subtle"
            color="gray"
            mt={26}
            aria-label={t('criterion.remove', { id: criterion.id })}
            onClick={() => change(criterion.key, null)}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPlus size={15} aria-hidden />}
        style={{ alignSelf: 'flex-start' }}
        onClick={() =>
          set({ criteria: [...typed.criteria, usualCriterion(offered[0] ?? 'MANDATORY', typed.criteria.length + 1)] })
        }
      >
        {t('criterion.add')}
      </Button>
    </Stack>
  );
}

type CriterionField = keyof Pick<TypedCriterion, 'weight' | 'scoreMax' | 'scoreMin' | 'worthMax' | 'options'>;
const fieldsOf: Readonly<Record<TypedTender['criteria'][number]['kind'], readonly CriterionField[]>> = {
  MANDATORY: [],
  SCORED: ['weight', 'scoreMax', 'scoreMin'],
  FEATURE: ['options'],
  COST: [],
  WORTH: ['scoreMax', 'worthMax'],
};
