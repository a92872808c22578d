import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { Fault, Result } from '#libs/kernel';
import {
  type Actor,
  Allow,
  CurrentActor,
  OncePerOperation,
  type Payload,
  Public,
  payload,
  RequestContext,
  shown,
  Throttle,
  UnitOfWork,
} from '#libs/platform';
import { Letters } from '../letters.js';
import { originOf } from '../session/cookies.js';
import { confirmEmailChange } from './confirm-email-change.js';
import {
  ConfirmEmailChangeInputType,
  ConfirmEmailChangePayload,
  RequestEmailChangeInputType,
  RequestEmailChangePayload,
  RequestPasswordResetInputType,
  RequestPasswordResetPayload,
  ResetPasswordInputType,
  ResetPasswordPayload,
} from './credential.graphql.js';
import { requestEmailChange } from './request-email-change.js';
import { requestPasswordReset } from './request-password-reset.js';
import { resetPassword } from './reset-password.js';

/** Forgotten passwords and new addresses. */
@Resolver()
export class CredentialResolver {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly throttle: Throttle,
    private readonly letters: Letters,
  ) {}

  @Mutation(() => RequestPasswordResetPayload, {
    description: 'Asks for a link to set a new password. Open to everybody, once per operation. Since 0.1.',
  })
  @Public()
  @OncePerOperation()
  async requestPasswordReset(
    @Args('input', { description: 'For which address.' }) input: RequestPasswordResetInputType,
    @Context() ctx: RequestContext,
  ): Promise<RequestPasswordResetPayload> {
    return accepted(
      await requestPasswordReset({ unitOfWork: this.unitOfWork, throttle: this.throttle }, input, originOf(ctx)),
      ctx,
    );
  }

  @Mutation(() => ResetPasswordPayload, {
    description: 'Sets a new password by a mailed link. Open to everybody, once per operation. Since 0.1.',
  })
  @Public()
  @OncePerOperation()
  async resetPassword(
    @Args('input', { description: 'The link and the new password.' }) input: ResetPasswordInputType,
    @Context() ctx: RequestContext,
  ): Promise<ResetPasswordPayload> {
    return accepted(await resetPassword(this.unitOfWork, input, this.letters), ctx);
  }

  @Mutation(() => RequestEmailChangePayload, {
    description: 'Asks to use another address. Needs to be signed in, once per operation. Since 0.1.',
  })
  @Allow()
  @OncePerOperation()
  async requestEmailChange(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The new address.' }) input: RequestEmailChangeInputType,
    @Context() ctx: RequestContext,
  ): Promise<RequestEmailChangePayload> {
    const { unitOfWork, throttle, letters } = this;
    return accepted(await requestEmailChange({ unitOfWork, throttle, letters }, input, { actor, origin: originOf(ctx) }), ctx);
  }

  @Mutation(() => ConfirmEmailChangePayload, {
    description: 'Takes a new address into use by the link sent to it. Open to everybody. Since 0.1.',
  })
  @Public()
  @OncePerOperation()
  async confirmEmailChange(
    @Args('input', { description: 'The link.' }) input: ConfirmEmailChangeInputType,
    @Context() ctx: RequestContext,
  ): Promise<Payload<'email', string>> {
    const confirmed = await confirmEmailChange(this.unitOfWork, input, this.letters);
    return payload(confirmed.ok ? { ok: true, value: confirmed.value.email } : confirmed, 'email', ctx);
  }
}

function accepted(result: Result<true, Fault>, ctx: RequestContext): RequestPasswordResetPayload {
  return { accepted: result.ok, errors: result.ok ? [] : result.errors.map((fault) => shown(fault, ctx)) };
}
