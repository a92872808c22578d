import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Identifier } from '#libs/documents';
import {
  type Actor,
  Allow,
  CurrentActor,
  type Payload,
  payload,
  type RequestContext,
  rows,
  SecretBox,
  UnitOfWork,
} from '#libs/platform';
import { sendTestOrder } from '../outbound/send-test-order.js';
import { permissions } from '../permissions.js';
import {
  PartnerIdentityType,
  PartnerProfileType,
  SavePartnerIdentitiesInput,
  SavePartnerIdentitiesPayload,
  SavePartnerProfileInput,
  SavePartnerProfilePayload,
  SendTestOrderInput,
  SendTestOrderPayload,
} from './partner.graphql.js';
import { partnerProfiles, secretPurpose } from './partner.reader.js';
import type { PartnerProfile } from './partner-profile.js';
import { savePartnerIdentities } from './save-partner-identities.js';
import { savePartnerProfile } from './save-partner-profile.js';

type ShownProfile = Omit<PartnerProfile, 'settings'> & { settingsJson: string; folder: string | null };
const shown = (profile: PartnerProfile): ShownProfile => ({
  ...profile,
  settingsJson: JSON.stringify(profile.settings, null, 2),
  folder: profile.transport === 'FOLDER' ? `exchange/${profile.id}` : null,
});
type ShownIdentity = Identifier & { organizationId: string };

/** ERP connections of the acting organisation. */
@Resolver(() => PartnerProfileType)
export class PartnerResolver {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly secrets: SecretBox,
  ) {}

  @Query(() => [PartnerProfileType], { description: 'ERP connections of this organisation. Needs exchange:read. Since 0.1.' })
  @Allow(permissions.readExchange)
  async partnerProfiles(@CurrentActor() actor: Actor): Promise<ShownProfile[]> {
    return (await this.unitOfWork.read(actor, partnerProfiles)).map(shown);
  }

  @Query(() => [PartnerIdentityType], {
    description: "Codes by which this organisation's ERP knows others. Needs exchange:read. Since 0.1.",
  })
  @Allow(permissions.readExchange)
  partnerIdentities(@CurrentActor() actor: Actor): Promise<ShownIdentity[]> {
    return this.unitOfWork.read(actor, (work) =>
      rows<ShownIdentity>(
        work,
        'select scheme, value, counterparty_id as "organizationId" from exchange.partner_identity where org_id = $1 order by counterparty_id, scheme, value',
        [actor.orgId],
      ),
    );
  }

  @Mutation(() => SavePartnerProfilePayload, {
    description: 'Makes or changes the connection in one role. Needs exchange:manage. Since 0.1.',
  })
  @Allow(permissions.manageExchange)
  async savePartnerProfile(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The connection as it shall be.' }) input: SavePartnerProfileInput,
    @Context() ctx: RequestContext,
  ): Promise<Payload<'partnerProfile', ShownProfile>> {
    const { secret, ...rest } = input;
    // Sealed before the unit of work: the clear text never reaches the database.
    const sealedSecret =
      secret == null ? undefined : secret === '' ? null : this.secrets.seal(secret, secretPurpose(actor.orgId, input.role));
    const saved = await this.unitOfWork.run(actor, (work) => savePartnerProfile(work, { ...rest, sealedSecret }));
    return payload(saved.ok ? { ok: true, value: shown(saved.value) } : saved, 'partnerProfile', ctx);
  }

  @Mutation(() => SavePartnerIdentitiesPayload, {
    description: 'Sets the codes of one organisation. Needs exchange:manage. Since 0.1.',
  })
  @Allow(permissions.manageExchange)
  async savePartnerIdentities(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'All codes of one organisation.' }) input: SavePartnerIdentitiesInput,
    @Context() ctx: RequestContext,
  ): Promise<Payload<'partnerIdentities', ShownIdentity[]>> {
    const saved = await this.unitOfWork.run(actor, (work) =>
      savePartnerIdentities(work, { ...input, identities: input.identities.map(({ scheme, value }) => ({ scheme, value })) }),
    );
    const { organizationId } = input;
    return payload(
      saved.ok ? { ok: true, value: saved.value.map((i) => ({ ...i, organizationId })) } : saved,
      'partnerIdentities',
      ctx,
    );
  }

  @Mutation(() => SendTestOrderPayload, {
    description: 'Sends an order marked as a test to the connection. Needs exchange:manage. Since 0.1.',
  })
  @Allow(permissions.manageExchange)
  async sendTestOrder(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which connection.' }) input: SendTestOrderInput,
    @Context() ctx: RequestContext,
  ): Promise<Payload<'messageId', string>> {
    return payload(await this.unitOfWork.run(actor, (work) => sendTestOrder(work, input)), 'messageId', ctx);
  }
}
