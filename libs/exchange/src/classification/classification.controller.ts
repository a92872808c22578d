import { Controller, Inject, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { loadClassification, loadClassMapping } from '#libs/catalog';
import { errorCode, type Fault, type Result } from '#libs/kernel';
import {
  type Actor,
  CurrentActor,
  CurrentContext,
  Handles,
  HttpRefusal,
  Input,
  type RequestContext,
  type RouteInput,
  route,
  UnitOfWork,
} from '#libs/platform';
import { ColumnsMissing, readClassFile, readMappingFile } from './class-files.js';

/** The largest published list in two languages has some 20 MB. */
const bytesMax = 64 * 1024 * 1024;
const problems = z.object({
  problems: z.array(z.object({ line: z.number().nullable(), code: z.string(), message: z.string() })),
});
const answers = {
  200: { description: 'Loaded; how many rows.', schema: z.object({ rows: z.number() }) },
  413: { description: 'Larger than allowed.' },
  422: { description: 'Nothing was loaded: what is wrong, by line, the first 100.', schema: problems },
};

const treeRoute = route({
  method: 'POST',
  path: '/api/v1/classifications',
  summary: 'Loads a version of a classification',
  description:
    'The body is a CSV file with the columns code, parent and name:<language>. Loading a version again replaces it; the others stay.',
  allow: 'part:operate',
  query: z.object({
    system: z.string(),
    version: z.string(),
    current: z.enum(['true', 'false']).default('true'),
    fileName: z.string().min(1).max(255).default('classification.csv'),
  }),
  body: 'bytes',
  bytesMax,
  consumes: ['text/csv'],
  answers,
});

const mappingRoute = route({
  method: 'POST',
  path: '/api/v1/class-mappings',
  summary: 'Loads what classes of one system are in another',
  description: 'The body is a CSV file with the columns from, to and relation (same or contains). Loading it again replaces it.',
  allow: 'part:operate',
  query: z.object({ fromSystem: z.string(), fromVersion: z.string(), toSystem: z.string(), toVersion: z.string() }),
  body: 'bytes',
  bytesMax,
  consumes: ['text/csv'],
  answers,
});

/** Classifications over REST. No licensed list is shipped: operators bring the files they may use. */
@Controller()
export class ClassificationController {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  @Handles(treeRoute)
  async tree(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Input(treeRoute) { query, body }: RouteInput<typeof treeRoute>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<object> {
    const rows = await readable(() => readClassFile(body));
    const release = { ...query, current: query.current === 'true' };
    return answer(await this.unitOfWork.run(actor, (work) => loadClassification(work, release, rows)), context, response);
  }

  @Handles(mappingRoute)
  async mapping(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Input(mappingRoute) { query, body }: RouteInput<typeof mappingRoute>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<object> {
    const pairs = await readable(() => readMappingFile(body));
    return answer(await this.unitOfWork.run(actor, (work) => loadClassMapping(work, query, pairs)), context, response);
  }
}

async function readable<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof ColumnsMissing) throw new HttpRefusal(422, 'COLUMN_MISSING', error.message);
    if (error instanceof Error && error.name === 'Unreadable') throw new HttpRefusal(422, 'FILE_UNREADABLE', error.message);
    throw error;
  }
}

function answer(result: Result<number, Fault>, context: RequestContext, response: Response): object {
  if (result.ok) return { rows: result.value };
  response.status(422);
  return {
    problems: result.errors.map(({ code, values }) => ({
      line: typeof values?.['line'] === 'number' ? values['line'] : null,
      code: errorCode(code),
      message: context.sentence(code, values),
    })),
  };
}
