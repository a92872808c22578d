import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import {
  type Actor,
  Allow,
  type Connection,
  CurrentActor,
  CurrentContext,
  Notices,
  PageArgs,
  type Payload,
  payload,
  RequestContext,
  UnitOfWork,
} from '#libs/platform';
import { permissions } from '../permissions.js';
import { requestPublication } from '../publication/request-publication.js';
import { type PreviewRow, previewRows, type RowChange } from '../staging/preview.reader.js';
import { problemsOf, type UploadProblem } from '../staging/problem.reader.js';
import { confirmUpload } from './confirm-upload.js';
import { discardUpload } from './discard-upload.js';
import type { Upload } from './upload.entity.js';
import {
  ConfirmUploadPayload,
  DiscardUploadPayload,
  ProblemSeverityEnum,
  PublishUploadPayload,
  RowChangeEnum,
  UploadConnection,
  UploadDecisionInputType,
  UploadInputType,
  UploadProblemConnection,
  UploadProgressType,
  UploadReasonType,
  UploadRowConnection,
  UploadType,
} from './upload.graphql.js';
import { uploadById, uploadsOf } from './upload.reader.js';

const uploadId = { type: () => ID, description: 'Which upload.' } as const;

/** Files of the acting supplier on their way to publication. They come in by REST: POST /api/v1/uploads. */
@Resolver(() => UploadType)
export class UploadResolver {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notices: Notices,
  ) {}

  @Query(() => UploadType, { nullable: true, description: 'An upload of this organisation. Needs catalogue:read. Since 0.1.' })
  @Allow(permissions.readCatalogues)
  upload(@CurrentActor() actor: Actor, @Args('id', uploadId) id: string): Promise<Upload> {
    return this.unitOfWork.read(actor, (work) => uploadById(work, id));
  }

  @Query(() => UploadConnection, { description: 'Uploads of this organisation, newest first. Needs catalogue:read. Since 0.1.' })
  @Allow(permissions.readCatalogues)
  uploads(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
    @Args('catalogueId', { type: () => ID, nullable: true, description: 'Only those of this catalogue.' }) catalogueId?:
      | string
      | null,
  ): Promise<Connection<Upload>> {
    return this.unitOfWork.read(actor, (work) => uploadsOf(work, catalogueId ?? undefined, page));
  }

  @Query(() => UploadRowConnection, {
    description:
      'The preview: what publishing would do, one kind of change at a time, by supplier part. Needs catalogue:read. Since 0.1.',
  })
  @Allow(permissions.readCatalogues)
  uploadRows(
    @CurrentActor() actor: Actor,
    @Args('uploadId', uploadId) id: string,
    @Args('change', { type: () => RowChangeEnum, description: 'Which kind.' }) change: RowChange,
    @Args() page: PageArgs,
  ): Promise<Connection<PreviewRow>> {
    return this.unitOfWork.read(actor, (work) => previewRows(work, { uploadId: id, change }, page));
  }

  @Query(() => UploadProblemConnection, {
    description: 'What is wrong with the rows of a file, by line. Needs catalogue:read. Since 0.1.',
  })
  @Allow(permissions.readCatalogues)
  uploadProblems(
    @CurrentActor() actor: Actor,
    @Args('uploadId', uploadId) id: string,
    @Args() page: PageArgs,
    @Args('severity', { type: () => ProblemSeverityEnum, nullable: true, description: 'Only these.' }) severity?:
      | UploadProblem['severity']
      | null,
  ): Promise<Connection<UploadProblem>> {
    return this.unitOfWork.read(actor, (work) => problemsOf(work, { uploadId: id, ...(severity ? { severity } : {}) }, page));
  }

  @Mutation(() => ConfirmUploadPayload, {
    description: 'Agrees to what `reasons` say, so that the upload may be published. Needs catalogue:publish. Since 0.1.',
  })
  @Allow(permissions.publishCatalogues)
  async confirmUpload(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which one, as it was read.' }) input: UploadDecisionInputType,
    @Context() ctx: RequestContext,
  ): Promise<Payload<'upload', Upload>> {
    return payload(await this.unitOfWork.run(actor, (work) => confirmUpload(work, input)), 'upload', ctx);
  }

  @Mutation(() => PublishUploadPayload, {
    description:
      'Starts the publication of a staged upload; `uploadProgress` tells when it is done. Needs catalogue:publish. Since 0.1.',
  })
  @Allow(permissions.publishCatalogues)
  async publishUpload(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which one, as it was read.' }) input: UploadDecisionInputType,
    @Context() ctx: RequestContext,
  ): Promise<Payload<'upload', Upload>> {
    return payload(await this.unitOfWork.run(actor, (work) => requestPublication(work, input)), 'upload', ctx);
  }

  @Mutation(() => DiscardUploadPayload, {
    description: 'Gives an upload up; nothing of it is published. Needs catalogue:upload. Since 0.1.',
  })
  @Allow(permissions.uploadCatalogues)
  async discardUpload(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which one.' }) input: UploadInputType,
    @Context() ctx: RequestContext,
  ): Promise<Payload<'upload', Upload>> {
    return payload(await this.unitOfWork.run(actor, (work) => discardUpload(work, input)), 'upload', ctx);
  }

  @Subscription(() => UploadType, {
    description: 'An upload each time it moves on, first as it stands. Needs catalogue:read. Since 0.1.',
  })
  @Allow(permissions.readCatalogues)
  async *uploadProgress(
    @CurrentActor() actor: Actor,
    @Args('uploadId', uploadId) id: string,
    @CurrentContext() ctx: RequestContext,
  ): AsyncGenerator<{ uploadProgress: Upload }> {
    const read = async () => ({ uploadProgress: await this.unitOfWork.read(actor, (work) => uploadById(work, id)) });
    yield await read();
    for await (const _ of this.notices.iterate(
      'upload.changed',
      (notice) => notice.orgId === actor.orgId && notice.id === id,
      ctx.signal,
    ))
      yield await read();
  }

  @ResolveField(() => UploadProgressType, { description: 'How far reading or publishing has come.' })
  progress(@Parent() { progress }: Upload): UploadProgressType {
    const { bytesRead, bytesTotal, ...others } = progress;
    return {
      ...others,
      ...(bytesRead === undefined ? {} : { bytesRead: String(bytesRead) }),
      ...(bytesTotal === undefined ? {} : { bytesTotal: String(bytesTotal) }),
    };
  }

  @ResolveField(() => [UploadReasonType], { description: 'Why it waits for a confirmation or is blocked.' })
  reasons(@Parent() upload: Upload, @Context() ctx: RequestContext): UploadReasonType[] {
    return (upload.reasons ?? []).map(({ code, facts }) => ({ code, message: ctx.sentence(code, facts) }));
  }

  @ResolveField(() => UploadReasonType, { nullable: true, description: 'Why it failed.' })
  failure(@Parent() { error }: Upload, @Context() ctx: RequestContext): UploadReasonType | null {
    return error && { code: error.code, message: sentenceOr(ctx, error) };
  }
}

/** The sentence in the reader's language; the file reader's own English one for a code without a sentence here. */
export function sentenceOr(
  ctx: RequestContext,
  finding: { code: string; facts: Readonly<Record<string, unknown>>; message?: string | null },
): string {
  const sentence = ctx.sentence(finding.code, finding.facts);
  return sentence === finding.code ? (finding.message ?? finding.code) : sentence;
}
