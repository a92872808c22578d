import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, errorUnion, type UserErrorShape } from '#libs/platform';
import { ApiKeyExpiryNotValid, PermissionNotHeld, PermissionUnknown } from '../errors.graphql.js';

@ObjectType('ApiKey', { description: 'A key by which a machine acts for the organisation.' })
export class ApiKeyType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;

  @Field(() => String, { description: 'What it is for.' })
  name: string;

  @Field(() => String, { description: 'The eight public characters after ek_.' })
  prefix: string;

  @Field(() => [String], { description: 'What it may do, as thing:verb.' })
  scopes: string[];

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt: Date;

  @Field(() => DateTimeScalar, { description: 'When it ends.' })
  expiresAt: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was used last, to the minute; null: never.' })
  lastUsedAt: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was revoked; null: it was not.' })
  revokedAt: Date | null;
}

@InputType('CreateApiKeyInput', { description: 'A new key.' })
export class CreateApiKeyInputType {
  @Field(() => String, { description: 'What it is for, 1 to 100 characters.' })
  name: string;

  @Field(() => [String], { description: 'Permissions that one has oneself, as thing:verb.' })
  scopes: string[];

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ends, within two years; absent: in a year.' })
  expiresAt?: Date | null;
}

@InputType('RevokeApiKeyInput', { description: 'Which key.' })
export class RevokeApiKeyInputType {
  @Field(() => ID, { description: 'The key.' })
  apiKeyId: string;
}

const CreateApiKeyErrorUnion = errorUnion('CreateApiKeyError', [PermissionUnknown, PermissionNotHeld, ApiKeyExpiryNotValid]);

@ObjectType('CreateApiKeyPayload', { description: 'What createApiKey answers.' })
export class CreateApiKeyPayload {
  @Field(() => ApiKeyType, { nullable: true, description: 'The key.' })
  apiKey: ApiKeyType | null;

  @Field(() => String, { nullable: true, description: 'The whole key, ek_..., shown now and never again.' })
  secret: string | null;

  @Field(() => [CreateApiKeyErrorUnion as never], {
    description: 'Everything that stands against it, all at once; empty on success.',
  })
  errors: UserErrorShape[];
}

@ObjectType('RevokeApiKeyPayload', { description: 'What revokeApiKey answers. There is nothing that stands against it.' })
export class RevokeApiKeyPayload {
  @Field(() => ApiKeyType, { description: 'The key as it is now.' })
  apiKey: ApiKeyType;
}
