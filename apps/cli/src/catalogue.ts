import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { Presets, SingleBar } from 'cli-progress';
import { Command, Option } from 'commander';
import { Ended, exits } from './exits.js';
import { Hub, type Upload } from './hub.js';

interface PushOptions {
  hub: string;
  key?: string;
  catalogue: string;
  currency?: string;
  shownTo: 'everybody' | 'nobody';
  mode: 'full' | 'delta';
  charset?: string;
  stock?: boolean;
  publish: boolean;
}

/** `entrepot catalogue push FILE`: sends a file, waits for its reading, publishes it when nothing stands against it. */
export const catalogueCommand = (): Command =>
  new Command('catalogue').description('Catalogues of a supplier.').addCommand(
    new Command('push')
      .description(
        'Sends a catalogue (CSV, CIF 3.0, BMEcat) or, with --stock, a stock file; shows its progress and what it would change, and publishes it.',
      )
      .argument('<file>', 'the file')
      .option('--hub <url>', 'address of the hub', process.env['ENTREPOT_HUB'] ?? 'http://localhost:3000')
      .option('--key <key>', 'API key with catalogue:upload and catalogue:publish; default: ENTREPOT_KEY')
      .option('--catalogue <name>', 'id or name of the catalogue; made when there is none of that name', 'Main catalogue')
      .option('--currency <code>', 'currency of a catalogue that is made')
      .addOption(
        new Option('--shown-to <whom>', 'whom a catalogue that is made is shown; groups are chosen in the portal')
          .choices(['everybody', 'nobody'])
          .default('nobody'),
      )
      .addOption(
        new Option('--mode <mode>', 'what a file is that does not say it itself').choices(['full', 'delta']).default('full'),
      )
      .option(
        '--charset <name>',
        'encoding of a file that does not say it, such as windows-1252 or gb18030; default: told by its bytes',
      )
      .option('--stock', 'the file reports stock: part, location, quantity')
      .option('--no-publish', 'stop at the preview')
      .action(push),
  );

async function push(file: string, options: PushOptions): Promise<void> {
  const key = options.key ?? process.env['ENTREPOT_KEY'];
  if (!key) throw new Ended(exits.usage, 'An API key is needed: --key or ENTREPOT_KEY.');
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) throw new Ended(exits.failed, `There is no file ${file}.`);
  const hub = new Hub(options.hub, key);
  const bar = new SingleBar(
    { format: '{step} [{bar}] {percentage}% {value}/{total} {unit}', hideCursor: true, clearOnComplete: false },
    Presets.shades_classic,
  );
  // A bar that is not stopped leaves the terminal without its cursor.
  const read = await send(hub, { file, size: found.size, bar, options })
    .then((uploadId) => follow(hub, uploadId, bar))
    .finally(() => bar.stop());
  await conclude(hub, read, options);
}

interface Sending {
  file: string;
  size: number;
  bar: SingleBar;
  options: PushOptions;
}

async function send(hub: Hub, { file, size, bar, options }: Sending): Promise<string> {
  const { catalogue, currency, shownTo, mode, stock, charset } = options;
  bar.start(size, 0, { step: 'sending', unit: 'bytes' });
  const query = new URLSearchParams({
    kind: stock ? 'stock' : 'catalogue',
    catalogue,
    mode,
    shownTo,
    fileName: path.basename(file),
    ...(currency ? { currency } : {}),
    ...(charset ? { charset } : {}),
  });
  return hub.sendFile(query, { body: Readable.toWeb(Readable.from(metered(file, bar))) as ReadableStream, size });
}

/** The bytes of a file, counted on the bar as they leave. */
async function* metered(file: string, bar: SingleBar): AsyncGenerator<Buffer> {
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    bar.increment(chunk.length);
    yield chunk;
  }
}

/** Watches the reading until something has to be decided. */
async function follow(hub: Hub, uploadId: string, bar: SingleBar): Promise<Upload> {
  for (;;) {
    const upload = await hub.upload(uploadId);
    const { bytesRead = 0, bytesTotal = 0, rows = 0 } = upload.progress;
    bar.setTotal(bytesTotal || 1);
    bar.update(bytesRead, { step: `reading, ${rows} rows`, unit: 'bytes' });
    if (!['QUARANTINED', 'PARSING', 'PUBLISHING'].includes(upload.state)) return upload;
    await sleep(300);
  }
}

async function conclude(hub: Hub, upload: Upload, options: PushOptions): Promise<void> {
  const { counts } = upload;
  if (counts)
    console.log(
      `${counts.rows} rows: ${counts.ok} good, ${counts.refused} refused; ${counts.new} new, ${counts.changed} changed, ${counts.unchanged} unchanged, ${counts.withdrawn} withdrawn`,
    );
  const problems = `${hub.url}/api/v1/uploads/${upload.uploadId}/problems.csv`;
  if (upload.state === 'PUBLISHED') return report(upload, problems);
  if (upload.state !== 'STAGED') {
    for (const reason of upload.reasons ?? []) console.error(`${reason.code} ${JSON.stringify(reason.facts)}`);
    throw new Ended(
      exits.findings,
      `The upload is ${upload.state}. ${upload.state === 'NEEDS_CONFIRMATION' ? 'Confirm it in the portal.' : `Problems: ${problems}`}`,
    );
  }
  if (!options.publish) return console.log(`Staged, not published: ${hub.url}/sell/uploads/${upload.uploadId}`);
  await hub.publish(upload.uploadId);
  for (;;) {
    const published = await hub.upload(upload.uploadId);
    if (published.state === 'PUBLISHED') return report(published, problems);
    if (published.state !== 'PUBLISHING') throw new Ended(exits.findings, `The upload is ${published.state}.`);
    await sleep(300);
  }
}

function report(upload: Upload, problems: string): void {
  console.log(upload.publicationVersion === null ? 'Taken.' : `Published as version ${upload.publicationVersion}.`);
  if ((upload.counts?.refused ?? 0) > 0)
    throw new Ended(exits.findings, `${upload.counts!.refused} rows were refused; correct them and send them again: ${problems}`);
}
