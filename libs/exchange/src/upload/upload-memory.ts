import { hash } from 'node:crypto';
import type { RecordMemory } from '#libs/documents';
import type { Actor, UnitOfWork } from '#libs/platform';
import { type KnownBlock, knownBlocks, recordBaseOf, rulesOf, type Upload } from '#libs/supply';
import { DigestSet, digestBytes } from './digest-set.js';

/** Records that are compared with at most; beyond them a file is read like a new one where it goes on. 100 MB of memory are 5 million. */
const recordsMax = 3_000_000;

/** The records of a catalogue's last full load, so that a file need not be read where it repeats them. */
export class UploadMemory implements RecordMemory {
  private way = '';

  constructor(
    private readonly known: DigestSet,
    private readonly rules: string,
    /** The version that the known records are of; undefined: there is none. */
    readonly baseVersion: number | undefined,
  ) {}

  begin(way: string): void {
    // A fixed length, so that no text of a record can look like a part of the rules.
    this.way = hash('sha256', `${this.rules}\n${way}`, 'hex');
  }

  digest(text: string): string {
    // Half of SHA-256: of two records nobody will find a pair that is alike by chance or will.
    return hash('sha256', this.way + text, 'binary').slice(0, digestBytes);
  }

  habitsOf(digest: string): number | undefined {
    return this.known.noteOf(digest);
  }
}

/** What is remembered for an upload; undefined where nothing can be (a stock report names no catalogue's content). */
export async function uploadMemory(unitOfWork: UnitOfWork, actor: Actor, upload: Upload): Promise<UploadMemory | undefined> {
  const { catalogueId } = upload;
  if (upload.kind !== 'CATALOGUE' || catalogueId === null) return undefined;
  const { rules, base } = await unitOfWork.read(actor, async (work) => ({
    rules: await rulesOf(work, upload),
    base: await recordBaseOf(work, catalogueId),
  }));
  const known = new DigestSet(Math.min(base?.records ?? 0, recordsMax));
  if (base)
    await learn(known, (block) => unitOfWork.read(actor, (work) => knownBlocks(work, { uploadId: base.uploadId, block })));
  return new UploadMemory(known, rules, base?.version);
}

async function learn(known: DigestSet, page: (after: number) => Promise<KnownBlock[]>): Promise<void> {
  let room = recordsMax;
  for (let after = -1; ; ) {
    const blocks = await page(after);
    const last = blocks.at(-1);
    if (!last) return;
    after = last.block;
    for (const { digests, habits, void: refused } of blocks) {
      const left = new Set(refused ?? []);
      for (let place = 0; place * digestBytes < digests.length && room > 0; place++, room--)
        if (!left.has(place + 1))
          known.add(digests.toString('latin1', place * digestBytes, (place + 1) * digestBytes), habits?.[place] ?? 0);
    }
  }
}
