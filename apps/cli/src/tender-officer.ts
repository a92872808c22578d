import { type Command, Option } from 'commander';
import { arrangeKeys, fingerprint, type Holder, handShare, makeKeyPair, type OfficerKey, openOfficerKey } from '#libs/sealing';
import { Ended, exits } from './exits.js';
import {
  errors,
  officers,
  officersHub,
  passphraseOf,
  readJson,
  type SessionFile,
  sealingAt,
  type WhereOptions,
  writeOwn,
} from './tender-files.js';

const collected = (value: string, before: string[]): string[] => [...before, value];

export const arrangeCommand = (): Command =>
  officers('arrange', "Makes and splits the officers' half of a sealed draft's key, and forgets it.")
    .argument('<tender>', 'id of the draft')
    .requiredOption('--threshold <k>', 'how many shares open the bids')
    .requiredOption(
      '--officer <keys>',
      "id of an officer's key, and of his deputies behind commas; again for each officer",
      collected,
      [],
    )
    .requiredOption('--recovery <key>', 'id of the recovery key')
    .option('--envelopes <names>', 'in the order of opening, such as QUALIFICATION,COMMERCIAL', 'WHOLE')
    .action(arrange);

interface ArrangeOptions extends WhereOptions {
  threshold: string;
  officer: string[];
  recovery: string;
  envelopes: string;
}

async function arrange(tender: string, options: ArrangeOptions): Promise<void> {
  const hub = officersHub(options);
  const asked = await hub.ask<{
    officerKeys: { id: string; name: string; publicKey: string }[];
    me: { organization: { id: string } };
    tender: { edits: number } | null;
  }>('query ArrangeTender($id: ID!) { officerKeys { id name publicKey } me { organization { id } } tender(id: $id) { edits } }', {
    id: tender,
  });
  const holder = async (keyId: string, role: Holder['role'], position: number): Promise<Holder> => {
    const key = asked.officerKeys.find(({ id }) => id === keyId);
    if (!key) throw new Ended(exits.refused, `There is no key ${keyId}.`);
    console.log(`${role} ${key.name}: ${await fingerprint(key.publicKey)}`);
    return { keyId, publicKey: key.publicKey, role, position };
  };
  const wanted = options.officer.flatMap((keys, i) =>
    keys.split(',').map((keyId, j) => holder(keyId, j === 0 ? 'OFFICER' : 'DEPUTY', i + 1)),
  );
  const holders = await Promise.all([...wanted, holder(options.recovery, 'RECOVERY', options.officer.length + 1)]);
  const given = { tender, buyer: asked.me.organization.id, threshold: Number(options.threshold), holders };
  const made = await arrangeKeys(given).catch((error: Error) => {
    throw new Ended(exits.usage, error.message);
  });
  const text = `mutation ArrangeSealing($input: ArrangeSealingInput!) { arrangeSealing(input: $input) { tender { edits } ${errors} } }`;
  const which = { tenderId: tender, expectedVersion: asked.tender?.edits ?? 0, envelopes: options.envelopes.split(',') };
  await hub.mutate(text, { ...made, ...which });
  console.log(`Arranged. The officers' half: ${await fingerprint(made.officersKey)}. Compare each fingerprint with its holder.`);
}

export const sessionCommand = (): Command =>
  officers('session', 'Opens a session for which the others hand in their shares to this machine.')
    .argument('<tender>', 'id of the tender')
    .addOption(new Option('--kind <kind>', 'what for').choices(['rehearsal', 'opening']).makeOptionMandatory())
    .requiredOption('--out <file>', 'where its key is kept until the end')
    .action(session);

async function session(tender: string, options: WhereOptions & { kind: string; out: string }): Promise<void> {
  const pair = await makeKeyPair();
  const text = `mutation OpenSession($input: OpenSessionInput!) { openSession(input: $input) { session { id } ${errors} } }`;
  const input = { tenderId: tender, kind: options.kind.toUpperCase(), publicKey: pair.publicKey };
  const { session: made } = await officersHub(options).mutate<{ session: { id: string } }>(text, input);
  await writeOwn(options.out, { id: made.id, tender, pair } satisfies SessionFile);
  console.log(`Session ${made.id}. Tell the others its fingerprint: ${await fingerprint(pair.publicKey)}`);
}

interface HandInOptions extends WhereOptions {
  keyFile: string;
  fingerprint: string;
}

export const handInCommand = (): Command =>
  officers('hand-in', 'Hands in your share for a session. The passphrase of your key is ENTREPOT_PASSPHRASE.')
    .argument('<session>', 'id of the session')
    .requiredOption('--key-file <file>', 'your key')
    .requiredOption('--fingerprint <digits>', 'of the session, as its opener told you: the hub must not be between you')
    .action(handIn);

async function handIn(id: string, options: HandInOptions): Promise<void> {
  const hub = officersHub(options);
  const { openingSession } = await hub.ask<{ openingSession: { id: string; tenderId: string; publicKey: string } }>(
    'query OpeningSession($id: ID!) { openingSession(id: $id) { id tenderId publicKey } }',
    { id },
  );
  if ((await fingerprint(openingSession.publicKey)) !== options.fingerprint.trim())
    throw new Ended(exits.findings, 'The session has another key than you were told. Nothing was handed in.');
  const pair = await openOfficerKey(await readJson<OfficerKey>(options.keyFile), passphraseOf()).catch((error: Error) => {
    throw new Ended(exits.usage, error.message);
  });
  const { holders } = await sealingAt(hub, openingSession.tenderId);
  const share = holders.find(({ publicKey }) => publicKey === pair.publicKey);
  if (!share) throw new Ended(exits.refused, 'This key holds no share of the tender.');
  const sealed = await handShare(pair, share, { id, tender: openingSession.tenderId, publicKey: openingSession.publicKey });
  const text = `mutation HandInShare($input: HandInShareInput!) { handInShare(input: $input) { session { id } ${errors} } }`;
  await hub.mutate(text, { sessionId: id, keyId: share.keyId, sealed });
  console.log('Handed in.');
}
