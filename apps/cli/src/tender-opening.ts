import { type Command, Option } from 'commander';
import {
  contentKeyOf,
  type EnvelopeKind,
  type HandedShare,
  joinShares,
  type KeyPair,
  partFor,
  type ReleasedEnvelope,
  readEnvelope,
  releasedKey,
} from '#libs/sealing';
import { Ended, exits } from './exits.js';
import type { Hub } from './hub.js';
import {
  errors,
  officers,
  officersHub,
  readJson,
  type SealingAt,
  type SessionFile,
  sealingAt,
  type WhereOptions,
} from './tender-files.js';

const envelopeNames = ['WHOLE', 'QUALIFICATION', 'TECHNICAL', 'COMMERCIAL'];

/** The officers' half from what was handed in; bad shares are named. */
async function officersHalf(
  hub: Hub,
  { id, tender, pair }: SessionFile,
): Promise<{ half: KeyPair; sealing: SealingAt; bad: string[] }> {
  const { openingSession } = await hub.ask<{ openingSession: { shares: HandedShare[] } }>(
    'query HandedShares($id: ID!) { openingSession(id: $id) { shares { keyId position sealed } } }',
    { id },
  );
  const sealing = await sealingAt(hub, tender);
  const joined = await joinShares({ id, pair }, sealing, openingSession.shares);
  if (!joined)
    throw new Ended(exits.refused, `${openingSession.shares.length} shares were handed in; that is not enough good ones.`);
  const bad = joined.bad.map((keyId) => sealing.holders.find((one) => one.keyId === keyId)?.name ?? keyId);
  for (const name of bad) console.error(`The share of ${name} is bad.`);
  return { half: joined.pair, sealing, bad };
}

export const rehearseCommand = (): Command =>
  officers('rehearse', 'Joins the shares of a rehearsal and opens its envelope; then the tender can be published.')
    .requiredOption('--session <file>', 'what `tender session` wrote')
    .action(rehearse);

async function rehearse(options: WhereOptions & { session: string }): Promise<void> {
  const hub = officersHub(options);
  const kept = await readJson<SessionFile>(options.session);
  const { half, sealing, bad } = await officersHalf(hub, kept);
  if (bad.length > 0) throw new Ended(exits.findings, 'The rehearsal has failed. Arrange the tender anew.');
  const envelope = readEnvelope(sealing.rehearsal ?? '');
  const contentKey = await contentKeyOf(envelope, [await partFor(half, envelope.epk)]);
  const text = `mutation FinishRehearsal($input: FinishRehearsalInput!) { finishRehearsal(input: $input) { tender { id } ${errors} } }`;
  await hub.mutate(text, { sessionId: kept.id, contentKey });
  console.log('Every share is proven. The tender can be published.');
}

interface OpenOptions extends WhereOptions {
  session: string;
  lot: string;
  envelope: EnvelopeKind;
  release?: boolean;
}

export const openCommand = (): Command =>
  officers('open', 'Opens the envelopes of a lot after its deadline with the shares that were handed in.')
    .requiredOption('--session <file>', 'what `tender session` wrote')
    .option('--lot <position>', 'position of the lot', '1')
    .addOption(new Option('--envelope <kind>', 'which envelopes').choices(envelopeNames).default('WHOLE'))
    .option('--no-release', 'the hub has given its part before: another officer opens again')
    .action(open);

async function open(options: OpenOptions): Promise<void> {
  const hub = officersHub(options);
  const kept = await readJson<SessionFile>(options.session);
  const { half } = await officersHalf(hub, kept);
  const { tender } = await hub.ask<{ tender: { lots: { id: string; position: number }[] } }>(
    'query Lots($id: ID!) { tender(id: $id) { lots { id position } } }',
    { id: kept.tender },
  );
  const lotId = tender.lots.find(({ position }) => String(position) === options.lot)?.id;
  if (!lotId) throw new Ended(exits.usage, 'There is no such lot.');
  const which = { tenderId: kept.tender, lotId, envelope: options.envelope };
  if (options.release !== false) {
    const text = `mutation ReleaseHalf($input: ReleaseHalfInput!) { releaseHalf(input: $input) { release { envelopes } ${errors} } }`;
    const { release } = await hub.mutate<{ release: { envelopes: number } }>(text, which);
    console.log(`The hub gave its part for ${release.envelopes} envelopes.`);
  }
  for (let skip = 0; ; ) {
    const page = await released(hub, { id: kept.tender, lot: Number(options.lot), envelope: options.envelope, skip });
    if (page.length === 0) return;
    await hand(hub, which, await Promise.all(page.map((one) => releasedKey(half, one))));
    skip += page.length;
  }
}

async function released(hub: Hub, variables: Record<string, unknown>): Promise<ReleasedEnvelope[]> {
  const text =
    'query SealedEnvelopes($id: ID!, $lot: Int!, $envelope: BidEnvelope!, $skip: Int!) { tender(id: $id) { sealedEnvelopes(lot: $lot, envelope: $envelope, skip: $skip) { bidId sealed part } } }';
  return (await hub.ask<{ tender: { sealedEnvelopes: ReleasedEnvelope[] } }>(text, variables)).tender.sealedEnvelopes;
}

async function hand(hub: Hub, which: object, keys: readonly { bidId: string; contentKey: string | null }[]): Promise<void> {
  const text = `mutation OpenEnvelopes($input: OpenEnvelopesInput!) { openEnvelopes(input: $input) { openings { bidId outcome reason } ${errors} } }`;
  const { openings } = await hub.mutate<{ openings: { bidId: string; outcome: string; reason: string | null }[] }>(text, {
    ...which,
    keys,
  });
  for (const { bidId, outcome, reason } of openings) console.log(`${bidId} ${outcome}${reason ? ` ${reason}` : ''}`);
}
