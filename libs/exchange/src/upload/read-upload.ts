import { Readable } from 'node:stream';
import { type CatalogueEvent, type CatalogueReading, type Mapping, openCatalogue, type RowProblem } from '#libs/documents';
import { type Actor, type FileStore, type UnitOfWork, type Work } from '#libs/platform';
import {
  catalogueById,
  finishStaging,
  importStock,
  type LoadMode,
  type StagedProblem,
  type StagedRow,
  stageInBatches,
  stageProblems,
  type Upload,
  uploadById,
} from '#libs/supply';
import { RowAssembly, stagedProblem } from './staged-rows.js';

export interface ReadingTools {
  unitOfWork: UnitOfWork;
  files: FileStore;
}

/** What the reader learnt beside the rows. */
interface Learnt {
  mode?: LoadMode;
  prevVersion?: number;
  complete: boolean;
  fileProblems: (StagedProblem & { line: number; supplierPart?: string })[];
}

/**
 * Reads the file of an upload to its end and stages it: streamed, a transaction per batch, so that memory is bounded and progress shows. Then says
 * what publishing would do (catalogues), or takes the counts at once (stock). A file that cannot be read ends BLOCKED with its problems.
 */
export async function readUpload(tools: ReadingTools, actor: Actor, uploadId: string): Promise<Upload> {
  const { unitOfWork, files } = tools;
  const { upload, mapping } = await unitOfWork.read(actor, (work) => uploadAndMapping(work, uploadId));
  const source = await files.open(upload.sha256);
  if (!source) throw new Error(`the file of upload ${uploadId} is not in the store`);
  const counted = new CountedBytes(source, Number(upload.bytes));
  const learnt: Learnt = { complete: false, fileProblems: [] };
  try {
    const reading = await openCatalogue(counted, { fileName: upload.fileName, ...(mapping ? { mapping } : {}) });
    await stageInBatches(unitOfWork, actor, { uploadId, rows: rowsOf(reading, learnt), progress: () => counted.progress });
  } finally {
    source.destroy();
  }
  return unitOfWork.run(actor, (work) => finish(work, upload, learnt));
}

async function uploadAndMapping(work: Work, uploadId: string): Promise<{ upload: Upload; mapping: Mapping | undefined }> {
  const upload = await uploadById(work, uploadId);
  if (upload.mapping) return { upload, mapping: upload.mapping as Mapping };
  const catalogue = upload.catalogueId ? await catalogueById(work, upload.catalogueId) : undefined;
  return { upload, mapping: (upload.kind === 'CATALOGUE' ? catalogue?.mapping : undefined) as Mapping | undefined };
}

async function* rowsOf(reading: CatalogueReading, learnt: Learnt): AsyncGenerator<StagedRow> {
  const assembly = new RowAssembly();
  const keep = (problem: RowProblem): void => {
    // A file can be wrong in a million places; the first thousand say enough.
    if (learnt.fileProblems.length < 1000)
      learnt.fileProblems.push({
        ...stagedProblem(problem),
        line: problem.line,
        ...(problem.supplierPart ? { supplierPart: problem.supplierPart } : {}),
      });
  };
  for await (const batch of reading.batches) {
    for (const event of batch) {
      learn(event, learnt);
      const row = assembly.take(event, keep);
      if (row) yield row;
    }
  }
  for (const problem of assembly.rest())
    if (learnt.fileProblems.length < 1000) learnt.fileProblems.push({ ...problem, line: problem.line ?? 0 });
}

function learn(event: CatalogueEvent, learnt: Learnt): void {
  if (event.kind === 'end') learnt.complete = event.end.complete;
  if (event.kind !== 'header') return;
  if (event.header.mode) learnt.mode = event.header.mode === 'full' ? 'FULL' : 'DELTA';
  const { prevVersion } = event.header;
  if (prevVersion !== undefined && /^\d{1,9}$/.test(prevVersion)) learnt.prevVersion = Number(prevVersion);
}

async function finish(work: Work, upload: Upload, learnt: Learnt): Promise<Upload> {
  if (learnt.fileProblems.length > 0) await stageProblems(work, { uploadId: upload.id, problems: learnt.fileProblems });
  if (upload.kind === 'STOCK') {
    const taken = await importStock(work, { uploadId: upload.id, complete: learnt.complete });
    if (!taken.ok) throw new Error(`stock of upload ${upload.id} was not taken: ${taken.errors.map((e) => e.code).join(', ')}`);
    return taken.value.upload;
  }
  return finishStaging(work, {
    uploadId: upload.id,
    complete: learnt.complete,
    ...(learnt.mode ? { loadMode: learnt.mode } : {}),
    ...(learnt.prevVersion === undefined ? {} : { prevVersion: learnt.prevVersion }),
  });
}

/** Bytes of a file with how many have been taken. */
class CountedBytes implements AsyncIterable<Uint8Array> {
  private taken = 0;

  constructor(
    private readonly source: Readable,
    private readonly total: number,
  ) {}

  get progress(): { bytesRead: number; bytesTotal: number } {
    return { bytesRead: this.taken, bytesTotal: this.total };
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for await (const chunk of this.source as AsyncIterable<Buffer>) {
      this.taken += chunk.length;
      yield chunk;
    }
  }
}
