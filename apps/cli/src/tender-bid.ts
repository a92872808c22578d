import { Command, Option } from 'commander';
import { type EnvelopeKind, fingerprint, type SealedBid, sealBid } from '#libs/sealing';
import { Ended, exits } from './exits.js';
import type { Hub } from './hub.js';
import { hubOf, readJson, writeOwn } from './tender-files.js';

interface SealOptions {
  hub: string;
  key?: string;
  lot: string;
  bid: string;
  out: string;
  keep: string;
  submit?: boolean;
  receipt?: string;
  officersKey?: string;
}

export const sealCommand = (): Command =>
  new Command('seal')
    .description(
      'Seals a bid for a tender on this machine, and sends it with --submit. Nobody can check what is inside: its form is checked here.',
    )
    .argument('<tender>', 'id of the tender')
    .requiredOption('--bid <file>', 'the bid as JSON, as submitBid takes it (docs/trust.md)')
    .requiredOption('--out <file>', 'where the sealed bid is written')
    .requiredOption('--keep <file>', 'where your own keys are written: with them you read the bid again and prove what it said')
    .option('--lot <position>', 'position of the lot', '1')
    .option('--officers-key <fingerprint>', "fingerprint of the officers' half as the buyer told you; another one ends this")
    .option('--submit', 'sends it')
    .option('--receipt <file>', 'where the signed receipt is written')
    .addOption(new Option('--hub <url>', 'address of the hub').default(process.env['ENTREPOT_HUB'] ?? 'http://localhost:3000'))
    .option('--key <key>', 'API key with tender:read and bid:submit; default: ENTREPOT_KEY')
    .action(seal);

interface Asked {
  me: { organization: { id: string } };
  tender: {
    id: string;
    version: number;
    lots: { id: string; position: number; round: number }[];
    lines: { lotId: string }[];
    criteria: { id: string; kind: string }[];
    bids: { lotId: string; round: number; seq: number }[];
    sealing: {
      officersKey: string;
      envelopes: EnvelopeKind[];
      halves: { lotId: string; round: number; publicKey: string }[];
    } | null;
  } | null;
}
const tenderQuery = `query SealTender($id: ID!) { me { organization { id } } tender(id: $id) { id version lots { id position round } lines { lotId } criteria { id kind } bids { lotId round seq }
  sealing { officersKey envelopes halves { lotId round publicKey } } } }`;

async function seal(tenderId: string, options: SealOptions): Promise<void> {
  const key = options.key ?? process.env['ENTREPOT_KEY'];
  if (!key) throw new Ended(exits.usage, 'An API key is needed: --key or ENTREPOT_KEY.');
  const hub = hubOf(options.hub, key);
  const { me, tender } = await hub.ask<Asked>(tenderQuery, { id: tenderId });
  const lot = tender?.lots.find(({ position }) => String(position) === options.lot);
  const half = tender?.sealing?.halves.find(({ lotId, round }) => lotId === lot?.id && round === lot.round);
  if (!tender?.sealing || !lot || !half) throw new Ended(exits.refused, 'There is no such sealed tender or lot.');
  const shown = await fingerprint(tender.sealing.officersKey);
  console.log(`Officers' half of the key: ${shown}`);
  if (options.officersKey && options.officersKey !== shown)
    throw new Ended(exits.findings, "This is not the officers' half that the buyer named. Nothing was sealed.");
  const sealed = await sealBid(await checkedBid(options.bid), {
    tender: tender.id,
    version: tender.version,
    lot: lot.id,
    round: lot.round,
    bidder: me.organization.id,
    envelopes: tender.sealing.envelopes,
    criteria: tender.criteria,
    lines: tender.lines.filter(({ lotId }) => lotId === lot.id).length,
    keys: [half.publicKey, tender.sealing.officersKey],
  });
  await writeOwn(options.keep, sealed.kept);
  await writeOwn(options.out, { digest: sealed.digest, envelopes: sealed.envelopes });
  console.log(`${options.out}: sealed, SHA-256 ${sealed.digest}`);
  if (!options.submit) return;
  const seq = tender.bids.find(({ lotId, round }) => lotId === lot.id && round === lot.round)?.seq ?? 0;
  const which = { tenderId: tender.id, lotId: lot.id, expectedVersion: seq, tenderVersion: tender.version };
  await submit(hub, { ...which, envelopes: sealed.envelopes }, { sealed, receipt: options.receipt });
}

/** The form of a bid; whether its lines are those of the tender, its buyer says at the opening. */
async function checkedBid(file: string): Promise<object> {
  const { bidContent } = await import('#libs/tendering');
  const read = bidContent.safeParse(await readJson(file));
  if (read.success) return read.data;
  throw new Ended(exits.findings, read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
}

async function submit(
  hub: Hub,
  input: object,
  { sealed, receipt }: { sealed: SealedBid; receipt?: string | undefined },
): Promise<void> {
  const text =
    'mutation SubmitSealedBid($input: SubmitSealedBidInput!) { submitSealedBid(input: $input) { receipt { seq digest acceptedText signed } errors { ... on UserError { message } } } }';
  const answer = await hub.mutate<{ receipt: { seq: number; digest: string; acceptedText: string; signed: string } }>(text, {
    ...input,
  });
  if (answer.receipt.digest !== sealed.digest)
    throw new Ended(exits.findings, 'The hub has accepted other bytes than were sent.');
  console.log(`Accepted at ${answer.receipt.acceptedText} as version ${answer.receipt.seq}.`);
  if (receipt) await writeOwn(receipt, answer.receipt.signed);
}
