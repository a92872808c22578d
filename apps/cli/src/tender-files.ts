import { readFile, writeFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import type { HeldShare, KeyPair } from '#libs/sealing';
import { Ended, exits } from './exits.js';
import { Hub, type Person } from './hub.js';

/** Where the hub is, and who asks. */
export interface WhereOptions {
  hub: string;
  email?: string;
}

/** A hub, as an officer in person or as a program with a key. */
export const hubOf = (url: string, who: string | Person): Hub => new Hub(url, who);

/** Who signs in: shares belong to persons, not to programs. */
export function personOf({ email }: { email?: string }): Person {
  const password = process.env['ENTREPOT_PASSWORD'];
  if (!email || !password) throw new Ended(exits.usage, 'Who signs in is needed: --email, and ENTREPOT_PASSWORD.');
  return { email, password };
}

/** The passphrase of a key, from the environment: on the command line every process of the machine would read it. */
export function passphraseOf(): string {
  const passphrase = process.env['ENTREPOT_PASSPHRASE'];
  if (!passphrase) throw new Ended(exits.usage, 'ENTREPOT_PASSPHRASE is needed.');
  return passphrase;
}

export async function readText(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => {
    throw new Ended(exits.failed, `The file ${file} cannot be read.`);
  });
}

export async function readJson<T>(file: string): Promise<T> {
  try {
    return JSON.parse(await readText(file)) as T;
  } catch (error) {
    if (error instanceof Ended) throw error;
    throw new Ended(exits.findings, `The file ${file} is no JSON.`);
  }
}

/** A new file that its owner alone reads; one that is there is never overwritten, because a lost key opens nothing again. */
export async function writeOwn(file: string, value: unknown): Promise<void> {
  const text = typeof value === 'string' ? value : `${JSON.stringify(value, null, 2)}\n`;
  await writeFile(file, text, { mode: 0o600, flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    throw new Ended(exits.failed, error.code === 'EEXIST' ? `${file} is there already.` : `${file} cannot be written.`);
  });
}

/** What every mutation of the client asks for beside its answer. */
export const errors = 'errors { ... on UserError { message } }';

/** A command that an officer runs in person. */
export const officers = (name: string, description: string): Command =>
  new Command(name)
    .description(description)
    .addOption(new Option('--hub <url>', 'address of the hub').default(process.env['ENTREPOT_HUB'] ?? 'http://localhost:3000'))
    .requiredOption('--email <address>', 'who signs in; the password is ENTREPOT_PASSWORD');
export const officersHub = (options: WhereOptions): Hub => hubOf(options.hub, personOf(options));

/** How a tender is sealed, for who holds its shares. */
export interface SealingAt {
  officersKey: string;
  threshold: number;
  rehearsal: string | null;
  holders: (HeldShare & { publicKey: string; name: string })[];
}

export async function sealingAt(hub: Hub, id: string): Promise<SealingAt> {
  const { tender } = await hub.ask<{ tender: { sealing: SealingAt | null } | null }>(
    'query TenderSealing($id: ID!) { tender(id: $id) { sealing { officersKey threshold rehearsal holders { keyId name publicKey role position sealed } } } }',
    { id },
  );
  if (!tender?.sealing) throw new Ended(exits.refused, 'The tender is not sealed.');
  return tender.sealing;
}

/** What the client that collects shares keeps until the end. */
export interface SessionFile {
  id: string;
  tender: string;
  pair: KeyPair;
}
