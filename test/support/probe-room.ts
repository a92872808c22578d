import { Controller, Injectable, Module, Req } from '@nestjs/common';
import {
  Args,
  Field,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Parent,
  Query,
  ResolveField,
  Resolver,
  Subscription,
} from '@nestjs/graphql';
import type { Request } from 'express';
import { z } from 'zod';
import {
  type Actor,
  Allow,
  audit,
  CurrentActor,
  CurrentContext,
  connection,
  connectionOf,
  DecimalScalar,
  errorUnion,
  FileStore,
  Handles,
  HotReads,
  Input,
  MoneyType,
  Notices,
  OncePerOperation,
  PageArgs,
  Public,
  pageOf,
  payload,
  payloadType,
  type RequestContext,
  type Room,
  type RouteInput,
  requirePermission,
  route,
  UnitOfWork,
  userError,
} from '#libs/platform';

/** What the probes counted; a test reads it instead of a mock. */
export const seen = { signIns: 0, slow: 0, held: 0, writes: 0, batches: 0 };

let gate: Promise<void> = Promise.resolve();
/** Holds every probe that can be held until what it gives is called. */
export function hold(): () => void {
  let open = (): void => undefined;
  gate = new Promise((resolve) => {
    open = resolve;
  });
  return open;
}

const TooSmall = userError('ProbeTooSmall', 'The number is below the smallest.', {
  smallest: { type: () => Int, description: 'The smallest.' },
});
const ProbeError = errorUnion('ProbeError', [TooSmall]);

@ObjectType('Probe', { description: 'A thing to ask for.' })
export class ProbeType {
  @Field(() => String, { description: 'Its name.' })
  name: string;

  @Field(() => DecimalScalar, { description: 'A number.' })
  size: string;

  @Field(() => MoneyType, { description: 'A price.' })
  price: MoneyType;

  @Field(() => [ProbeType], { description: 'Things in it.' })
  parts: ProbeType[];
}

@ObjectType('ProbeConnection', { description: 'Probes.' })
class ProbeConnection extends connectionOf('Probe', () => ProbeType) {}

@InputType('ProbeInput', { description: 'Input.' })
class ProbeInput {
  @Field(() => Int, { description: 'A number.' })
  number: number;
}

@ObjectType('ProbePayload', { description: 'What setProbe answers.' })
class ProbePayload extends (payloadType(
  'SetProbePayload',
  { key: 'probe', type: () => ProbeType, description: 'The probe.' },
  ProbeError,
) as new () => object) {}

const probe = (name: string): ProbeType => ({ name, size: '1.10', price: { amount: '4.20', currency: 'EUR' }, parts: [] });

