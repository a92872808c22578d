import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../../graphql/client';
import {
  type AllocationWholeFragment,
  RemoveScenarioDocument,
  type ScenarioWholeFragment,
  TenderScenariosDocument,
} from '../../../../graphql/generated/graphql';
import { useSubmit } from '../../../../graphql/submit';
import { useRights } from '../../../../shell/me';
import { FormErrors } from '../../../../ui/forms/form-errors';
import { Section } from '../../../../ui/section';
import { Failure } from '../../../../ui/states';
import { tenderKey } from '../../shared/use-tender';
import type { RunningProps } from '../bought';
import { ScenarioAward } from './scenario-award';
import { ScenarioForm } from './scenario-form';
import { ScenarioTable } from './scenario-table';

type Doing =
  | { what: 'new' }
  | { what: 'change'; scenario: ScenarioWholeFragment }
  | { what: 'award'; scenario: ScenarioWholeFragment; best: AllocationWholeFragment };

/** Ways to hand out a tender, worked out by the hub and compared side by side. */
export function Scenarios({ tender, moved }: RunningProps) {
  const { t } = useTranslation('scenarios');
  const mayAward = useRights().has('tender:award');
  const [doing, setDoing] = useState<Doing | undefined>(undefined);
  const submit = useSubmit();
  const judged = tender.lots.some(({ status }) => status === 'EVALUATION');
  const standing = tender.bids.filter(({ withdrawnAt }) => withdrawnAt == null);
  const asks = mayAward && judged && standing.length > 0 && tender.awardMode !== 'SHARES';
  const { data, error, refetch } = useQuery({
    queryKey: [...tenderKey(tender.id), 'scenarios'],
    queryFn: ({ signal }) => ask(TenderScenariosDocument, { id: tender.id }, signal),
    enabled: asks,
    // The answer is told; should the line be down it is asked for.
    refetchInterval: ({ state }) => (state.data?.tender?.scenarios.some(({ status }) => status === 'ASKED') ? 3_000 : false),
  });
  if (!asks) return null;
  const scenarios = data?.tender?.scenarios ?? [];
  const bidders = [...new Map(standing.map(({ supplier }) => [supplier.id, supplier])).values()];
  const close = (): void => setDoing(undefined);
  const remove = async ({ id }: ScenarioWholeFragment): Promise<void> => {
    const input = { tenderId: tender.id, scenarioId: id };
    if (await submit.run(async () => (await ask(RemoveScenarioDocument, { input })).removeScenario)) await moved();
  };
  return (
    <Section
      title={t('title', { count: scenarios.length })}
      actions={
        <Button size="xs" variant="default" onClick={() => setDoing({ what: 'new' })}>
          {t('new')}
        </Button>
      }
    >
      {error && <Failure error={error} retry={() => void refetch()} />}
      {submit.failure !== undefined && <Failure error={submit.failure} />}
      <FormErrors errors={submit.errors} />
      {scenarios.length === 0 ? (
        <Text size="sm" className="quiet">
          {t('none')}
        </Text>
      ) : (
        <ScenarioTable
          tender={tender}
          scenarios={scenarios}
          bidders={bidders}
          onAward={(scenario, best) => setDoing({ what: 'award', scenario, best })}
          onChange={(scenario) => setDoing({ what: 'change', scenario })}
          onRemove={(scenario) => void remove(scenario)}
        />
      )}
      {(doing?.what === 'new' || doing?.what === 'change') && (
        <ScenarioForm
          tender={tender}
          bidders={bidders}
          known={doing.what === 'change' ? doing.scenario : undefined}
          moved={moved}
          onClose={close}
        />
      )}
      {doing?.what === 'award' && <ScenarioAward {...doing} tender={tender} bidders={bidders} moved={moved} onClose={close} />}
    </Section>
  );
}
