import { Button, Checkbox, Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { EndGateRuleDocument, GateRulesDocument, type OrganizationRole } from '../../../graphql/generated/graphql';
import { formatInstant } from '../../../i18n/format';
import { type DataColumn, DataTable, Nothing } from '../../../ui/data-table';
import { Confirm } from '../../../ui/forms/confirm';
import { Section } from '../../../ui/section';
import { useCodeNames } from '../../../ui/shown/code-name';
import { Status } from '../../../ui/shown/status';
import { Empty, Failure, Waiting } from '../../../ui/states';
import { useUrl } from '../../url';
import { conditionFields, type Rule, typedOf } from './rule';
import { RuleForm } from './rule-form';

/** The rules that orders of this organisation pass, each with its version; a changed rule is a new version, and the old one stays readable. */
export function Rules() {
  const { t } = useTranslation('requirements');
  const queries = useQueryClient();
  const [url, change] = useUrl();
  const [editing, setEditing] = useState<{ rule?: Rule } | undefined>(undefined);
  const [ending, setEnding] = useState<Rule | undefined>(undefined);
  const { data, error, refetch } = useQuery({
    queryKey: ['gate-rules'],
    queryFn: ({ signal }) => ask(GateRulesDocument, {}, signal),
  });
  const columns = useRuleColumns(
    (rule) => setEditing({ rule }),
    (rule) => setEnding(rule),
  );
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting />;
  const all = url['ended'] === 'yes';
  const rules = data.gateRules.filter(({ endedAt }) => all || endedAt === null);
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEditing({})}>
      {t('addRule')}
    </Button>
  );
  const end = async (): Promise<boolean> => {
    if (ending) await ask(EndGateRuleDocument, { input: { code: ending.code } });
    await queries.invalidateQueries({ queryKey: ['gate-rules'] });
    return true;
  };
  return (
    <Section title={t('rules')} actions={data.gateRules.length > 0 && add}>
      <Text size="sm" className="quiet">
        {t('rulesHow')}
      </Text>
      {data.gateRules.length > 0 && (
        <Checkbox
          label={t('ended')}
          checked={all}
          onChange={(event) => change({ ended: event.currentTarget.checked ? 'yes' : undefined })}
        />
      )}
      {rules.length === 0 ? (
        <Empty title={t('noRules')} text={t('noRulesText')} action={data.gateRules.length === 0 && add} />
      ) : (
        <DataTable
          label={t('rules')}
          rows={rules}
          columns={columns}
          rowKey={(row) => row.id}
          csvName="rules"
          tone={(row) => (row.endedAt ? 'quiet' : undefined)}
          tall
        />
      )}
      {editing && (
        <RuleForm
          rule={editing.rule}
          versions={data.gateRules}
          roles={(data.me?.organization?.roles ?? []) as readonly OrganizationRole[]}
          onClose={() => setEditing(undefined)}
        />
      )}
      <Confirm
        opened={ending !== undefined}
        onClose={() => setEnding(undefined)}
        title={t('endTitle', { code: ending?.code ?? '' })}
        consequence={t('endText')}
        action={t('end')}
        onConfirm={end}
      />
    </Section>
  );
}

function useRuleColumns(onChange: (rule: Rule) => void, onEnd: (rule: Rule) => void): DataColumn<Rule>[] {
  const { t } = useTranslation('requirements');
  const names = useCodeNames();
  const when = (rule: Rule): string => {
    const { typed, unknown } = typedOf(rule.kind, rule.conditions);
    const said = conditionFields[rule.kind].flatMap((field) =>
      typed[field] ? [t('said', { field: t(`condition.${field}`), value: typed[field] })] : [],
    );
    return [...said, ...(unknown ? [t('condition.unknown')] : [])].join(' · ');
  };
  const does = (rule: Rule): string =>
    rule.outcome === 'DOCUMENT'
      ? t('asksFor', { document: names.name('certificate', rule.document ?? ''), side: t(`side.${rule.provider}`) })
      : t(`outcome.${rule.outcome}`);
  const plain = (id: string, width: number, text: (rule: Rule) => string): DataColumn<Rule> => ({
    id,
    header: t(`column.${id}`),
    width,
    text,
    cell: (rule) => text(rule) || <Nothing />,
  });
  return [
    {
      id: 'code',
      header: t('column.code'),
      fixed: true,
      text: (rule) => `${rule.code} ${rule.version}`,
      cell: (rule) => (
        <Group gap="xs" wrap="nowrap">
          <strong>{t('versionOf', { code: rule.code, version: rule.version })}</strong>
          {rule.endedAt && <Status tone="quiet">{t('endedAt', { at: formatInstant(rule.endedAt) })}</Status>}
        </Group>
      ),
    },
    plain('kind', 130, (rule) => t(`about.${rule.kind}`)),
    plain('when', 240, when),
    plain('does', 200, does),
    plain('releaser', 130, (rule) => t(`side.${rule.releaser}`)),
    plain('sentence', 240, (rule) => rule.sentence),
    plain('since', 150, (rule) => formatInstant(rule.validFrom)),
    {
      id: 'actions',
      header: t('column.actions'),
      width: 170,
      cell: (rule) =>
        rule.endedAt ? (
          <Nothing />
        ) : (
          <Group gap="xs" wrap="nowrap">
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => onChange(rule)}
              aria-label={t('changeOf', { code: rule.code })}
            >
              {t('change')}
            </Button>
            <Button
              size="compact-sm"
              variant="subtle"
              onClick={() => onEnd(rule)}
              aria-label={t('endTitle', { code: rule.code })}
            >
              {t('end')}
            </Button>
          </Group>
        ),
    },
  ];
}