@Resolver(() => ProbeType)
export class ProbeResolver {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly hot: HotReads,
    private readonly notices: Notices,
  ) {}

  @Query(() => ProbeType, { description: 'A probe.' })
  @Allow('probe:read')
  probe(@Args('name', { type: () => String, defaultValue: 'p' }) name: string): ProbeType {
    return probe(name);
  }

  @Query(() => ProbeConnection, { description: 'Probes.' })
  @Allow('probe:read')
  probes(@Args() args: PageArgs): object {
    const ordering = { name: 'probes:NAME_ASC', columns: [{ sql: 'name', cast: 'text' as const }] };
    const page = pageOf(args, ordering);
    return connection([probe('a'), probe('b')], page, (one) => [one.name]);
  }

  @Query(() => String, { description: 'Open to all.' })
  @Public()
  open(@CurrentContext() context: RequestContext): string {
    return context.actor?.orgId ?? 'guest';
  }

  @Query(() => String, { description: 'Without a gate, so shut.' })
  shut(): string {
    return 'never';
  }

  @Query(() => String, { description: "The actor's organisation." })
  @Allow()
  organisationOfActor(@CurrentActor() actor: Actor): string {
    return actor.orgId;
  }

  @Query(() => String, { nullable: true, description: 'One short read through the hot pool.' })
  @Allow('probe:read')
  async hotProbe(@CurrentActor() actor: Actor): Promise<string | undefined> {
    const [row] = await this.hot.call<{ org: string }>('probe', 'select $1::text as org', [actor.orgId]);
    return row?.org;
  }

  @Query(() => String, { description: 'Fails as the test says.' })
  @Allow('probe:read')
  async failing(@CurrentActor() actor: Actor, @Args('how', { type: () => String }) how: string): Promise<string> {
    if (how === 'sql')
      await this.unitOfWork.read(actor, (work) => work.tx.query('select secret_column from platform.no_such_table'));
    if (how === 'permission') await this.unitOfWork.read(actor, async (work) => requirePermission(work, 'probe:destroy'));
    throw new Error('the password is hunter2 at postgres://root:hunter2@db/x');
  }

  @Query(() => String, { description: 'Takes its time.' })
  @Public()
  async slow(@Args('ms', { type: () => Int }) ms: number): Promise<string> {
    seen.slow += 1;
    await new Promise((resolve) => setTimeout(resolve, ms));
    return 'slept';
  }

  @Query(() => String, { description: 'Ends when the test lets it; `held` counts those under way.' })
  @Public()
  async held(): Promise<string> {
    seen.held += 1;
    await gate;
    seen.held -= 1;
    return 'let go';
  }

  @Mutation(() => String, { description: 'Ends when the test lets it.' })
  @Public()
  heldProbe(): Promise<string> {
    return this.held();
  }

  @Mutation(() => String, { description: 'Counts as a sign-in.' })
  @Public()
  @OncePerOperation()
  signInProbe(): string {
    seen.signIns += 1;
    return 'tried';
  }

  @Mutation(() => String, { description: 'Takes its time.' })
  @Public()
  slowProbe(@Args('ms', { type: () => Int }) ms: number): Promise<string> {
    return this.slow(ms);
  }

  @Mutation(() => String, { description: 'Writes one line of the trail.' })
  @Allow('probe:write')
  async writeProbe(@CurrentActor() actor: Actor): Promise<string> {
    seen.writes += 1;
    await this.unitOfWork.run(actor, (work) => audit(work, { action: 'probe:write', subject: 'probe:1' }));
    return 'written';
  }

  @Mutation(() => ProbePayload, { description: 'Refuses numbers below ten.' })
  @Allow('probe:write')
  setProbe(@Args('input') input: ProbeInput, @CurrentContext() context: RequestContext): object {
    const result =
      input.number < 10
        ? { ok: false as const, errors: [{ code: 'ProbeTooSmall', path: ['input', 'number'], values: { smallest: 10 } }] }
        : { ok: true as const, value: probe(String(input.number)) };
    return payload(result, 'probe', context);
  }

  @Subscription(() => String, { description: 'Ids of probes that changed.' })
  @Allow('probe:read')
  async *probeChanged(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): AsyncGenerator<{ probeChanged: string }> {
    for await (const notice of this.notices.iterate('probe.changed', ({ orgId }) => orgId === actor.orgId, context.signal)) {
      yield { probeChanged: notice.id };
    }
  }

  @ResolveField(() => [ProbeType], { description: 'Things in it.' })
  async parts(@Parent() parent: ProbeType, @CurrentContext() context: RequestContext): Promise<ProbeType[]> {
    const loader = context.loader<string, ProbeType[]>('probe.parts', async (names) => {
      seen.batches += 1;
      return names.map((name) => [probe(`${name}1`), probe(`${name}2`)]);
    });
    return loader.load(parent.name);
  }
}

const echoRoute = route({
  method: 'POST',
  path: '/api/v1/probe/:id',
  summary: 'Gives back what it got',
  allow: 'probe:write',
  params: z.object({ id: z.uuid() }),
  query: z.object({ times: z.coerce.number().int().min(1).max(5).default(1) }),
  body: z.object({ text: z.string().max(100) }).strict(),
  answers: { 201: { description: 'The echo.', schema: z.object({ id: z.string(), text: z.string(), org: z.string() }) } },
});

const bytesRoute = route({
  method: 'POST',
  path: '/api/v1/probe-bytes',
  summary: 'Counts bytes',
  allow: 'public',
  body: 'bytes',
  bytesMax: 2048,
  answers: { 200: { description: 'The count.', schema: z.object({ bytes: z.number() }) } },
});

const uploadRoute = route({
  method: 'POST',
  path: '/api/v1/probe-upload',
  summary: 'Stores a file',
  allow: 'probe:write',
  body: 'stream',
  answers: { 202: { description: 'Stored.', schema: z.object({ sha256: z.string(), size: z.number() }) } },
});

const brokenRoute = route({
  method: 'GET',
  path: '/api/v1/probe-broken',
  summary: 'Fails',
  allow: 'public',
  answers: { 200: { description: 'Never.' } },
});

@Injectable()
@Controller()
class ProbeController {
  constructor(private readonly files: FileStore) {}

  @Handles(echoRoute)
  echo(@Input(echoRoute) { params, query, body }: RouteInput<typeof echoRoute>, @CurrentActor() actor: Actor): object {
    return { id: params.id, text: body.text.repeat(query.times), org: actor.orgId };
  }

  @Handles(bytesRoute)
  count(@Input(bytesRoute) { body }: RouteInput<typeof bytesRoute>): object {
    return { bytes: body.length };
  }

  @Handles(uploadRoute)
  async upload(@Req() request: Request): Promise<object> {
    const { sha256, size } = await this.files.receive(request, { bytesMax: 100_000, kinds: ['text', 'xml'] });
    return { sha256, size };
  }

  @Handles(brokenRoute)
  broken(): never {
    throw new Error('the password is hunter2 in select * from secret_table');
  }
}

@Module({ providers: [ProbeResolver], controllers: [ProbeController] })
class ProbeModule {}

/** Doors of every kind for tests of the edges: gates, limits, errors, loaders, subscriptions, routes. */
export const probeRoom: Room = { name: 'probe', module: ProbeModule };
