import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, errorUnion, payloadType } from '#libs/platform';
import { BreakGlassClosed, OwnOrganization } from '../errors.graphql.js';

@ObjectType('BreakGlass', { description: "An operator's read-only look into another organisation." })
export class BreakGlassType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;

  @Field(() => String, { description: 'Why; the organisation is told.' })
  reason: string;

  @Field(() => DateTimeScalar, { description: 'When it was opened.' })
  openedAt: Date;

  @Field(() => DateTimeScalar, { description: 'When it ends.' })
  expiresAt: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was closed before its time.' })
  closedAt: Date | null;
}

@ObjectType('BreakGlassToken', { description: 'A token to read as the other organisation.' })
export class BreakGlassTokenType {
  @Field(() => String, { description: 'For `Authorization: Bearer`.' })
  accessToken: string;

  @Field(() => DateTimeScalar, { description: 'When it ends; ask for another while the look is open.' })
  expiresAt: Date;
}

@InputType('OpenBreakGlassInput', { description: 'Into which organisation, why, and how long.' })
export class OpenBreakGlassInputType {
  @Field(() => ID, { description: 'Not the own one.' })
  organizationId: string;

  @Field(() => String, { description: '10 to 500 characters; the organisation is told.' })
  reason: string;

  @Field(() => Int, { description: 'Minutes, 1 to 60.' })
  minutes: number;
}

@InputType('BreakGlassInput', { description: 'Which look.' })
export class BreakGlassInputType {
  @Field(() => ID, { description: 'The look.' })
  breakGlassId: string;
}

const breakGlass = { key: 'breakGlass' as const, type: () => BreakGlassType, description: 'The look as it is now.' };

export const OpenBreakGlassPayload = payloadType(
  'OpenBreakGlassPayload',
  breakGlass,
  errorUnion('OpenBreakGlassError', [OwnOrganization]),
);
export const CloseBreakGlassPayload = payloadType(
  'CloseBreakGlassPayload',
  breakGlass,
  errorUnion('CloseBreakGlassError', [BreakGlassClosed]),
);
export const TakeBreakGlassTokenPayload = payloadType(
  'TakeBreakGlassTokenPayload',
  { key: 'token', type: () => BreakGlassTokenType, description: 'The token.' },
  errorUnion('TakeBreakGlassTokenError', [BreakGlassClosed]),
);
