import { Button, Group, Progress, Stack, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { compare, normalise, subtract } from '#libs/kernel';
import type { AllocationWholeFragment, ScenarioWholeFragment } from '../../../../graphql/generated/graphql';
import { formatDecimal, formatMoney } from '../../../../i18n/format';
import { Status } from '../../../../ui/shown/status';
import type { BoughtTender } from '../bought';
import type { Bidder } from './scenario-form';
import { percent } from './typed-scenario';

interface Props {
  tender: BoughtTender;
  scenarios: readonly ScenarioWholeFragment[];
  bidders: readonly Bidder[];
  onAward: (scenario: ScenarioWholeFragment, best: AllocationWholeFragment) => void;
  onChange: (scenario: ScenarioWholeFragment) => void;
  onRemove: (scenario: ScenarioWholeFragment) => void;
}

/** Scenarios as columns, what one asks of them as rows. */
export function ScenarioTable({ tender, scenarios, bidders, ...acts }: Props) {
  const { t } = useTranslation('scenarios');
  const totals = scenarios.flatMap(({ report }) => report?.best?.total ?? []);
  const least = totals.reduce<string | undefined>((a, b) => (a === undefined || compare(b, a) < 0 ? b : a), undefined);
  const money = (amount: string): string => formatMoney({ amount: normalise(amount), currency: tender.currency });
  const rows: readonly [string, (scenario: ScenarioWholeFragment) => ReactNode][] = [
    [t('row.total'), (one) => <Total scenario={one} least={least} money={money} />],
    [t('row.suppliers'), ({ report }) => report?.best && <Shares allocation={report.best} bidders={bidders} money={money} />],
    [t('row.rules'), (one) => <Rules scenario={one} bidders={bidders} money={money} />],
    [t('row.next'), (one) => <NextBest scenario={one} money={money} />],
    [t('row.acts'), (one) => <Acts scenario={one} {...acts} />],
  ];
  return (
    <Table.ScrollContainer minWidth={160 + 240 * scenarios.length}>
      <Table aria-label={t('label')} verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th />
            {scenarios.map((one) => (
              <Table.Th key={one.id} scope="col">
                {one.name} {one.stale && <Status tone="attention">{t('stale')}</Status>}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(([head, cell]) => (
            <Table.Tr key={head} style={{ verticalAlign: 'top' }}>
              <Table.Th scope="row">{head}</Table.Th>
              {scenarios.map((one) => (
                <Table.Td key={one.id}>{cell(one)}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

interface CellProps {
  scenario: ScenarioWholeFragment;
  money: (amount: string) => string;
}

/** The total, how far it is from the cheapest scenario, and how sure it is. */
function Total({ scenario: { status, report }, least, money }: CellProps & { least: string | undefined }) {
  const { t } = useTranslation('scenarios');
  if (status === 'ASKED') return <Status tone="quiet">{t('asked')}</Status>;
  if (!report) return <Status tone="bad">{t('failed')}</Status>;
  const { best, gap, outcome } = report;
  return (
    <Stack gap={4}>
      {best && (
        <Text size="sm" fw={600}>
          {money(best.total)}
        </Text>
      )}
      {best && least !== undefined && compare(best.total, least) > 0 && (
        <Text size="sm">{t('dearer', { amount: money(subtract(best.total, least)) })}</Text>
      )}
      <Group gap={6}>
        <Status tone={outcome === 'INFEASIBLE' ? 'bad' : outcome === 'UNFINISHED' ? 'attention' : 'good'}>
          {t(`outcome.${outcome}`, { gap: percent(gap ?? '0') })}
        </Status>
      </Group>
    </Stack>
  );
}

/** Who is chosen, with his share of the spend. */
function Shares({
  allocation,
  bidders,
  money,
}: Omit<CellProps, 'scenario'> & { allocation: AllocationWholeFragment; bidders: readonly Bidder[] }) {
  const spend = allocation.suppliers.reduce((sum, one) => sum + Number(one.spend), 0);
  return (
    <Stack gap="xs">
      {allocation.suppliers.map((one) => {
        const share = spend === 0 ? 0 : Math.round((Number(one.spend) / spend) * 100);
        const name = bidders.find(({ id }) => id === one.supplierId)?.name ?? '';
        return (
          <div key={one.supplierId}>
            <Text size="sm">
              {name} · {share} % · {money(one.spend)}
            </Text>
            <Progress value={share} size="sm" aria-label={`${name} ${share} %`} />
          </div>
        );
      })}
    </Stack>
  );
}

/** What was asked, and what each rule costs; where nothing keeps them all, which cannot be kept together. */
function Rules({ scenario, bidders, money }: CellProps & { bidders: readonly Bidder[] }) {
  const { t } = useTranslation('scenarios');
  const { rules, report, splitLines } = scenario;
  const nameOf = (id: string | undefined): string => bidders.find((one) => one.id === id)?.name ?? '';
  const costOf = (rule: number | null): string => {
    const found = report?.ruleCosts.find((one) => (one.rule ?? null) === rule);
    return found?.cost ? t('costs', { amount: money(found.cost) }) : '';
  };
  const conflicts = new Set(report?.conflict?.rules ?? []);
  const texts = rules.map(({ kind, count, share, amount, quantity, supplierIds }, i) => ({
    key: `${kind} ${supplierIds.join()}`,
    text: t(`rule.${kind}`, {
      ...{ count: count ?? 0, share: percent(share ?? '0'), name: nameOf(supplierIds[0]) },
      ...{ amount: amount ? money(amount) : '', quantity: quantity ? formatDecimal(normalise(quantity)) : '' },
    }),
    cost: costOf(i),
    conflict: conflicts.has(i),
  }));
  const undivided = {
    key: 'undivided',
    text: t('rule.undivided'),
    cost: costOf(null),
    conflict: report?.conflict?.undivided === true,
  };
  return (
    <Stack gap={4}>
      {[...texts, ...(splitLines ? [] : [undivided])].map(({ key, text, cost, conflict }) => (
        <Text key={key} size="sm">
          {text} {cost} {conflict && <Status tone="bad">{t('conflict')}</Status>}
        </Text>
      ))}
      {(report?.conflict?.lineIds.length ?? 0) > 0 && (
        <Text size="sm">{t('uncovered', { count: report!.conflict!.lineIds.length })}</Text>
      )}
    </Stack>
  );
}

function NextBest({ scenario: { report }, money }: CellProps) {
  const { t } = useTranslation('scenarios');
  if (!report?.best || !report.nextBest) return null;
  return <Text size="sm">{t('dearer', { amount: money(subtract(report.nextBest.total, report.best.total)) })}</Text>;
}

function Acts({
  scenario,
  onAward,
  onChange,
  onRemove,
}: Pick<Props, 'onAward' | 'onChange' | 'onRemove'> & { scenario: ScenarioWholeFragment }) {
  const { t } = useTranslation('scenarios');
  const best = scenario.report?.best;
  return (
    <Group gap="xs">
      {best && !scenario.stale && (
        <Button size="xs" onClick={() => onAward(scenario, best)}>
          {t('act.award')}
        </Button>
      )}
      <Button size="xs" variant="default" onClick={() => onChange(scenario)}>
        {t(scenario.stale || !best ? 'act.again' : 'act.change')}
      </Button>
      <Button
        size="xs"
        variant="default"
        aria-label={t('act.removeOf', { name: scenario.name })}
        onClick={() => onRemove(scenario)}
      >
        {t('act.remove')}
      </Button>
    </Group>
  );
}
