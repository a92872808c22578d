import { Controller, Inject, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { type Actor, CurrentActor, Handles, Input, type RouteInput, route, UnitOfWork } from '#libs/platform';
import { permissions } from '../permissions.js';
import { extensionOf } from './message.js';
import { messageById, rawOf } from './message.reader.js';

const rawRoute = route({
  method: 'GET',
  path: '/api/v1/messages/:id/raw',
  summary: 'The bytes of a message as they came or went, shared secrets blanked',
  allow: permissions.readExchange,
  params: z.object({ id: z.uuid() }),
  answers: { 200: { description: 'Sent as a download, never shown as a page.', media: 'application/octet-stream' } },
});

/** Raw messages over REST. */
@Controller()
export class MessageController {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  @Handles(rawRoute)
  async raw(
    @CurrentActor() actor: Actor,
    @Input(rawRoute) { params }: RouteInput<typeof rawRoute>,
    @Res() response: Response,
  ): Promise<void> {
    const { message, raw } = await this.unitOfWork.read(actor, async (work) => ({
      message: await messageById(work, params.id),
      raw: await rawOf(work, params.id),
    }));
    const extension = extensionOf(message.format);
    response.setHeader('content-type', 'application/octet-stream');
    response.setHeader('content-disposition', `attachment; filename="${message.id}.${extension}"`);
    response.end(raw);
  }
}
