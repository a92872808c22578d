import type { IncomingMessage } from 'node:http';
import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { importLinks, type LinkImport, type LinkRowFault } from '#libs/catalog';
import { Unreadable } from '#libs/documents';
import { errorCode, type Result } from '#libs/kernel';
import {
  type Actor,
  CONFIG,
  type Config,
  CurrentActor,
  contextOfRequest,
  FileRefused,
  FileStore,
  Handles,
  HttpRefusal,
  type QuarantinedFile,
  route,
  UnitOfWork,
} from '#libs/platform';
import { openLinkFile } from './link-file.js';

const problem = z.object({
  line: z.number(),
  column: z.string().nullable(),
  code: z.string(),
  message: z.string(),
});

const importRoute = route({
  method: 'POST',
  path: '/api/v1/interchange-links',
  summary: 'Asserts the links of interchangeability in a CSV file, all or none',
  description:
    'The body is the file: UTF-8, a header line, at most 200,000 rows. Needed columns: fromNumber, toNumber, code. Others: fromManufacturer, toManufacturer, set, quantity, class, model, msnFrom, msnTo, modification, effectiveFrom, effectiveTo, authority, remark. Links of suppliers are claims.',
  allow: ['alternate:assert'],
  body: 'stream',
  consumes: ['text/csv'],
  answers: {
    200: {
      description: 'All rows were taken.',
      schema: z.object({ rows: z.number(), added: z.number(), unchanged: z.number(), problems: z.array(problem) }),
    },
    413: { description: 'Larger than allowed.' },
    422: {
      description: 'Nothing was taken; up to 1,000 problems say why.',
      schema: z.object({ rows: z.number(), added: z.number(), unchanged: z.number(), problems: z.array(problem) }),
    },
  },
});

type Shown = LinkImport & { problems: z.infer<typeof problem>[] };

/** Files of links over REST. */
@Controller()
export class LinkFileController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(FileStore) private readonly files: FileStore,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Handles(importRoute)
  async import(
    @CurrentActor() actor: Actor,
    @Req() request: IncomingMessage,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Shown> {
    const file = await this.receive(request);
    try {
      const outcome = await this.read(actor, file);
      if (outcome.ok) return { ...outcome.value, problems: [] };
      response.status(422);
      const context = contextOfRequest(request);
      const problems = outcome.errors.map(({ code, path, values }) => ({
        line: Number(path[1] ?? 0),
        column: path[2] ?? null,
        code: errorCode(code),
        message: context.sentence(code, values),
      }));
      return { rows: 0, added: 0, unchanged: 0, problems };
    } finally {
      await this.files.discard(file);
    }
  }

  private async receive(request: IncomingMessage): Promise<QuarantinedFile> {
    try {
      return await this.files.receive(request as never, { bytesMax: this.config.uploadBytesMax, kinds: ['text'] });
    } catch (error) {
      if (error instanceof FileRefused)
        throw new HttpRefusal(error.code === 'FILE_TOO_LARGE' ? 413 : 422, error.code, error.detail);
      throw error;
    }
  }

  private async read(actor: Actor, file: QuarantinedFile): Promise<Result<LinkImport, LinkRowFault>> {
    try {
      const { missing } = await openLinkFile(await this.bytes(file));
      if (missing.length > 0)
        return {
          ok: false,
          errors: missing.map((column) => ({
            code: 'LinkCellMissing' as const,
            path: ['lines', '1', column],
            values: { column },
          })),
        };
      const rows = () => this.rows(file);
      return await this.unitOfWork.run(actor, (work) => importLinks(work, { rows }));
    } catch (error) {
      if (error instanceof Unreadable) throw new HttpRefusal(422, error.problem.code, error.message);
      throw error;
    }
  }

  private async *rows(file: QuarantinedFile) {
    yield* (await openLinkFile(await this.bytes(file))).rows;
  }

  private async bytes(file: QuarantinedFile) {
    const bytes = await this.files.openQuarantined(file.id);
    if (!bytes) throw new Error('the file of links is not in quarantine');
    return bytes;
  }
}
