import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Mapping, singleTargets } from '#libs/documents';
import {
  type Actor,
  Allow,
  CurrentActor,
  FileStore,
  type Payload,
  payload,
  type RequestContext,
  UnitOfWork,
} from '#libs/platform';
import { catalogueById, uploadById } from '#libs/supply';
import { headersOf, readHeldUpload } from './hold-upload.js';
import { ReadUploadInput, ReadUploadPayload, UploadHeadersArgs, UploadHeadersType } from './upload-reading.graphql.js';

/** The mapping step between sending a file and reading it. */
@Resolver()
export class UploadReadingResolver {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: FileStore,
  ) {}

  @Query(() => UploadHeadersType, {
    description: 'Columns and first rows of an uploaded file, with a mapping to start from. Needs catalogue:upload. Since 0.1.',
  })
  @Allow('catalogue:upload')
  async uploadHeaders(
    @CurrentActor() actor: Actor,
    @Args() { uploadId, charset: asked, sheet }: UploadHeadersArgs,
  ): Promise<UploadHeadersType> {
    const { upload, remembered } = await this.unitOfWork.read(actor, async (work) => {
      const found = await uploadById(work, uploadId);
      const catalogue = found.catalogueId ? await catalogueById(work, found.catalogueId) : undefined;
      return { upload: found, remembered: (catalogue?.mapping ?? undefined) as Mapping | undefined };
    });
    const { format, charset, headers, samples, mapping, problem, sheets } = await headersOf(this.files, upload, {
      remembered,
      charset: asked ?? undefined,
      sheet: sheet ?? undefined,
    });
    return {
      format,
      charset,
      headers,
      samples,
      sheets,
      mappingJson: mapping ? JSON.stringify(mapping) : null,
      problem: problem?.message,
      targets: singleTargets,
    };
  }

  @Mutation(() => ReadUploadPayload, {
    description: 'Reads an upload that was sent with hold=true, with the mapping given. Needs catalogue:upload. Since 0.1.',
  })
  @Allow('catalogue:upload')
  async readUpload(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which upload, and how.' }) input: ReadUploadInput,
    @Context() ctx: RequestContext,
  ): Promise<Payload<'uploadId', string>> {
    const read = await this.unitOfWork.run(actor, (work) => readHeldUpload(work, input));
    return payload(read.ok ? { ok: true, value: read.value.id } : read, 'uploadId', ctx);
  }
}
