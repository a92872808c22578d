import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, RequestContext, shown, UnitOfWork } from '#libs/platform';
import { permissions } from '../permissions.js';
import type { ApiKey } from './api-key.entity.js';
import {
  ApiKeyType,
  CreateApiKeyInputType,
  CreateApiKeyPayload,
  RevokeApiKeyInputType,
  RevokeApiKeyPayload,
} from './api-key.graphql.js';
import { listApiKeys } from './api-key.reader.js';
import { createApiKey } from './create-api-key.js';
import { revokeApiKey } from './revoke-api-key.js';

/** Keys of machines. */
@Resolver(() => ApiKeyType)
export class ApiKeyResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Query(() => [ApiKeyType], {
    description: 'Keys of this organisation, newest first, up to 200. Needs apikey:manage. Since 0.1.',
  })
  @Allow(permissions.manageApiKeys)
  apiKeys(@CurrentActor() actor: Actor): Promise<ApiKey[]> {
    return this.unitOfWork.read(actor, listApiKeys);
  }

  @Mutation(() => CreateApiKeyPayload, { description: 'Makes a key; its secret is shown once. Needs apikey:manage. Since 0.1.' })
  @Allow(permissions.manageApiKeys)
  async createApiKey(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The new key.' }) input: CreateApiKeyInputType,
    @Context() ctx: RequestContext,
  ): Promise<CreateApiKeyPayload> {
    const created = await this.unitOfWork.run(actor, (work) => createApiKey(work, input));
    if (created.ok) return { ...created.value, errors: [] };
    return { apiKey: null, secret: null, errors: created.errors.map((fault) => shown(fault, ctx)) };
  }

  @Mutation(() => RevokeApiKeyPayload, {
    description: 'Ends a key; tokens made with it are dead within a second. Needs apikey:manage. Since 0.1.',
  })
  @Allow(permissions.manageApiKeys)
  async revokeApiKey(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which key.' }) input: RevokeApiKeyInputType,
  ): Promise<RevokeApiKeyPayload> {
    return { apiKey: await this.unitOfWork.run(actor, (work) => revokeApiKey(work, input)) };
  }
}
