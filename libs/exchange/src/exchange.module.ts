import { Module } from '@nestjs/common';
import type { Room } from '#libs/platform';
import { orderWires } from '#libs/procurement';
import { tenderWires } from '#libs/tendering';
import { LinkFileController } from './alternate/link-file.controller.js';
import { ClassificationController } from './classification/classification.controller.js';
import { FileController } from './file/file.controller.js';
import { InboundController } from './inbound/inbound.controller.js';
import { InboundJobs } from './inbound/inbound.job.js';
import { MessageController } from './message/message.controller.js';
import { MessageResolver } from './message/message.resolver.js';
import { NoticeController } from './notice/notice.controller.js';
import { NoticeReleaseJobs } from './notice/notice.job.js';
import { OutboundJobs } from './outbound/outbound.job.js';
import { PartnerResolver } from './partner/partner.resolver.js';
import { UploadController } from './upload/upload.controller.js';
import { UploadJobs } from './upload/upload.job.js';
import { UploadReadingResolver } from './upload/upload-reading.resolver.js';

@Module({
  controllers: [
    ClassificationController,
    FileController,
    InboundController,
    LinkFileController,
    MessageController,
    NoticeController,
    UploadController,
  ],
  providers: [InboundJobs, MessageResolver, NoticeReleaseJobs, OutboundJobs, PartnerResolver, UploadJobs, UploadReadingResolver],
})
export class ExchangeModule {}

/** Mouth and ears of the hub. */
export const exchangeRoom: Room = {
  name: 'exchange',
  module: ExchangeModule,
  routes: {
    [orderWires.placed]: ['exchange.send-order'],
    [orderWires.answered]: ['exchange.send-answer'],
    [orderWires.requestAnswered]: ['exchange.send-answer'],
    [orderWires.moved]: ['exchange.send-answer'],
    [orderWires.cancelled]: ['exchange.send-change'],
    [orderWires.proposalAnswered]: ['exchange.send-change'],
    [orderWires.changeRequested]: ['exchange.send-change'],
    [tenderWires.moved]: ['exchange.release-notice'],
  },
  jobs: [InboundJobs, NoticeReleaseJobs, OutboundJobs, UploadJobs],
  clocks: [
    { task: 'exchange.poll-folders', match: '* * * * *' },
    { task: 'exchange.apply-leftovers', match: '* * * * *' },
  ],
};
