import type { IncomingMessage } from 'node:http';
import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import {
  type Actor,
  addJob,
  CONFIG,
  type Config,
  CurrentActor,
  FileRefused,
  FileStore,
  Handles,
  HttpRefusal,
  Input,
  type RouteInput,
  route,
  UnitOfWork,
} from '#libs/platform';
import { openCatalogue, startUpload, type Upload, uploadById } from '#libs/supply';
import { writeProblemsFile } from './problems-file.js';
import { isCharset, storedPlan } from './reading-plan.reader.js';

const shown = z.object({
  uploadId: z.uuid(),
  state: z.string(),
  kind: z.string(),
  fileName: z.string(),
  catalogueId: z.uuid().nullable(),
  format: z.string().nullable(),
  loadMode: z.string().nullable(),
  progress: z.record(z.string(), z.unknown()),
  counts: z.record(z.string(), z.number()).nullable(),
  reasons: z.array(z.record(z.string(), z.unknown())).nullable(),
  publicationVersion: z.number().nullable(),
  version: z.number(),
});

const sendRoute = route({
  method: 'POST',
  path: '/api/v1/uploads',
  summary: 'Sends a catalogue, price or stock file',
  description:
    'The body is the file itself (CSV, CIF 3.0, BMEcat 1.2 or 2005, an Excel workbook), told by its content. It is kept, read and compared by a job: follow it at /api/v1/uploads/{id}.',
  allow: ['catalogue:upload', 'stock:write'],
  query: z.object({
    /** prices: of known offers, nothing else of them changes. stock: counts of known offers, taken at once. */
    kind: z.enum(['catalogue', 'prices', 'stock']).default('catalogue'),
    /** Id or name of the catalogue; made when no catalogue has the name. */
    catalogue: z.string().trim().min(1).max(120).default('Main catalogue'),
    currency: z.string().length(3).optional(),
    /** Whom the offers of a catalogue that this makes are shown; a standing one keeps what was said of it. */
    shownTo: z.enum(['everybody', 'nobody']).default('nobody'),
    fileName: z.string().min(1).max(255).default('upload'),
    /** What a file is that does not say it itself. */
    mode: z.enum(['full', 'delta']).default('full'),
    /** Encoding of a file that does not say it: windows-1252, gb18030, ... Absent: told by its bytes. */
    charset: z.string().trim().max(40).refine(isCharset, 'no encoding has that name').optional(),
    /** Leaves the file unread until a mapping is given (mutation readUpload). */
    hold: z.enum(['true', 'false']).default('false'),
  }),
  body: 'stream',
  consumes: [
    'text/csv',
    'application/xml',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'application/octet-stream',
  ],
  answers: {
    202: { description: 'Kept, and waiting to be read.', schema: z.object({ uploadId: z.uuid() }) },
    413: { description: 'Larger than allowed.' },
    422: { description: 'No catalogue: empty, a picture, a program.' },
  },
});

const readRoute = route({
  method: 'GET',
  path: '/api/v1/uploads/:id',
  summary: 'Where an upload stands',
  allow: ['catalogue:read', 'stock:write'],
  params: z.object({ id: z.uuid() }),
  answers: { 200: { description: 'State, progress and what publishing would do.', schema: shown } },
});

const problemsRoute = route({
  method: 'GET',
  path: '/api/v1/uploads/:id/problems.csv',
  summary: 'The refused rows as the supplier sent them, with columns that say what is wrong',
  allow: ['catalogue:read', 'stock:write'],
  params: z.object({ id: z.uuid() }),
  answers: { 200: { description: 'Correct it and send it again as a delta.', media: 'text/csv' } },
});

