import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { projectRoot } from '#libs/platform';
import { type Bench, type BenchRow, boundRow, median, rateRow } from './support/bench.js';
import { manyOrders, writtenCatalogue } from './support/big-files.js';
import type { DocumentRequest, Done } from './support/documents.process.js';
import { startHelper } from './support/processes.js';

const rounds = 5;
const samples = path.join(projectRoot, 'test/samples/documents');
const catalogueBytes = 100_000_000;
const interchangeSets = 1_000;

/** One thing done in a process started for it alone. */
async function done(request: DocumentRequest): Promise<Done> {
  const helper = startHelper({ file: 'documents.process' });
  try {
    return await helper.ask<Done>(request);
  } finally {
    await helper.close();
  }
}

/** Both sides by turns. */
async function byTurns(ours: DocumentRequest, limit: DocumentRequest): Promise<{ ours: Done[]; limit: Done[] }> {
  const [own, bound]: [Done[], Done[]] = [[], []];
  for (let i = 0; i < rounds; i++) {
    own.push(await done(ours));
    bound.push(await done(limit));
  }
  return { ours: own, limit: bound };
}

const rates = (all: readonly Done[], scale = 1): number[] => all.map(({ perSecond }) => perSecond * scale);

async function orders(): Promise<BenchRow> {
  const file = path.join(samples, 'ubl-order.xml');
  const { ours, limit } = await byTurns({ do: 'ours', file, ms: 3_000 }, { do: 'bare parse and build', file, ms: 3_000 });
  return rateRow({
    name: 'UBL order read, validated and written as X12, beside bare parse and build of fast-xml-parser',
    unit: 'documents/s of processor time',
    ...{ ours: rates(ours), limit: rates(limit), wanted: 0.4 },
  });
}

async function catalogues(folder: string): Promise<BenchRow[]> {
  const file = await writtenCatalogue(path.join(folder, 'catalogue.xml'), catalogueBytes);
  const { ours, limit } = await byTurns({ do: 'catalogue', file }, { do: 'bare saxes', file });
  const unit = 'MB/s of processor time';
  return [
    rateRow({ name: 'BMEcat of 100 MB streamed, beside bare saxes', unit, ours: rates(ours), limit: rates(limit), wanted: 0.45 }),
    boundRow({
      name: 'memory of the process that streams it, at most',
      unit: 'MB',
      ours: median(ours.map(({ peakMb }) => peakMb)),
      limit: 250,
    }),
  ];
}

/** No parser of X12 is among the dependencies: the limit is what any of them must do at least, the split into segments and elements. */
async function interchanges(folder: string): Promise<BenchRow> {
  const file = path.join(folder, 'orders.edi');
  const text = manyOrders(await readFile(path.join(samples, 'x12-850.edi'), 'utf8'), interchangeSets);
  await writeFile(file, text);
  const { ours, limit } = await byTurns({ do: 'ours of x12', file, ms: 3_000 }, { do: 'bare split', file, ms: 3_000 });
  const mb = Buffer.byteLength(text) / 1e6;
  return rateRow({
    name: `${interchangeSets} X12 850 in one interchange decoded, beside a bare split of segments and elements`,
    unit: 'MB/s of processor time',
    ...{ ours: rates(ours, mb), limit: rates(limit, mb) },
  });
}

const bench: Bench = {
  question:
    'Documents in and out of their formats, each side in a process of its own, by turns: a UBL order to X12, a BMEcat of 100 MB as a stream, 850s in a large interchange.',
  async run({ say }): Promise<BenchRow[]> {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'entrepot-bench-documents-'));
    try {
      const order = await orders();
      say('  the orders are done');
      return [order, ...(await catalogues(folder)), await interchanges(folder)];
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

export default bench;
