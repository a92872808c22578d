import { Command, Option } from 'commander';
import { bidDigest, fingerprint, makeOfficerKey, openEnvelope, verifyReceipt } from '#libs/sealing';
import { Ended, exits } from './exits.js';
import { sealCommand } from './tender-bid.js';
import { hubOf, passphraseOf, personOf, readJson, readText, type WhereOptions, writeOwn } from './tender-files.js';
import { arrangeCommand, handInCommand, sessionCommand } from './tender-officer.js';
import { openCommand, rehearseCommand } from './tender-opening.js';

/**
 * `entrepot tender ...`: the client of sealed tenders that is independent of the portal's pages. Keys, shares and bids are made, split, sealed and joined in this process; the
 * hub gets what is public or sealed.
 */
export const tenderCommand = (): Command =>
  new Command('tender')
    .description('Sealed tenders: keys of officers, sealing and opening of bids. Secrets stay on this machine.')
    .addCommand(keysCommand())
    .addCommand(arrangeCommand())
    .addCommand(sessionCommand())
    .addCommand(handInCommand())
    .addCommand(rehearseCommand())
    .addCommand(sealCommand())
    .addCommand(openCommand())
    .addCommand(verifyCommand());

interface KeysOptions extends WhereOptions {
  out: string;
  register?: boolean;
  recovery?: boolean;
}

const keysCommand = (): Command =>
  new Command('keys')
    .description('Makes a key for shares under your passphrase (ENTREPOT_PASSPHRASE), and shows its fingerprint.')
    .argument('<name>', 'name of its holder')
    .requiredOption('--out <file>', 'where the key is kept; nobody else may read it')
    .option('--register', 'registers the public half at the hub')
    .option('--recovery', 'it is that of a party which keeps a recovery share off-line')
    .addOption(new Option('--hub <url>', 'address of the hub').default(process.env['ENTREPOT_HUB'] ?? 'http://localhost:3000'))
    .option('--email <address>', 'who signs in; the password is ENTREPOT_PASSWORD')
    .action(makeKeys);

async function makeKeys(name: string, options: KeysOptions): Promise<void> {
  const key = await makeOfficerKey(name, passphraseOf()).catch((error: Error) => {
    throw new Ended(exits.usage, error.message);
  });
  await writeOwn(options.out, key);
  console.log(`${options.out}: public key ${key.publicKey}`);
  console.log(`Fingerprint: ${await fingerprint(key.publicKey)}`);
  if (!options.register) return;
  const hub = hubOf(options.hub, personOf(options));
  const text =
    'mutation RegisterOfficerKey($input: RegisterOfficerKeyInput!) { registerOfficerKey(input: $input) { key { id } errors { ... on UserError { message } } } }';
  const input = { name, publicKey: key.publicKey, recovery: options.recovery ?? false };
  const { key: made } = await hub.mutate<{ key: { id: string } }>(text, input);
  console.log(`Registered as ${made.id}`);
}

interface VerifyOptions {
  key: string;
  sealed?: string;
  kept?: string;
}

const verifyCommand = (): Command =>
  new Command('verify')
    .description(
      'Checks a signed receipt, that it names the bid that was sent, and that the bid opens by the keys you have kept. Needs no hub.',
    )
    .argument('<receipt>', 'the signed receipt (a JWS)')
    .requiredOption('--key <key>', "the hub's public key for receipts, noted before: query receiptKey")
    .option('--sealed <file>', 'what `tender seal` wrote to be sent, or the file of the portal')
    .option('--kept <file>', 'what `tender seal` wrote to be kept, or the file of the portal')
    .action(verify);

type KeptKeys = { envelope: string; contentKey: string }[];

async function verify(file: string, { key, sealed, kept }: VerifyOptions): Promise<void> {
  const receipt = await verifyReceipt((await readText(file)).trim(), [key]);
  if (!receipt) throw new Ended(exits.findings, 'The receipt is not signed by this key.');
  console.log(JSON.stringify(receipt, null, 2));
  if (!sealed) return;
  const bid = await readJson<{ digest: string; envelopes: { envelope: string; sealed: string }[] }>(sealed);
  const digest = await bidDigest(bid.envelopes.map(({ envelope, sealed: text }) => ({ envelope, text })));
  if (digest !== receipt.digest) throw new Ended(exits.findings, 'The receipt is for other bytes than these.');
  console.log('The receipt names exactly these bytes.');
  if (!kept) return;
  const read = await readJson<KeptKeys | { kept: KeptKeys }>(kept);
  // The portal writes the bid and its keys into one file.
  const keys = Array.isArray(read) ? read : read.kept;
  for (const { envelope, sealed: text } of bid.envelopes) {
    const own = keys.find((one) => one.envelope === envelope);
    const { content } = await openEnvelope(text, own?.contentKey ?? '').catch((error: Error) => {
      throw new Ended(exits.findings, `${envelope}: ${error.message}`);
    });
    console.log(`${envelope}: ${JSON.stringify(content)}`);
  }
}
