import { lstat, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Actor, UnitOfWork } from '#libs/platform';
import { describeArrival } from '../inbound/describe-arrival.js';
import { receiveMessage } from '../inbound/receive-message.js';

/** Bytes of a dropped document at most. */
const bytesMax = 8 * 1024 * 1024;
/** A claimed file that is still there after this was left by a process that died: it is taken up again, and a delivery that was stored is known by its id. */
const claimMs = 10 * 60_000;
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
  await returnClaimed(at('claimed'), at('in'));
  let taken = 0;
  for (const name of (await readdir(at('in'))).sort()) {
    if (name.startsWith('.') || name.endsWith('.part')) continue;
    // A link would let whoever may write here read whatever the hub may read.
    const found = await lstat(path.join(at('in'), name)).catch(() => undefined);
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

async function returnClaimed(claimed: string, to: string): Promise<void> {
  for (const name of await readdir(claimed)) {
    const found = await lstat(path.join(claimed, name)).catch(() => undefined);
    // The time of the last rename; another worker may be quicker.
    if (found && Date.now() - found.ctimeMs > claimMs)
      await rename(path.join(claimed, name), path.join(to, name)).catch(() => undefined);
  }
}
