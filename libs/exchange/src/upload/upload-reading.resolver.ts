import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
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
import { ReadUploadInput, ReadUploadPayload, UploadHeadersType } from './upload-reading.graphql.js';

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
    @Args('uploadId', { type: () => ID, description: 'Id of the upload.' }) uploadId: string,
    @Args('charset', {
      type: () => String,
      nullable: true,
      description: 'Encoding to read it with; absent: as it was sent, else told by its bytes.',
    })
    asked?: string | null,
  ): Promise<UploadHeadersType> {
    const { upload, remembered } = await this.unitOfWork.read(actor, async (work) => {
      const found = await uploadById(work, uploadId);
      const catalogue = found.catalogueId ? await catalogueById(work, found.catalogueId) : undefined;
      return { upload: found, remembered: (catalogue?.mapping ?? undefined) as Mapping | undefined };
    });
    const { format, charset, headers, samples, mapping, problem } = await headersOf(this.files, upload, {
      remembered,
      charset: asked ?? undefined,
    });
    return {
      format,
      charset,
      headers,
      samples,
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
