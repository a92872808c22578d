import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  type Actor,
  Allow,
  BadInput,
  CurrentActor,
  CurrentContext,
  type Payload,
  payload,
  type RequestContext,
  UnitOfWork,
} from '#libs/platform';
import { type LotClaim, lotClaimsOf } from '#libs/supply';
import { orderById } from '../order/order.reader.js';
import { OrderType } from '../order-edge/order.graphql.js';
import type { GateCheck, GateRule } from './gate.entity.js';
import * as types from './gate.graphql.js';
import { gateChecksOfOrders, ownGateRules } from './gate.reader.js';
import { releaseGate } from './release-gate.js';
import { endGateRule, saveGateRule } from './save-gate-rule.js';

const shown = (rule: GateRule) => ({ ...rule, conditions: JSON.stringify(rule.conditions) });

/** Rules of the gate and what they decided. */
@Resolver(() => OrderType)
export class GateResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Query(() => [types.GateRuleType], { description: 'Your rules, ended versions too. Needs gate:manage. Since 0.2.' })
  @Allow('gate:manage')
  async gateRules(@CurrentActor() actor: Actor): Promise<object[]> {
    return (await this.unitOfWork.read(actor, ownGateRules)).map(shown);
  }

  @Mutation(() => types.SaveGateRulePayload, {
    description: 'States a rule as a new version of its code, for orders from now on. Needs gate:manage. Since 0.2.',
  })
  @Allow('gate:manage')
  async saveGateRule(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('input', { description: 'The rule.' }) input: types.SaveGateRuleInputType,
  ): Promise<Payload<'rule', object>> {
    const conditions = conditionsOf(input.conditions);
    const result = await this.unitOfWork.run(actor, (work) => saveGateRule(work, { ...input, conditions }));
    return payload(result.ok ? { ok: true, value: shown(result.value) } : result, 'rule', context);
  }

  @Mutation(() => types.EndGateRulePayload, { description: 'Ends a rule for orders from now on. Needs gate:manage. Since 0.2.' })
  @Allow('gate:manage')
  async endGateRule(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which.' }) input: types.EndGateRuleInput,
  ): Promise<types.EndGateRulePayload> {
    const ended = await this.unitOfWork.run(actor, (work) => endGateRule(work, { code: input.code }));
    return { code: ended.ok ? ended.value : input.code };
  }

  @Mutation(() => types.ReleaseGatePayload, {
    description: 'Lets a line pass a rule, with a reason, by a person of the side it names. Needs gate:release. Since 0.2.',
  })
  @Allow('gate:release')
  async releaseGate(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('input', { description: 'Which, and why.' }) input: types.ReleaseGateInputType,
  ): Promise<Payload<'check', GateCheck>> {
    return payload(await this.unitOfWork.run(actor, (work) => releaseGate(work, { ...input })), 'check', context);
  }

  @ResolveField(() => [types.GateCheckType], {
    description: 'What rules on dangerous goods, shelf life and export decided of its lines. Since 0.2.',
  })
  gateChecks(
    @Parent() order: { id: string },
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<GateCheck[]> {
    return context
      .loader<string, GateCheck[]>('procurement.gate-checks', async (ids) => {
        const found = await this.unitOfWork.read(actor, (work) => gateChecksOfOrders(work, ids));
        return ids.map((id) => found.filter(({ orderId }) => orderId === id));
      })
      .load(order.id);
  }

  @ResolveField(() => [types.TakenLotType], {
    description: 'Lots and serials that its lines have taken, and those that have left. Since 0.2.',
  })
  async lots(@Parent() order: { id: string }, @CurrentActor() actor: Actor): Promise<(LotClaim & { lineId: string })[]> {
    const found = await this.unitOfWork.read(actor, async (work) => {
      const whole = await orderById(work, order.id);
      return lotClaimsOf(work, whole?.lines.map(({ id }) => id) ?? []);
    });
    return found.map((claim) => ({ ...claim, lineId: claim.reference }));
  }
}

function conditionsOf(text: string): Record<string, unknown> {
  try {
    const read: unknown = JSON.parse(text);
    if (read !== null && typeof read === 'object' && !Array.isArray(read)) return read as Record<string, unknown>;
  } catch {
    // Told below, in the same words.
  }
  throw new BadInput([{ path: ['conditions'], message: 'a JSON object' }]);
}
