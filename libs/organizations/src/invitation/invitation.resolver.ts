import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import {
  type Actor,
  Allow,
  CurrentActor,
  CurrentActorOrGuest,
  OncePerOperation,
  type Payload,
  Public,
  payload,
  RequestContext,
  Throttle,
  UnitOfWork,
} from '#libs/platform';
import { Letters } from '../letters.js';
import type { Organization } from '../organization/organization.entity.js';
import { permissions } from '../permissions.js';
import { originOf } from '../session/cookies.js';
import { acceptInvitation, invitationBehind } from './accept-invitation.js';
import type { Invitation } from './invitation.entity.js';
import {
  AcceptInvitationInputType,
  AcceptInvitationPayload,
  InvitationPreviewType,
  InvitationType,
  InviteMemberInputType,
  InviteMemberPayload,
  RevokeInvitationInputType,
  RevokeInvitationPayload,
} from './invitation.graphql.js';
import { listInvitations } from './invitation.reader.js';
import { inviteMember } from './invite-member.js';
import { revokeInvitation } from './revoke-invitation.js';

/** How people come into an organisation. */
@Resolver(() => InvitationType)
export class InvitationResolver {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly throttle: Throttle,
    private readonly letters: Letters,
  ) {}

  @Query(() => [InvitationType], {
    description: 'Open invitations of this organisation, newest first. Needs member:manage. Since 0.1.',
  })
  @Allow(permissions.manageMembers)
  invitations(@CurrentActor() actor: Actor): Promise<Invitation[]> {
    return this.unitOfWork.read(actor, listInvitations);
  }

  @Query(() => InvitationPreviewType, {
    nullable: true,
    description: 'What an invitation link leads to; null when it is not good. Open to everybody. Since 0.1.',
  })
  @Public()
  async invitationPreview(
    @Args('token', { description: 'What stands behind `#token=` in the link.' }) token: string,
  ): Promise<InvitationPreviewType | null> {
    const found = await invitationBehind(this.unitOfWork, token);
    return found ? { organizationName: found.organizationName, email: found.email, hasAccount: found.known !== undefined } : null;
  }

  @Mutation(() => InviteMemberPayload, { description: 'Invites somebody by mail, for 7 days. Needs member:manage. Since 0.1.' })
  @Allow(permissions.manageMembers)
  async inviteMember(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Whom, and with which roles.' }) input: InviteMemberInputType,
    @Context() ctx: RequestContext,
  ): Promise<Payload<'invitation', Invitation>> {
    const invited = await this.unitOfWork.run(actor, (work) => inviteMember(work, input, this.letters));
    return payload(invited.ok ? { ok: true, value: invited.value.invitation } : invited, 'invitation', ctx);
  }

  @Mutation(() => RevokeInvitationPayload, { description: 'Takes an invitation back. Needs member:manage. Since 0.1.' })
  @Allow(permissions.manageMembers)
  async revokeInvitation(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which one.' }) input: RevokeInvitationInputType,
    @Context() ctx: RequestContext,
  ): Promise<Payload<'invitation', Invitation>> {
    return payload(await this.unitOfWork.run(actor, (work) => revokeInvitation(work, input)), 'invitation', ctx);
  }

  @Mutation(() => AcceptInvitationPayload, {
    description: 'Joins the organisation that sent the link. Open to everybody, once per operation. Since 0.1.',
  })
  @Public()
  @OncePerOperation()
  async acceptInvitation(
    @CurrentActorOrGuest() actor: Actor | undefined,
    @Args('input', { description: 'The link, and who comes.' }) input: AcceptInvitationInputType,
    @Context() ctx: RequestContext,
  ): Promise<Payload<'organization', Organization>> {
    return payload(
      await acceptInvitation({ unitOfWork: this.unitOfWork, throttle: this.throttle }, input, { actor, origin: originOf(ctx) }),
      'organization',
      ctx,
    );
  }
}