/** Files of suppliers over REST. */
@Controller()
export class UploadController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(FileStore) private readonly files: FileStore,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Handles(sendRoute)
  async send(
    @CurrentActor() actor: Actor,
    @Input(sendRoute) { query }: RouteInput<typeof sendRoute>,
    @Req() request: IncomingMessage,
  ): Promise<{ uploadId: string }> {
    const right = query.kind === 'stock' ? 'stock:write' : 'catalogue:upload';
    if (!actor.permissions.has(right)) throw new HttpRefusal(403, 'FORBIDDEN', `Sending this kind of file needs ${right}.`);
    const file = await this.keep(request as never, query.fileName);
    const upload = await this.unitOfWork.run(actor, async (work) => {
      const catalogueId = await catalogueFor(work, query);
      const plan = storedPlan(query.charset ? { charset: query.charset } : {});
      const started = await startUpload(work, {
        ...(catalogueId ? { catalogueId } : {}),
        kind: kinds[query.kind],
        fileName: query.fileName,
        bytes: file.size,
        sha256: file.sha256,
        loadMode: query.mode === 'full' && query.kind === 'catalogue' ? 'FULL' : 'DELTA',
        ...(plan ? { mapping: plan } : {}),
      });
      if (query.hold === 'false')
        await addJob(work, { task: 'exchange.read-upload', payload: { id: started.id }, attemptsMax: 3 });
      return started;
    });
    return { uploadId: upload.id };
  }

  /** Streams into quarantine under the caps; only what looks like text or XML leaves it, and a packed file that is named as a workbook. */
  private async keep(request: IncomingMessage, fileName: string): Promise<{ size: number; sha256: string }> {
    try {
      const quarantined = await this.files.receive(request, {
        bytesMax: this.config.uploadBytesMax,
        kinds: ['text', 'xml', ...(/\.xlsx$/i.test(fileName) ? (['zip'] as const) : [])],
      });
      return await this.files.accept(quarantined);
    } catch (error) {
      if (error instanceof FileRefused)
        throw new HttpRefusal(error.code === 'FILE_TOO_LARGE' ? 413 : 422, error.code, error.detail);
      throw error;
    }
  }

  @Handles(readRoute)
  async read(@CurrentActor() actor: Actor, @Input(readRoute) { params }: RouteInput<typeof readRoute>): Promise<unknown> {
    return asShown(await this.unitOfWork.read(actor, (work) => uploadById(work, params.id)));
  }

  @Handles(problemsRoute)
  async problems(
    @CurrentActor() actor: Actor,
    @Input(problemsRoute) { params }: RouteInput<typeof problemsRoute>,
    @Res() response: Response,
  ): Promise<void> {
    const upload = await this.unitOfWork.read(actor, (work) => uploadById(work, params.id));
    response.setHeader('content-type', 'text/csv; charset=utf-8');
    response.setHeader('content-disposition', `attachment; filename="problems-${upload.id}.csv"`);
    await writeProblemsFile({ unitOfWork: this.unitOfWork, files: this.files }, actor, { upload, to: response });
  }
}

const kinds = { catalogue: 'CATALOGUE', prices: 'PRICES', stock: 'STOCK' } as const;

async function catalogueFor(
  work: Parameters<typeof startUpload>[0],
  query: { catalogue: string; currency?: string | undefined; kind: string; shownTo: 'everybody' | 'nobody' },
): Promise<string | undefined> {
  if (z.uuid().safeParse(query.catalogue).success) return query.catalogue;
  if (query.kind === 'stock') return undefined;
  const opened = await openCatalogue(work, {
    name: query.catalogue,
    currency: query.currency ?? 'USD',
    shownTo: { to: query.shownTo === 'everybody' ? 'EVERYBODY' : 'NOBODY' },
  });
  if (!opened.ok) throw new HttpRefusal(422, 'CATALOGUE_REFUSED', opened.errors.map((error) => error.code).join(', '));
  return opened.value.id;
}

function asShown(upload: Upload): z.input<typeof shown> {
  const { id, state, kind, fileName, catalogueId, format, loadMode, progress, counts, reasons, publicationVersion, version } =
    upload;
  return {
    uploadId: id,
    state,
    kind,
    fileName,
    catalogueId,
    format,
    loadMode,
    progress: { ...progress },
    counts: counts ? { ...counts } : null,
    reasons: reasons as z.input<typeof shown>['reasons'],
    publicationVersion,
    version,
  };
}
