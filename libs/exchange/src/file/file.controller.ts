import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { contentFile } from '#libs/catalog';
import {
  type Actor,
  attachable,
  attachedBytesMax,
  type ContentKind,
  CurrentActor,
  FileRefused,
  FileStore,
  Handles,
  HttpRefusal,
  Input,
  type KeptFile,
  keepFile,
  NotFound,
  type QuarantinedFile,
  type RouteInput,
  route,
  UnitOfWork,
} from '#libs/platform';
import { certificateFile } from '#libs/procurement';
import { lotCertificateFile } from '#libs/supply';
import { tenderDocumentFile } from '#libs/tendering';

const kept = z.object({ id: z.uuid(), sha256: z.string(), size: z.number(), mediaType: z.string(), name: z.string() });

const sendRoute = route({
  method: 'POST',
  path: '/api/v1/files',
  summary: 'Sends a certificate, datasheet or picture',
  description:
    'The body is the file: PDF, PNG or JPEG, told by its bytes whatever it is called, at most 20 MiB. The same content is kept once. The id is yours alone: attach the file by it.',
  allow: ['order:confirm', 'order:change', 'stock:write', 'content:write', 'tender:manage'],
  query: z.object({ name: z.string().min(1).max(255).default('file') }),
  body: 'stream',
  consumes: ['application/octet-stream'],
  answers: {
    201: { description: 'It is kept.', schema: kept },
    413: { description: 'Larger than allowed.' },
    422: { description: 'Of no kind that is let in, or empty.' },
  },
});

const readers = { lot: lotCertificateFile, order: certificateFile, content: contentFile, tender: tenderDocumentFile } as const;

const readRoute = route({
  method: 'GET',
  path: '/api/v1/files/:of/:id',
  summary:
    'The bytes of a certificate of a lot or order, of content of a part, or of a document of a tender, as far as you may see it',
  description: '`of` is lot, order, content or tender. Sent as a download, never shown as a page.',
  allow: 'signed-in',
  params: z.object({ of: z.enum(['lot', 'order', 'content', 'tender']), id: z.uuid() }),
  answers: {
    200: { description: 'The file.', media: 'application/octet-stream' },
    403: { description: 'A document of a tender, without tender:read.' },
    404: { description: 'There is none for you.' },
  },
});

/** Files that people attach, over REST. */
@Controller()
export class FileController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(FileStore) private readonly files: FileStore,
  ) {}

  @Handles(sendRoute)
  async send(
    @CurrentActor() actor: Actor,
    @Input(sendRoute) { query }: RouteInput<typeof sendRoute>,
    @Req() request: IncomingMessage,
  ): Promise<KeptFile> {
    const file = await this.receive(request);
    const stored = await this.files.accept(file);
    const mediaType = attachable[file.kind] ?? 'application/octet-stream';
    return this.unitOfWork.run(actor, (work) => keepFile(work, { ...stored, mediaType, name: query.name }));
  }

  @Handles(readRoute)
  async read(
    @CurrentActor() actor: Actor,
    @Input(readRoute) { params }: RouteInput<typeof readRoute>,
    @Res() response: Response,
  ): Promise<void> {
    const file = await this.unitOfWork.read(actor, (work) => readers[params.of](work, params.id));
    const bytes = file && (await this.files.open(file.sha256));
    if (!file || !bytes) throw new NotFound('file');
    response.setHeader('content-type', file.mediaType);
    response.setHeader('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`);
    response.setHeader('cache-control', 'private, max-age=3600');
    await pipeline(bytes, response);
  }

  private async receive(request: IncomingMessage): Promise<QuarantinedFile> {
    const kinds = Object.keys(attachable) as ContentKind[];
    try {
      return await this.files.receive(request as never, { bytesMax: attachedBytesMax, kinds });
    } catch (error) {
      if (error instanceof FileRefused)
        throw new HttpRefusal(error.code === 'FILE_TOO_LARGE' ? 413 : 422, error.code, error.detail);
      throw error;
    }
  }
}
