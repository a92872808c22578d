import { type CatalogueEvent, type CatalogueReading, openCatalogue, type RowProblem } from '#libs/documents';
import { type Actor, type FileStore, type UnitOfWork, type Work } from '#libs/platform';
import {
  catalogueById,
  finishStaging,
  importStock,
  type LoadMode,
  planReading,
  type RowPiece,
  type SameRow,
  type StagedCategory,
  type StagedProblem,
  type StagedRow,
  stageCategories,
  stageInBatches,
  stageProblems,
  type Upload,
  uploadById,
} from '#libs/supply';
import { GroupNames } from './group-names.js';
import type { PriceChoice } from './price-set.js';
import { type KeptPlan, wholePlan } from './reading-plan.reader.js';
import { RowAssembly, stagedProblem } from './staged-rows.js';
import { uploadMemory } from './upload-memory.js';
import { uploadSource } from './upload-source.js';

export interface ReadingTools {
  unitOfWork: UnitOfWork;
  files: FileStore;
}

interface Beginning {
  upload: Upload;
  plan: KeptPlan;
  choice: PriceChoice & { pricesOnly: boolean };
}

/** What the reader learnt beside the rows. */
interface Learnt {
  mode?: LoadMode;
  prevVersion?: number;
  complete: boolean;
  fileProblems: (StagedProblem & { line: number; supplierPart?: string })[];
}

/** Problems of the file as a whole that are kept: a file can be wrong in a million places, the first thousand say enough. */
const fileProblemsMax = 1000;
/** Parts in groups that are staged at once. */
const categoriesAtOnce = 5_000;

/**
 * Reads the file of an upload to its end and stages it: streamed, a transaction per batch, so that memory is bounded and progress shows. Then says
 * what publishing would do (catalogues), or takes the counts at once (stock). A file that cannot be read ends BLOCKED with its problems.
 */
export async function readUpload(tools: ReadingTools, actor: Actor, uploadId: string): Promise<Upload> {
  const { unitOfWork, files } = tools;
  const { upload, plan, choice } = await unitOfWork.read(actor, (work) => beginning(work, uploadId));
  const source = await uploadSource(files, upload, plan.mapping);
  const memory = await uploadMemory(unitOfWork, actor, upload);
  const reader = new Reader(choice, (categories) =>
    unitOfWork.run(actor, (work) => stageCategories(work, { uploadId, categories })),
  );
  try {
    const reading = await openCatalogue(source.bytes, {
      fileName: upload.fileName,
      ...plan,
      ...(source.sheet ? { charset: source.sheet.charset } : {}),
      ...(choice.currency ? { currency: choice.currency } : {}),
      ...contents[upload.kind],
      ...(memory ? { memory } : {}),
    });
    const format = reading.format && (source.sheet?.format ?? reading.format);
    if (format) await unitOfWork.run(actor, (work) => planReading(work, { uploadId, format }));
    await stageInBatches(unitOfWork, actor, {
      uploadId,
      pieces: reader.pieces(reading),
      progress: () => ({ bytesRead: source.taken(), bytesTotal: Number(upload.bytes) }),
      baseVersion: () => memory?.baseVersion,
    });
  } finally {
    source.close();
  }
  return unitOfWork.run(actor, (work) => finish(work, upload, reader.learnt));
}

const contents = { CATALOGUE: {}, PRICES: { content: 'prices' }, STOCK: { content: 'stock' } } as const;

async function beginning(work: Work, uploadId: string): Promise<Beginning> {
  const upload = await uploadById(work, uploadId);
  const catalogue = upload.catalogueId ? await catalogueById(work, upload.catalogueId) : undefined;
  const choice = {
    currency: catalogue?.currency,
    today: work.now.toISOString().slice(0, 10),
    pricesOnly: upload.kind === 'PRICES',
  };
  return { upload, plan: await wholePlan(work, upload), choice };
}

/** Turns the events of a file into rows to stage, and keeps what it learns on the way. */
class Reader {
  readonly learnt: Learnt = { complete: false, fileProblems: [] };
  private readonly groups = new GroupNames();
  private categories: StagedCategory[] = [];

  constructor(
    private readonly choice: Beginning['choice'],
    private readonly stage: (categories: readonly StagedCategory[]) => Promise<void>,
  ) {}

  async *pieces(reading: CatalogueReading): AsyncGenerator<RowPiece> {
    const assembly = new RowAssembly(this.choice);
    for await (const batch of reading.batches) {
      yield this.rows(batch, assembly);
      if (this.categories.length >= categoriesAtOnce) await this.stageCategories();
    }
    await this.stageCategories();
    for (const problem of assembly.rest()) this.keepStaged({ ...problem, line: problem.line ?? 0 });
  }

  /** Made as they are asked for, so that none outlives its checks. */
  private *rows(batch: readonly CatalogueEvent[], assembly: RowAssembly): Generator<StagedRow | SameRow> {
    for (const event of batch) {
      this.learn(event);
      const row = assembly.take(event, (problem) => this.keep(problem));
      if (row) yield row;
    }
  }

  private async stageCategories(): Promise<void> {
    const categories = this.categories;
    this.categories = [];
    if (categories.length > 0) await this.stage(categories);
  }

  private keep(problem: RowProblem): void {
    const { supplierPart } = problem;
    this.keepStaged({ ...stagedProblem(problem), line: problem.line, ...(supplierPart ? { supplierPart } : {}) });
  }

  private keepStaged(problem: Learnt['fileProblems'][number]): void {
    if (this.learnt.fileProblems.length < fileProblemsMax) this.learnt.fileProblems.push(problem);
  }

  private learn(event: CatalogueEvent): void {
    if (event.kind === 'end') this.learnt.complete = event.end.complete;
    if (event.kind === 'group') this.groups.keep(event.group);
    if (event.kind === 'groupMap') {
      const category = this.groups.categoryOf(event.map);
      if (category) this.categories.push(category);
    }
    if (event.kind !== 'header') return;
    if (event.header.mode) this.learnt.mode = event.header.mode === 'full' ? 'FULL' : 'DELTA';
    const { prevVersion } = event.header;
    if (prevVersion !== undefined && /^\d{1,9}$/.test(prevVersion)) this.learnt.prevVersion = Number(prevVersion);
  }
}

async function finish(work: Work, upload: Upload, learnt: Learnt): Promise<Upload> {
  if (learnt.fileProblems.length > 0) await stageProblems(work, { uploadId: upload.id, problems: learnt.fileProblems });
  if (upload.kind === 'STOCK') {
    const taken = await importStock(work, { uploadId: upload.id, complete: learnt.complete });
    if (!taken.ok) throw new Error(`stock of upload ${upload.id} was not taken: ${taken.errors.map((e) => e.code).join(', ')}`);
    return taken.value.upload;
  }
  // Prices of some offers say nothing about the others, also in a file that calls itself whole.
  const mode = upload.kind === 'PRICES' ? 'DELTA' : learnt.mode;
  return finishStaging(work, {
    uploadId: upload.id,
    complete: learnt.complete,
    ...(mode ? { loadMode: mode } : {}),
    ...(learnt.prevVersion === undefined ? {} : { prevVersion: learnt.prevVersion }),
  });
}
