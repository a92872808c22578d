import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '#libs/platform';
import { type Account, waitFor } from './hub.js';
import { type Journal, same } from './journal.js';

/** BMEcat files to publish, and which part of them is ordered. */
interface Bmecat {
  files: { path: string; catalogue: string; rows: number }[];
  /** The supplier's number, and the manufacturer's, which is searched. */
  part: string;
  number: string;
}

/**
 * Files as somebody really sent them, when the corpus stands beside the checkout: one with 32 articles whose prices ended in 2013, one with an article
 * priced per 100 pieces that can still be bought. Else one of ours.
 */
function bmecatFiles(): Bmecat {
  const corpus = path.join(projectRoot, '../shared/corpus/bmecat/samples');
  if (!existsSync(corpus)) {
    const own = path.join(projectRoot, 'test/samples/catalogues/bearings.bmecat.xml');
    return { files: [{ path: own, catalogue: 'Newcomer bearings', rows: 2 }], part: 'NC-B-6204', number: '6204-2RS1' };
  }
  return {
    files: [
      { path: path.join(corpus, 'Blazar3C273__BMECatalog-homework/homeWork.xml'), catalogue: 'Newcomer pipes', rows: 32 },
      {
        path: path.join(corpus, 'HenrikPilz__BMEcatConverter/testCreateExcelFromBMEcatFullDataDoubleEntries.xml'),
        catalogue: 'Newcomer articles',
        rows: 1,
      },
    ],
    part: '12345',
    number: '09876',
  };
}

/** The parts that the orders will be about: one of the BMEcat file, one priced per 100 and sold in boxes of 25. */
export interface Published {
  bmecatPart: string;
  bmecatNumber: string;
  boxPart: string;
}

const currency = 'EUR';

/** A supplier's morning: two files sent, looked at, published; stock of one part told. */
export async function publishCatalogues(supplier: Account, journal: Journal): Promise<Published> {
  const bmecat = bmecatFiles();
  const csv = path.join(projectRoot, 'test/samples/catalogues/boxed-screws.csv');
  for (const { path: file, catalogue, rows } of bmecat.files)
    await publish(supplier, journal, { file, catalogue, format: 'bmecat', rows });
  await publish(supplier, journal, { file: csv, catalogue: 'Newcomer boxes', format: 'csv', rows: 2 });
  await journal.step('supplier reports stock of a part', () =>
    supplier.mutate('setStock', { lines: [{ supplierPart: bmecat.part, location: 'WICHITA', quantity: '5000' }] }, '__typename'),
  );
  return { bmecatPart: bmecat.part, bmecatNumber: bmecat.number, boxPart: 'NC-SCREW-BX25' };
}

interface Sent {
  file: string;
  catalogue: string;
  format: string;
  rows: number;
}

const uploadFields =
  'id state version format reasons { code } failure { code } counts { rows ok refused new changed unchanged withdrawn }';

async function publish(supplier: Account, journal: Journal, { file, catalogue, format, rows }: Sent): Promise<void> {
  const name = path.basename(file);
  const uploadId = await journal.step(`supplier uploads ${name}`, () =>
    supplier.upload({ name, catalogue, currency, bytes: readFileSync(file) }),
  );
  const read = await journal.step(
    `${name} is read`,
    async () => {
      const upload = await settled(supplier, uploadId, ['QUARANTINED', 'PARSING']);
      same('the format', upload.format, format);
      same('the number of rows', upload.counts.rows, rows);
      return upload;
    },
    ({ state, counts }) => `${state}, ${counts.ok} good rows, ${counts.new} new, ${counts.unchanged} unchanged`,
  );
  await journal.step(
    `preview of ${name}`,
    async () => {
      const wanted = 'query ($id: ID!) { uploadRows(uploadId: $id, change: NEW, first: 100) { nodes { supplierPart name } } }';
      const { nodes } = (await supplier.query(wanted, { id: uploadId })).uploadRows;
      same('the number of new parts', nodes.length, read.counts.new);
      return nodes;
    },
    (nodes: { supplierPart: string }[]) =>
      `${nodes.length} new ${nodes
        .slice(0, 3)
        .map((n) => n.supplierPart)
        .join(', ')}`,
  );
  await journal.step(
    `supplier publishes ${name}`,
    async () => {
      if (read.state === 'NEEDS_CONFIRMATION')
        await supplier.mutate('confirmUpload', { uploadId, expectedVersion: read.version }, 'upload { id version }');
      const { version } = await settled(supplier, uploadId, []);
      await supplier.mutate('publishUpload', { uploadId, expectedVersion: version }, 'upload { id }');
      const upload = await settled(supplier, uploadId, ['STAGED', 'NEEDS_CONFIRMATION', 'PUBLISHING']);
      same('the state', upload.state, 'PUBLISHED');
      return upload;
    },
    ({ counts }) => `${counts.new} new, ${counts.changed} changed`,
  );
}

// biome-ignore lint/suspicious/noExplicitAny: an upload as it was asked for
async function settled(supplier: Account, id: string, passing: readonly string[]): Promise<any> {
  return waitFor(`upload ${id}`, async () => {
    const { upload } = await supplier.query(`query ($id: ID!) { upload(id: $id) { ${uploadFields} } }`, { id });
    if (['BLOCKED', 'FAILED'].includes(upload.state)) throw new Error(`the upload is ${JSON.stringify(upload)}`);
    return passing.includes(upload.state) ? undefined : upload;
  });
}
