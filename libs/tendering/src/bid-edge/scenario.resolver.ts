import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Fault, ok, type Result } from '#libs/kernel';
import {
  type Actor,
  Allow,
  CurrentActor,
  CurrentContext,
  type Payload,
  payload,
  type RequestContext,
  UnitOfWork,
} from '#libs/platform';
import { removeScenario, saveScenario } from '../scenario/save-scenario.js';
import type { Scenario } from '../scenario/scenario.entity.js';
import type { SaveScenarioInput } from '../scenario/scenario.input.js';
import { scenariosOf } from '../scenario/scenario.reader.js';
import type { Tender } from '../tender/tender.entity.js';
import { tenderById } from '../tender/tender.reader.js';
import { TenderType } from '../tender-edge/tender.graphql.js';
import { AwardScenarioType, RemoveScenarioPayload, SaveScenarioPayload } from './scenario.graphql.js';
import { scenarioView } from './scenario.view.js';
import { RemoveScenarioInputType, SaveScenarioInputType, type ScenarioRuleInput } from './scenario-input.graphql.js';

/** How a tender is best handed out. */
@Resolver(() => TenderType)
export class ScenarioResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @ResolveField(() => [AwardScenarioType], {
    description: 'Ways to hand it out that were asked for, at most 20; empty for all but the buyer.',
  })
  async scenarios(@Parent() tender: Tender, @CurrentActor() actor: Actor): Promise<object[]> {
    if (tender.orgId !== actor.orgId) return [];
    const [own = []] = await this.unitOfWork.read(actor, (work) => scenariosOf(work, [tender.id]));
    return own.map((scenario) => scenarioView(tender, scenario));
  }

  @Mutation(() => SaveScenarioPayload, {
    description:
      'Asks how the tender is best handed out under rules; the answer comes a little later. Needs tender:award. Since 0.2.',
  })
  @Allow('tender:award')
  async saveScenario(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) { tenderId, scenarioId, name, ...ask }: SaveScenarioInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'scenarios', object>> {
    const given = { tenderId, scenarioId: scenarioId ?? null, name, ask: askOf(ask) };
    return this.answered(actor, context, { tenderId, run: (work) => saveScenario(work, given) });
  }

  @Mutation(() => RemoveScenarioPayload, { description: 'Takes a scenario away. Needs tender:award. Since 0.2.' })
  @Allow('tender:award')
  async removeScenario(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) input: RemoveScenarioInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'scenarios', object>> {
    return this.answered(actor, context, { tenderId: input.tenderId, run: (work) => removeScenario(work, { ...input }) });
  }

  private async answered<F extends Fault>(
    actor: Actor,
    context: RequestContext,
    {
      tenderId,
      run,
    }: { tenderId: string; run: (work: Parameters<Parameters<UnitOfWork['run']>[1]>[0]) => Promise<Result<Scenario[], F>> },
  ): Promise<Payload<'scenarios', object>> {
    const said = await this.unitOfWork.run(actor, async (work) => {
      const done = await run(work);
      if (!done.ok) return done;
      const tender = await tenderById(work, tenderId);
      return ok(done.value.map((scenario) => scenarioView(tender, scenario)));
    });
    return payload(said, 'scenarios', context);
  }
}

type Asked = Omit<SaveScenarioInputType, 'tenderId' | 'scenarioId' | 'name'>;

/** What a rule lacks the verb says. */
function askOf({ rules, fixedCosts, lotIds, ...ask }: Asked): SaveScenarioInput['ask'] {
  return {
    ...ask,
    lotIds: lotIds ?? null,
    fixedCosts: fixedCosts.map((cost) => ({ ...cost })),
    rules: rules.map(ruleOf) as NonNullable<SaveScenarioInput['ask']['rules']>,
  };
}

/** The fields of each kind; others say nothing there and are left out. */
const fieldsOf: Readonly<Record<string, (rule: ScenarioRuleInput) => object>> = {
  SUPPLIERS_MIN: ({ count }) => ({ count }),
  SUPPLIERS_MAX: ({ count }) => ({ count }),
  SHARE_MAX: ({ supplierIds, share }) => ({ supplierIds, share }),
  SHARE_MIN: ({ supplierIds, share }) => ({ supplierIds, share }),
  MINIMUM_ORDER: ({ supplierIds, amount }) => ({ supplierIds, amount }),
  CAPACITY: ({ lineIds, quantity, ...rule }) => ({ ...oneOf(rule), lineIds, quantity }),
  LINE_AWARDS_MAX: ({ lineIds, count }) => ({ lineIds, count }),
  INCLUDE: (rule) => oneOf(rule),
  EXCLUDE: ({ lineIds, ...rule }) => ({ ...oneOf(rule), lineIds }),
  QUALITY_MIN: ({ share }) => ({ quality: share }),
};

/** The one supplier of whom such a rule speaks; with more the verb finds none. */
const oneOf = ({ supplierIds }: Pick<ScenarioRuleInput, 'supplierIds'>) => ({
  supplierId: supplierIds?.length === 1 ? supplierIds[0] : undefined,
});

function ruleOf(rule: ScenarioRuleInput): object {
  const fields = Object.entries(fieldsOf[rule.kind]?.(rule) ?? {}).filter(([, value]) => value != null);
  return { kind: rule.kind, ...Object.fromEntries(fields) };
}
