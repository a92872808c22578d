import { ActionIcon, Anchor, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { CatalogueShownDocument, type CatalogueShownQuery, ShowCatalogueDocument } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { FormErrors } from '../../../ui/forms/form-errors';
import { Section } from '../../../ui/section';
import { Failure, Waiting } from '../../../ui/states';

/** Whom a catalogue and its categories are shown. */
export function ShownTo({ catalogueId }: { catalogueId: string }) {
  const { t } = useTranslation('groups');
  const { data, error, refetch } = useQuery({
    queryKey: ['catalogue-shown', catalogueId],
    queryFn: ({ signal }) => ask(CatalogueShownDocument, { id: catalogueId }, signal),
  });
  return (
    <Section title={t('shown.title')}>
      {error ? <Failure error={error} retry={() => void refetch()} /> : data?.catalogue ? null : <Waiting />}
      {data?.catalogue && <ShownForm key={data.catalogue.revision} catalogue={data.catalogue} groups={data.buyerGroups} />}
    </Section>
  );
}

type Catalogue = NonNullable<CatalogueShownQuery['catalogue']>;
interface Rule {
  category: string;
  value: string;
}

const choiceOf = ({ to, groupId }: Catalogue['shownTo']): string => groupId ?? to;
const shownOf = (value: string) =>
  value === 'EVERYBODY' || value === 'NOBODY'
    ? { to: value as 'EVERYBODY' | 'NOBODY' }
    : { to: 'GROUP' as const, groupId: value };

function ShownForm({ catalogue, groups }: { catalogue: Catalogue; groups: CatalogueShownQuery['buyerGroups'] }) {
  const { t } = useTranslation('groups');
  const queries = useQueryClient();
  const { busy, errors, failure, run } = useSubmit();
  const [all, setAll] = useState(choiceOf(catalogue.shownTo));
  const [rules, setRules] = useState<readonly Rule[]>(
    catalogue.shownCategories.map(({ category, shown }) => ({ category, value: choiceOf(shown) })),
  );
  const choices = [
    { value: 'EVERYBODY', label: t('shown.EVERYBODY') },
    { value: 'NOBODY', label: t('shown.NOBODY') },
    ...groups.map(({ id, name }) => ({ value: id, label: t('shown.group', { name }) })),
  ];
  const change = (at: number, patch: Partial<Rule>) =>
    setRules(rules.map((rule, i) => (i === at ? { ...rule, ...patch } : rule)));
  const save = async (): Promise<void> => {
    const categories = rules
      .filter(({ category }) => category.trim())
      .map(({ category, value }) => ({ category: category.trim(), shownTo: shownOf(value) }));
    const input = { catalogueId: catalogue.id, expectedRevision: catalogue.revision, shownTo: shownOf(all), categories };
    if (await run(async () => (await ask(ShowCatalogueDocument, { input })).showCatalogue)) await queries.invalidateQueries();
  };
  return (
    <Stack gap="md">
      <Text className="quiet" size="sm">
        {t('shown.how')}{' '}
        <Anchor component={Link} to="/sell/groups" size="sm" underline="always">
          {t('shown.groups')}
        </Anchor>
      </Text>
      {failure !== undefined && <Failure error={failure} />}
      <FormErrors errors={errors} />
      <Select
        label={t('shown.whole')}
        data={choices}
        value={all}
        allowDeselect={false}
        onChange={(value) => value && setAll(value)}
        maw={360}
      />
      {rules.map((rule, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place until it is saved
        <Group key={at} gap="sm" align="flex-end">
          <TextInput
            label={t('shown.category')}
            maxLength={120}
            value={rule.category}
            onChange={(event) => change(at, { category: event.currentTarget.value })}
          />
          <Select
            label={t('shown.to')}
            data={choices}
            value={rule.value}
            allowDeselect={false}
            onChange={(value) => value && change(at, { value })}
          />
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={t('shown.remove', { category: rule.category })}
            onClick={() => setRules(rules.filter((_, i) => i !== at))}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Group gap="sm">
        <Button variant="default" onClick={() => setRules([...rules, { category: '', value: 'NOBODY' }])}>
          {t('shown.add')}
        </Button>
        <Button loading={busy} onClick={() => void save()}>
          {t('shown.save')}
        </Button>
      </Group>
    </Stack>
  );
}
