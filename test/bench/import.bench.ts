import path from 'node:path';
import { type Bench, type BenchRow, boundRow, counted, rateRow } from './support/bench.js';
import { generatedRow } from './support/catalogue-file.js';
import { copyFile, type FlatImport, importFlat } from './support/flat.js';
import type { Imported } from './support/import.process.js';
import { startHelper } from './support/processes.js';
import { benchServer, onDatabase } from './support/server.js';
import { foundOrganisations, openCatalogueOf, withServices, writtenFile } from './support/world.js';

/** A million rows take minutes on each side; three turns of them say as much as five short ones. */
const roundsOf = (rowsWanted: number): number => (rowsWanted > 200_000 ? 3 : 5);
/** MB (10^6 bytes) that the importing process may hold at most. */
const memoryMax = 300;

function* rows(rowsWanted: number) {
  for (let part = 0; part < rowsWanted; part++) yield generatedRow(part, 1);
}

interface Ours {
  first: Imported;
  again: Imported;
}

/** One import in a fresh database by a process of its own, then the same file again. */
async function imported(dir: string, file: string, rowsWanted: number): Promise<Ours> {
  const { fresh, drop } = await benchServer();
  const database = await fresh();
  const dataDir = path.join(dir, 'import');
  const catalogue = await withServices(database, dataDir, async ({ unitOfWork }) => {
    const { suppliers } = await foundOrganisations(unitOfWork, 1);
    const orgId = suppliers[0] ?? '';
    return { orgId, catalogueId: await openCatalogueOf(unitOfWork, orgId) };
  });
  const process = startHelper({ file: 'import.process' });
  try {
    await process.ask({ do: 'open', urls: database, dataDir });
    await onDatabase(database.adminUrl, 'checkpoint');
    const first = await process.ask<Imported>({ do: 'import', ...catalogue, file });
    if (first.counts.new !== rowsWanted) throw new Error(`${first.counts.new} of ${rowsWanted} rows were new`);
    await requireSearchable(database.adminUrl, rowsWanted);
    await onDatabase(database.adminUrl, 'vacuum analyze');
    const again = await process.ask<Imported>({ do: 'import', ...catalogue, file });
    if (again.counts.unchanged !== rowsWanted) throw new Error(`${again.counts.unchanged} of ${rowsWanted} rows were unchanged`);
    return { first, again };
  } finally {
    await process.close();
    await drop(database);
  }
}

async function requireSearchable(adminUrl: string, rowsWanted: number): Promise<void> {
  const [found] = await onDatabase<{ parts: number; offers: number }>(
    adminUrl,
    `select (select count(*) from catalog.part_search s where s.tsv @@ plainto_tsquery('simple', 'mm'))::int as parts, (select count(*) from supply.offer where status = 'ACTIVE')::int as offers`,
  );
  if (found?.parts !== rowsWanted || found.offers !== rowsWanted)
    throw new Error(`${found?.parts} parts are found and ${found?.offers} offers active of ${rowsWanted}`);
}

async function flat(file: string, rowsWanted: number): Promise<FlatImport> {
  const { fresh, drop } = await benchServer();
  const database = await fresh();
  try {
    return await importFlat(database.adminUrl, file, rowsWanted);
  } finally {
    await drop(database);
  }
}

const bench: Bench = {
  question:
    'CSV rows, one for each offer wanted, from the file store to published, searchable offers, against COPY and one INSERT .. ON CONFLICT into a flat table with the same words and indexes.',
  async run({ say, offers }): Promise<BenchRow[]> {
    const { dir } = await benchServer();
    const [csv, copy] = [await writtenFile(dir, 'import.csv', rows(offers)), await copyFile(dir, rows(offers))];
    const ours: Ours[] = [];
    const limit: FlatImport[] = [];
    for (let round = 0; round < roundsOf(offers); round++) {
      const sides = [
        async () => void ours.push(await imported(dir, csv, offers)),
        async () => void limit.push(await flat(copy, offers)),
      ];
      for (const side of round % 2 === 0 ? sides : sides.reverse()) await side();
      const last = ours.at(-1)?.first;
      if (last)
        say(
          `  ${(last.ms / 1000).toFixed(1)} s (stage ${(last.steps.stage / 1000).toFixed(1)}, publish ${(last.steps.publish / 1000).toFixed(1)}), limit ${((limit.at(-1)?.newMs ?? 0) / 1000).toFixed(1)} s, ${last.peakMb.toFixed(0)} MB`,
        );
    }
    const rate = (ms: number): number => (offers * 1000) / ms;
    return [
      rateRow({
        name: `import ${counted(offers)} new rows`,
        unit: 'rows/s',
        ours: ours.map(({ first }) => rate(first.ms)),
        limit: limit.map(({ newMs }) => rate(newMs)),
        wanted: offers >= 1_000_000 ? 0.45 : 0.4,
      }),
      rateRow({
        name: 're-upload unchanged',
        unit: 'rows/s',
        ours: ours.map(({ again }) => rate(again.ms)),
        limit: limit.map(({ againMs }) => rate(againMs)),
      }),
      boundRow({ name: 'import memory', unit: 'MB', ours: Math.max(...ours.map(({ first }) => first.peakMb)), limit: memoryMax }),
    ];
  },
};

export default bench;
