import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { errorUnion, payloadType, type UserErrorShape } from '#libs/platform';
import { CredentialsWrong, EmailNotValid, EmailTaken, LinkInvalid, PasswordTooWeak, SignInThrottled } from '../errors.graphql.js';

@InputType('RequestPasswordResetInput', { description: 'For which address.' })
export class RequestPasswordResetInputType {
  @Field(() => String, { description: 'E-mail address.' })
  email: string;
}

@InputType('ResetPasswordInput', { description: 'The link and the new password.' })
export class ResetPasswordInputType {
  @Field(() => String, { description: 'What stands behind `#token=` in the link.' })
  token: string;

  @Field(() => String, { description: 'The new password, 12 to 128 characters.' })
  password: string;
}

@InputType('RequestEmailChangeInput', { description: 'The new address.' })
export class RequestEmailChangeInputType {
  @Field(() => String, { description: 'The new e-mail address.' })
  email: string;

  @Field(() => String, { description: 'The own password.' })
  password: string;
}

@InputType('ConfirmEmailChangeInput', { description: 'The link.' })
export class ConfirmEmailChangeInputType {
  @Field(() => String, { description: 'What stands behind `#token=` in the link.' })
  token: string;
}

const refused = { description: 'Everything that stands against it, all at once; empty on success.' };
const RequestPasswordResetErrorUnion = errorUnion('RequestPasswordResetError', [EmailNotValid]);
const ResetPasswordErrorUnion = errorUnion('ResetPasswordError', [LinkInvalid, PasswordTooWeak]);
const RequestEmailChangeErrorUnion = errorUnion('RequestEmailChangeError', [EmailNotValid, CredentialsWrong, SignInThrottled]);

@ObjectType('RequestPasswordResetPayload', {
  description: 'What requestPasswordReset answers, the same for known and unknown addresses.',
})
export class RequestPasswordResetPayload {
  @Field(() => Boolean, { description: 'Whether the wish was taken; a letter goes out when the address is known.' })
  accepted: boolean;

  @Field(() => [RequestPasswordResetErrorUnion as never], refused)
  errors: UserErrorShape[];
}

@ObjectType('ResetPasswordPayload', { description: 'What resetPassword answers.' })
export class ResetPasswordPayload {
  @Field(() => Boolean, { description: 'Whether the new password is in force; sign in with it.' })
  accepted: boolean;

  @Field(() => [ResetPasswordErrorUnion as never], refused)
  errors: UserErrorShape[];
}

@ObjectType('RequestEmailChangePayload', {
  description: 'What requestEmailChange answers, the same whether the new address is in use.',
})
export class RequestEmailChangePayload {
  @Field(() => Boolean, { description: 'Whether the wish was taken; it takes effect by the link sent to the new address.' })
  accepted: boolean;

  @Field(() => [RequestEmailChangeErrorUnion as never], refused)
  errors: UserErrorShape[];
}

export const ConfirmEmailChangePayload = payloadType(
  'ConfirmEmailChangePayload',
  { key: 'email', type: () => String, description: 'The address that is in force now.' },
  errorUnion('ConfirmEmailChangeError', [LinkInvalid, EmailTaken]),
);
