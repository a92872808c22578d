import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { OrganizationType, organizationLoader } from '#libs/organizations';
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
import { PartType } from '../part/part.graphql.js';
import { permissions } from '../permissions.js';
import { addContent, removeContent } from './add-content.js';
import type { PartContent } from './content.entity.js';
import * as types from './content.graphql.js';
import { contentOfParts } from './content.reader.js';
import { inLanguage } from './content.rules.js';

/** Datasheets, pictures and links of parts. */
@Resolver(() => PartType)
export class PartContentResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Mutation(() => types.AddContentPayload, {
    description: 'Adds a file or a link to a part under your name. Needs content:write. Since 0.2.',
  })
  @Allow(permissions.writeContent)
  async addContent(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The content.' }) input: types.AddContentInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'content', PartContent>> {
    return payload(await this.unitOfWork.run(actor, (work) => addContent(work, { ...input })), 'content', context);
  }

  @Mutation(() => types.RemoveContentPayload, {
    description: 'Takes a content of yours away. Needs content:write. Since 0.2.',
  })
  @Allow(permissions.writeContent)
  async removeContent(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which.' }) input: types.RemoveContentInputType,
  ): Promise<types.RemoveContentPayload> {
    await this.unitOfWork.run(actor, (work) => removeContent(work, { ...input }));
    return { contentId: input.contentId };
  }

  @ResolveField(() => [types.PartContentType], {
    description:
      "Its contents, the manufacturer's in front; of each the version in the best of these languages, else in any. At most 200 are looked at. Since 0.2.",
  })
  async content(
    @Parent() part: { id: string },
    @Args('languages', { type: () => [String], defaultValue: ['en'], description: 'Language tags, best first; 1 to 5 are read.' })
    languages: string[],
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<PartContent[]> {
    const loader = context.loader<string, PartContent[]>('catalog.content', async (ids) => {
      const found = await this.unitOfWork.read(actor, (work) => contentOfParts(work, ids));
      return ids.map((id) => found.filter(({ partId }) => partId === id));
    });
    return inLanguage(await loader.load(part.id), languages.slice(0, 5));
  }
}

/** Who added a content. */
@Resolver(() => types.PartContentType)
export class ContentAuthorResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @ResolveField(() => OrganizationType, { description: 'Who added it.' })
  author(@Parent() content: PartContent, @CurrentContext() context: RequestContext): Promise<object> {
    return organizationLoader(context, this.unitOfWork).load(content.orgId);
  }
}
