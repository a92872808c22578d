import { Controller, Inject, Injectable, Module } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver, Subscription } from '@nestjs/graphql';
import { z } from 'zod';
import {
  type Actor,
  Allow,
  BadInput,
  CurrentActor,
  CurrentContext,
  Forbidden,
  Handles,
  Input,
  NotFound,
  Notices,
  Public,
  type RequestContext,
  type Room,
  type RouteInput,
  route,
  rows,
  systemActor,
  UnitOfWork,
} from '#libs/platform';

/** What each door does wrong, by its name; a walk that does not find it is worth nothing. */
export const doorFaults: Readonly<Record<string, string>> = {
  leakySites: 'takes the organisation from its caller',
  leakyCache: 'keeps one answer for everybody',
  leakyOracle: 'forbids what exists and does not find what does not',
  leakyProblem: 'writes the value into the problem',
  leakyHeader: 'writes the value into a header',
  leakyOpen: 'is open to guests although it says otherwise',
  leakySignedIn: 'is open to members without the right it names',
  leakyRename: 'writes into rows of others',
  leakyChanged: 'sends the events of all to all',
  '/api/v1/leaky/messages/:id': 'gives raw bytes of others, packed',
  '/api/v1/leaky/gate': 'has lost its gate',
};

const idArgument = (name: string) => Args(name, { type: () => ID });
const about = (what: string) => ({ description: `${what}. Needs order:read. Since 0.1.` });
let kept: string | undefined;

/** Past the row filter and round the wall: by acting for organisations that the caller is not of. */
async function siteIn(unitOfWork: UnitOfWork, orgId: string): Promise<{ id: string; name: string }[]> {
  return unitOfWork.read(systemActor(orgId), (work) => rows(work, 'select id, name from organizations.site', []));
}

async function anybodysSite(
  unitOfWork: UnitOfWork,
  actor: Actor,
  siteId: string,
): Promise<{ orgId: string; name: string } | undefined> {
  const all = await unitOfWork.read(actor, (work) => rows<{ id: string }>(work, 'select id from organizations.organization', []));
  for (const { id } of all) {
    const site = (await siteIn(unitOfWork, id)).find((one) => one.id === siteId);
    if (site) return { orgId: id, name: site.name };
  }
  return undefined;
}

@Resolver()
class FaultyResolver {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Notices) private readonly notices: Notices,
  ) {}

  @Query(() => [String], about('Sites of an organisation'))
  @Allow('order:read')
  async leakySites(@idArgument('organizationId') organizationId: string): Promise<string[]> {
    return (await siteIn(this.unitOfWork, organizationId)).map(({ name }) => name);
  }

  @Query(() => String, about('A site, quickly'))
  @Allow('order:read')
  async leakyCache(@CurrentActor() actor: Actor): Promise<string> {
    kept ??= (await siteIn(this.unitOfWork, actor.orgId))[0]?.name ?? '';
    return kept;
  }

  @Query(() => String, about('A site'))
  @Allow('order:read')
  async leakyOracle(@idArgument('siteId') siteId: string, @CurrentActor() actor: Actor): Promise<string> {
    const site = await anybodysSite(this.unitOfWork, actor, siteId);
    if (!site) throw new NotFound('site');
    if (site.orgId !== actor.orgId) throw new Forbidden('site');
    return 'yours';
  }

  @Query(() => String, about('A site'))
  @Allow('order:read')
  async leakyProblem(@idArgument('siteId') siteId: string, @CurrentActor() actor: Actor): Promise<string> {
    const site = await anybodysSite(this.unitOfWork, actor, siteId);
    throw new BadInput([{ path: ['siteId'], message: `${site?.name} is not yours` }]);
  }

  @Query(() => String, about('A site'))
  @Allow('order:read')
  async leakyHeader(
    @idArgument('siteId') siteId: string,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<string> {
    context.response?.setHeader('x-debug', encodeURIComponent((await anybodysSite(this.unitOfWork, actor, siteId))?.name ?? ''));
    throw new NotFound('site');
  }

  @Query(() => String, about('A greeting'))
  @Public()
  leakyOpen(): string {
    return 'hello';
  }

  @Query(() => String, about('A greeting'))
  @Allow()
  leakySignedIn(): string {
    return 'hello';
  }

  @Mutation(() => String, about('Renames a site'))
  @Allow('order:read')
  async leakyRename(@idArgument('siteId') siteId: string, @CurrentActor() actor: Actor): Promise<string> {
    const site = await anybodysSite(this.unitOfWork, actor, siteId);
    if (site)
      await this.unitOfWork.run(systemActor(site.orgId), (work) =>
        rows(work, `update organizations.site set name = 'taken over' where id = $1`, [siteId]),
      );
    return 'done';
  }

  @Subscription(() => String, about('Orders that moved'))
  @Allow('order:read')
  async *leakyChanged(@CurrentContext() context: RequestContext): AsyncGenerator<{ leakyChanged: string }> {
    for await (const notice of this.notices.iterate('order.changed', () => true, context.signal)) {
      yield { leakyChanged: JSON.stringify(await siteIn(this.unitOfWork, notice.orgId)) };
    }
  }
}

const rawRoute = route({
  method: 'GET',
  path: '/api/v1/leaky/messages/:id',
  summary: 'Bytes of a message',
  allow: 'order:read',
  params: z.object({ id: z.uuid() }),
  answers: { 200: { description: 'The bytes.' } },
});

const gateRoute = route({
  method: 'GET',
  path: '/api/v1/leaky/gate',
  summary: 'A greeting',
  allow: 'order:read',
  answers: { 200: { description: 'It.' } },
});

@Injectable()
@Controller()
class FaultyController {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  @Handles(rawRoute)
  async raw(@Input(rawRoute) { params }: RouteInput<typeof rawRoute>, @CurrentActor() actor: Actor): Promise<object> {
    const all = await this.unitOfWork.read(actor, (work) =>
      rows<{ id: string }>(work, 'select id from organizations.organization', []),
    );
    for (const { id } of all) {
      const [found] = await this.unitOfWork.read(systemActor(id), (work) =>
        rows<{ raw: Buffer }>(work, 'select raw from exchange.message_body where message_id = $1', [params.id]),
      );
      if (found) return { raw: found.raw.toString('base64') };
    }
    throw new NotFound('message');
  }

  @Public()
  @Handles(gateRoute)
  gate(): object {
    return { hello: true };
  }
}

@Module({ providers: [FaultyResolver], controllers: [FaultyController] })
class FaultyModule {}

/** Doors with the faults that hurried people make. */
export const faultyRoom: Room = { name: 'faulty', module: FaultyModule };
