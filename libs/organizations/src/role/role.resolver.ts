import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, type Payload, payload, RequestContext, UnitOfWork } from '#libs/platform';
import { permissions } from '../permissions.js';
import { RoleType, SaveRoleInputType, SaveRolePayload } from './role.graphql.js';
import { type KnownRole, listRoles } from './role.reader.js';
import { saveRole } from './save-role.js';

/** What members of the acting organisation can be allowed. */
@Resolver(() => RoleType)
export class RoleResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Query(() => [RoleType], {
    description: 'Built-in and own roles of this organisation. Needs member:manage or role:manage. Since 0.1.',
  })
  @Allow(permissions.manageMembers, permissions.manageRoles)
  roles(@CurrentActor() actor: Actor): Promise<KnownRole[]> {
    return this.unitOfWork.read(actor, listRoles);
  }

  @Mutation(() => SaveRolePayload, { description: 'Makes a role or changes what it allows. Needs role:manage. Since 0.1.' })
  @Allow(permissions.manageRoles)
  async saveRole(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The role as it shall be.' }) input: SaveRoleInputType,
    @Context() ctx: RequestContext,
  ): Promise<Payload<'role', KnownRole>> {
    const saved = await this.unitOfWork.run(actor, (work) => saveRole(work, input));
    return payload(saved.ok ? { ok: true, value: { ...saved.value, builtIn: false } } : saved, 'role', ctx);
  }
}
