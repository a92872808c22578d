import { List, Radio, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../../graphql/client';
import { type RulePack, RulePacksDocument, type RulePacksQuery } from '../../../../graphql/generated/graphql';
import { Section } from '../../../../ui/section';
import type { TypedTender } from '../typed';
import type { Draft } from '../use-draft';

const packs: readonly RulePack[] = ['PRIVATE', 'EU_2014_24', 'EU_2014_25', 'PROZORRO'];
type Terms = RulePacksQuery['tenderRulePacks'][number];

/** By which rules the tender is held, and what they ask of this one. */
export function RuleFields({ draft: { typed, set } }: { draft: Draft }) {
  const { t } = useTranslation('standstill');
  const { data } = useQuery({
    queryKey: ['rule-packs'],
    queryFn: () => ask(RulePacksDocument, {}),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const terms = data?.tenderRulePacks.find(({ name }) => name === typed.rulePack);
  return (
    <Section title={t('rules.title')}>
      <Radio.Group label={t('rules.label')} value={typed.rulePack} onChange={(value) => set({ rulePack: value as RulePack })}>
        <Stack gap="xs" mt="xs">
          {packs.map((value) => (
            <Radio key={value} value={value} label={t(`rules.${value}`)} description={t(`rules.means.${value}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {terms && typed.rulePack !== 'PRIVATE' && <Asked typed={typed} terms={terms} />}
    </Section>
  );
}

function Asked({ typed, terms }: { typed: TypedTender; terms: Terms }) {
  const { t } = useTranslation('standstill');
  const { t: words } = useTranslation('tendering');
  const period = terms.bidding.find(({ procedure }) => procedure === typed.procedure);
  const waits = terms.standstillDays != null && !terms.standstillNotFor.includes(typed.procedure);
  return (
    <Stack gap={4}>
      <List size="sm" spacing={4} aria-label={t('rules.asks')}>
        {period && <List.Item>{t('rules.period', { count: period.days })}</List.Item>}
        {terms.enquiryDays != null && typed.procedure !== 'SINGLE_SOURCE' && (
          <List.Item>{t('rules.enquiries', { count: terms.enquiryDays })}</List.Item>
        )}
        <List.Item>
          {t('rules.confidentiality', { ways: terms.confidentialities.map((way) => words(`confidentiality.${way}`)).join(', ') })}
        </List.Item>
        {terms.openIsPublic && typed.procedure === 'OPEN' && <List.Item>{t('rules.public')}</List.Item>}
        {waits && <List.Item>{t('rules.standstill', { count: terms.standstillDays ?? 0 })}</List.Item>}
      </List>
      <Text size="xs" className="quiet">
        {terms.sources.join(' · ')}
      </Text>
    </Stack>
  );
}
