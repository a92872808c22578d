import 'reflect-metadata';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { readUpload } from '#libs/exchange';
import { type DatabaseUrls, openServices, readConfig, type Services, systemActor, type Work } from '#libs/platform';
import { publishInSteps, startUpload } from '#libs/supply';
import { rooms } from '../../../apps/hub/src/hub.module.js';
import { fileMapping } from './catalogue-file.js';
import { answerWith } from './processes.js';

/** What this process is asked for: to open itself on a database, to import one file, to look a text up as an organisation. */
export type ImportRequest =
  | { do: 'open'; urls: DatabaseUrls; dataDir: string }
  | { do: 'import'; orgId: string; catalogueId: string; file: string };

export interface Imported {
  /** From the first byte into the file store until the version is committed, in milliseconds; then its steps. */
  ms: number;
  steps: Record<'store' | 'stage' | 'publish', number>;
  counts: { new: number; changed: number; unchanged: number; withdrawn: number };
  /** The most memory this process ever held, in MB (10^6 bytes). */
  peakMb: number;
}

let services: Services | undefined;

answerWith(
  async (request: ImportRequest): Promise<object> => {
    if (request.do === 'import') return importFile(request);
    const { urls, dataDir } = request;
    const config = readConfig({
      NODE_ENV: 'production',
      DATABASE_URL: urls.appUrl,
      DATABASE_JOBS_URL: urls.jobsUrl,
      ENTREPOT_DATA_DIR: dataDir,
    });
    services = await openServices({ config, urls, rooms });
    return {};
  },
  async () => services?.close(),
);

/** The way of a user's file: quarantine in the file store, the job's own reader into staging, comparison, publication. */
async function importFile({ orgId, catalogueId, file }: Extract<ImportRequest, { do: 'import' }>): Promise<Imported> {
  if (!services) throw new Error('the process was not opened');
  const { unitOfWork, files } = services;
  const actor = systemActor(orgId);
  const began = performance.now();
  const stored = await files.put(createReadStream(file));
  const upload = await unitOfWork.run(actor, (work) =>
    startUpload(work, {
      catalogueId,
      kind: 'CATALOGUE',
      fileName: 'catalogue.csv',
      bytes: stored.size,
      sha256: stored.sha256,
      loadMode: 'FULL',
      mapping: fileMapping,
    }),
  );
  const storedAt = performance.now();
  const read = await readUpload({ unitOfWork, files }, actor, upload.id);
  if (read.state !== 'STAGED' || !read.counts) throw new Error(`the upload is ${read.state}: ${JSON.stringify(read.reasons)}`);
  const stagedAt = performance.now();
  const run = <T>(step: (work: Work) => Promise<T>): Promise<T> => unitOfWork.run(actor, step);
  const published = await publishInSteps({ before: run, last: run }, { uploadId: upload.id });
  if (!published.ok) throw new Error(JSON.stringify(published.errors));
  const ended = performance.now();
  const { new: added, changed, unchanged, withdrawn } = read.counts;
  return {
    ms: ended - began,
    steps: { store: storedAt - began, stage: stagedAt - storedAt, publish: ended - stagedAt },
    counts: { new: added, changed, unchanged, withdrawn },
    peakMb: peakBytes() / 1e6,
  };
}

/** VmHWM; elsewhere what getrusage says, which is the same figure. (On Linux getrusage starts from the parent's.) */
function peakBytes(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  const kib = /^VmHWM:\s+(\d+) kB/m.exec(status)?.[1];
  return (kib === undefined ? process.resourceUsage().maxRSS : Number(kib)) * 1024;
}
