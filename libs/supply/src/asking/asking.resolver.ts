import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import {
  type Actor,
  Allow,
  type Connection,
  CurrentActor,
  CurrentContext,
  connection,
  type Payload,
  pageOf,
  payload,
  type RequestContext,
  SecretBox,
  UnitOfWork,
} from '#libs/platform';
import * as types from './asking.graphql.js';
import { type AskingProfile, everyPlace } from './asking.js';
import {
  askingCalls,
  askingProfile,
  askingProfiles,
  callKey,
  callOrdering,
  type LoggedCall,
  offerToAsk,
  secretPurpose,
} from './asking.reader.js';
import type { CallEnd } from './erp-line.js';
import { removeAsking, saveAsking } from './save-asking.js';
import { StockAsker } from './stock-asker.js';

type ShownProfile = Omit<AskingProfile, 'mapping' | 'status'> & { mappingJson: string; paused: boolean; line: string };
type ShownCall = Omit<LoggedCall, 'cause'> & { test: boolean };

/** How the own ERP is asked, tried and watched. */
@Resolver()
export class AskingResolver {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly secrets: SecretBox,
    private readonly asker: StockAsker,
  ) {}

  @Query(() => [types.AskingProfileType], {
    description: 'How your ERP is asked for stock, by place; at most 100. Needs stock:write. Since 0.2.',
  })
  @Allow('stock:write')
  async askingProfiles(@CurrentActor() actor: Actor): Promise<ShownProfile[]> {
    return (await this.unitOfWork.read(actor, askingProfiles)).map((profile) => this.shown(profile));
  }

  @Query(() => types.AskingCallConnection, {
    description: 'The last 500 questions to your ERP, the newest first. Needs stock:write. Since 0.2.',
  })
  @Allow('stock:write')
  async askingCalls(@CurrentActor() actor: Actor, @Args() args: types.AskingCallArgs): Promise<Connection<ShownCall>> {
    const page = pageOf(args, callOrdering);
    const found = await this.unitOfWork.read(actor, (work) => askingCalls(work, args.profileId, page));
    const shown = found.map(({ cause, ...call }) => ({ ...call, test: cause === 'TEST' }));
    return connection(shown, page, ({ id }) => callKey({ id } as LoggedCall));
  }

  @Mutation(() => types.SaveAskingPayload, {
    description: 'Says how your ERP is asked for the stock of a place. Needs stock:write. Since 0.2.',
  })
  @Allow('stock:write')
  async saveAsking(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The profile as it shall be.' }) input: types.SaveAskingInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'profile', ShownProfile>> {
    const { secret, ...rest } = input;
    const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value != null)) as typeof rest;
    const location = given.location?.trim() ?? everyPlace;
    // Sealed before the unit of work: the clear text never reaches the database.
    const sealedSecret =
      secret == null ? undefined : secret === '' ? null : this.secrets.seal(secret, secretPurpose(actor.orgId, location));
    const wish = { ...given, location, sealedSecret } as Parameters<typeof saveAsking>[1];
    const saved = await this.unitOfWork.run(actor, (work) => saveAsking(work, wish));
    return payload(saved.ok ? { ok: true, value: this.shown(saved.value) } : saved, 'profile', context);
  }

  @Mutation(() => Boolean, { description: 'Forgets how a place is asked, with its log. Needs stock:write. Since 0.2.' })
  @Allow('stock:write')
  async removeAsking(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which.' }) input: types.AskingProfileInput,
  ): Promise<boolean> {
    const result = await this.unitOfWork.run(actor, (work) => removeAsking(work, { ...input }));
    return result.ok && result.value;
  }

  @Mutation(() => types.AskingTestType, {
    description:
      'Asks your ERP once for one of your parts; shown, written into the log, not taken. Needs stock:write. Since 0.2.',
  })
  @Allow('stock:write')
  async testAsking(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What, and how.' }) input: types.TestAskingInput,
  ): Promise<CallEnd> {
    const [profile, offer] = await this.unitOfWork.read(
      actor,
      async (work) => [await askingProfile(work, input.profileId), await offerToAsk(work, input.supplierPart.trim())] as const,
    );
    return this.asker.tryOut(profile, offer);
  }

  private shown({ mapping, status, ...profile }: AskingProfile): ShownProfile {
    return {
      ...profile,
      mappingJson: JSON.stringify(mapping, null, 2),
      paused: status === 'PAUSED',
      line: this.asker.stateOf(profile.id),
    };
  }
}
