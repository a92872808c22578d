import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
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
import {
  PriorityContactType,
  PriorityPolicyType,
  PriorityType,
  SavePriorityContactsInputType,
  SavePriorityContactsPayload,
  SavePriorityPolicyInputType,
  SavePriorityPolicyPayload,
} from './priority.graphql.js';
import {
  ownContacts,
  ownPolicies,
  type Priority,
  type PriorityContact,
  type PriorityPolicy,
  priorities,
} from './priority.reader.js';
import { savePriorityContacts } from './save-priority-contacts.js';
import { savePriorityPolicy } from './save-priority-policy.js';

/** Priorities, what the acting supplier promises for them, and whom his or the buyer's desk tells. */
@Resolver(() => PriorityPolicyType)
export class PriorityResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Query(() => [PriorityType], { description: 'All priorities, the most urgent first. Needs order:read. Since 0.2.' })
  @Allow('order:read')
  priorities(@CurrentActor() actor: Actor): Promise<Priority[]> {
    return this.unitOfWork.read(actor, priorities);
  }

  @Query(() => [PriorityPolicyType], {
    description: 'What you promise for priorities, up to 1,000. Needs agreement:manage. Since 0.2.',
  })
  @Allow('agreement:manage')
  priorityPolicies(@CurrentActor() actor: Actor): Promise<PriorityPolicy[]> {
    return this.unitOfWork.read(actor, ownPolicies);
  }

  @Query(() => [PriorityContactType], {
    description: 'Whom you tell of urgent requests. Needs agreement:manage or order:change. Since 0.2.',
  })
  @Allow('agreement:manage', 'order:change')
  priorityContacts(@CurrentActor() actor: Actor): Promise<PriorityContact[]> {
    return this.unitOfWork.read(actor, ownContacts);
  }

  @Mutation(() => SavePriorityPolicyPayload, {
    description: 'Says what you promise for a priority; running requests keep their terms. Needs agreement:manage. Since 0.2.',
  })
  @Allow('agreement:manage')
  async savePriorityPolicy(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The policy as it shall be.' }) input: SavePriorityPolicyInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'policy', PriorityPolicy>> {
    return payload(await this.unitOfWork.run(actor, (work) => savePriorityPolicy(work, input)), 'policy', context);
  }

  @Mutation(() => SavePriorityContactsPayload, {
    description:
      'Says whom you tell of urgent requests: the whole list, up to 200. Needs agreement:manage or order:change. Since 0.2.',
  })
  @Allow('agreement:manage', 'order:change')
  async savePriorityContacts(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The list.' }) input: SavePriorityContactsInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'contacts', PriorityContact[]>> {
    return payload(await this.unitOfWork.run(actor, (work) => savePriorityContacts(work, input)), 'contacts', context);
  }
}
