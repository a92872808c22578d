import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Fault, Result } from '#libs/kernel';
import {
  type Actor,
  Allow,
  CurrentActor,
  CurrentActorOrGuest,
  OncePerOperation,
  Public,
  RequestContext,
  shown,
  Throttle,
  TokenIssuer,
  UnitOfWork,
} from '#libs/platform';
import { changePassword } from '../credential/change-password.js';
import { Letters } from '../letters.js';
import { organizationById } from '../organization/organization.reader.js';
import { Passports } from '../proof/passports.js';
import { dropSession, keepSession, originOf, originWithDevice } from './cookies.js';
import type { SignedIn } from './open-session.js';
import {
  ChangePasswordInputType,
  ChangePasswordPayload,
  MeType,
  SignInInputType,
  SignInPayload,
  SignOutPayload,
  SwitchOrganizationInputType,
  SwitchOrganizationPayload,
} from './session.graphql.js';
import { membershipsOf, personById } from './session.reader.js';
import { signIn } from './sign-in.js';
import { signOut } from './sign-out.js';
import { switchOrganization } from './switch-organization.js';

/** Who one is, and how one gets in and out. */
@Resolver(() => MeType)
export class SessionResolver {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tokens: TokenIssuer,
    private readonly passports: Passports,
    private readonly throttle: Throttle,
    private readonly letters: Letters,
  ) {}

  @Query(() => MeType, { description: 'Who one is and what one may do. Needs to be signed in. Since 0.1.' })
  @Allow()
  async me(@CurrentActor() actor: Actor): Promise<MeType> {
    const organization = await this.unitOfWork.read(actor, (work) => organizationById(work, actor.orgId));
    const permissions = actor.kind === 'system' ? [] : [...actor.permissions].sort();
    if (actor.kind !== 'user') return { person: null, organization, permissions, memberships: [] };
    const person = (await personById(this.unitOfWork, actor.userId)) ?? null;
    return { person, organization, permissions, memberships: await membershipsOf(this.unitOfWork, actor.userId) };
  }

  @Mutation(() => SignInPayload, {
    description:
      'Signs in by address and password. Open to everybody, once per operation, 10 tries per account in 15 minutes. Since 0.1.',
  })
  @Public()
  @OncePerOperation()
  async signIn(
    @Args('input', { description: 'Who one is.' }) input: SignInInputType,
    @Context() ctx: RequestContext,
  ): Promise<SignInPayload> {
    const origin = originWithDevice(ctx);
    const desk = { unitOfWork: this.unitOfWork, tokens: this.tokens, passports: this.passports };
    return sessionPayload(await signIn(desk, input, origin), ctx, origin.device);
  }

  @Mutation(() => SwitchOrganizationPayload, {
    description: "Goes on in another of one's organisations. Needs to be signed in. Since 0.1.",
  })
  @Allow()
  async switchOrganization(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Where to go on.' }) input: SwitchOrganizationInputType,
    @Context() ctx: RequestContext,
  ): Promise<SwitchOrganizationPayload> {
    const { userAgent } = originOf(ctx);
    const desk = { unitOfWork: this.unitOfWork, tokens: this.tokens };
    return sessionPayload(await switchOrganization(desk, input, { actor, userAgent }), ctx);
  }

  @Mutation(() => SignOutPayload, {
    description: 'Ends the session; its tokens are dead within a second. Open to everybody. Since 0.1.',
  })
  @Public()
  async signOut(@CurrentActorOrGuest() actor: Actor | undefined, @Context() ctx: RequestContext): Promise<SignOutPayload> {
    await signOut(this.unitOfWork, { actor, refreshToken: undefined });
    dropSession(ctx);
    return { signedOut: true };
  }

  @Mutation(() => ChangePasswordPayload, {
    description: 'Changes the own password; all sessions end, a new one begins. Needs to be signed in. Since 0.1.',
  })
  @Allow()
  @OncePerOperation()
  async changePassword(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The old and the new one.' }) input: ChangePasswordInputType,
    @Context() ctx: RequestContext,
  ): Promise<ChangePasswordPayload> {
    const { unitOfWork, tokens, throttle, letters } = this;
    return sessionPayload(
      await changePassword({ unitOfWork, tokens, throttle, letters }, input, { actor, origin: originOf(ctx) }),
      ctx,
    );
  }
}

function sessionPayload(result: Result<SignedIn, Fault>, ctx: RequestContext, device?: string): SignInPayload {
  if (!result.ok) {
    const errors = result.errors.map((fault) => shown(fault, ctx));
    return { accessToken: null, expiresAt: null, organization: null, memberships: null, errors };
  }
  const { refreshToken, accessToken, expiresAt, organization, memberships } = result.value;
  keepSession(ctx, { refreshToken, device });
  return { accessToken, expiresAt, organization, memberships: [...memberships], errors: [] };
}
