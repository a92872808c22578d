import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Actor, UnitOfWork } from '#libs/platform';
import { describeArrival } from '../inbound/describe-arrival.js';
import { receiveMessage } from '../inbound/receive-message.js';

/** Bytes of a dropped document at most. */
const bytesMax = 8 * 1024 * 1024;
/** A file younger than this may still be written by an ERP that does not rename. */
const settledMs = 2_000;

/**
 * Takes every settled file of a connection's `in` folder: claimed by a rename, so that of several workers one has it; received like any delivery;
 * its reply laid beside it in `replies`, itself moved to `done` or, when it could not be stored, to `failed`. Gives how many were taken.
 */
export async function pollFolder(unitOfWork: UnitOfWork, actor: Actor, folder: string): Promise<number> {
  const at = (name: string): string => path.join(folder, name);
  for (const name of ['in', 'claimed', 'done', 'failed', 'replies', 'out'])
    await mkdir(at(name), { recursive: true, mode: 0o750 });
  let taken = 0;
  for (const name of (await readdir(at('in'))).sort()) {
    if (name.startsWith('.') || name.endsWith('.part')) continue;
    const found = await stat(path.join(at('in'), name)).catch(() => undefined);
    if (!found?.isFile() || Date.now() - found.mtimeMs < settledMs) continue;
    const claimed = path.join(at('claimed'), name);
    if (
      !(await rename(path.join(at('in'), name), claimed).then(
        () => true,
        () => false,
      ))
    )
      continue;
    taken += 1;
    const outcome =
      found.size > bytesMax ? 'failed' : await receiveFile(unitOfWork, actor, { file: claimed, name, replies: at('replies') });
    await rename(claimed, path.join(at(outcome), name));
  }
  return taken;
}

async function receiveFile(
  unitOfWork: UnitOfWork,
  actor: Actor,
  { file, name, replies }: { file: string; name: string; replies: string },
): Promise<'done' | 'failed'> {
  const { arrival } = describeArrival(await readFile(file), { transport: 'FOLDER' });
  const received = await receiveMessage(unitOfWork, actor, arrival);
  if (!received.ok) return 'failed';
  await writeFile(path.join(replies, `${name}.reply`), received.value.reply.body, { mode: 0o640 });
  return 'done';
}
