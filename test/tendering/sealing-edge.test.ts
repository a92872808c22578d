import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { catalogRoom } from '#libs/catalog';
import { organizationsRoom } from '#libs/organizations';
import { procurementRoom } from '#libs/procurement';
import { makeKeyPair, verifyReceipt } from '#libs/sealing';
import { supplyRoom } from '#libs/supply';
import { type Tender, tenderingRoom } from '#libs/tendering';
import {
  bidsSealed,
  type Committee,
  committeeOf,
  officerOf,
  passedSealed,
  publishedSealed,
  releases,
  sealedFor,
  unwrapped,
} from '../factories/sealing.factory.js';
import { bidOf, linesSeenBy, type TenderWorld, tenderWorld } from '../factories/tender.factory.js';
import { type SignedIn, startTestHub, type TestHub } from '../support/hub.js';

const rooms = [{ ...organizationsRoom, module: class {} }, catalogRoom, supplyRoom, procurementRoom, tenderingRoom];
const criteria = [{ id: 'iso', kind: 'MANDATORY' as const }];
const answers = { iso: { passed: true } };
let hub: TestHub;
let world: TenderWorld;
let committee: Committee;
let tender: Tender;
let officer: SignedIn;
let supplier: SignedIn;
let rival: SignedIn;
let viewer: SignedIn;

beforeAll(async () => {
  hub = await startTestHub({ rooms });
  world = await tenderWorld(hub.db);
  committee = { ...(await committeeOf(hub.db, world)), seals: hub.services.secrets };
  tender = await publishedSealed(hub.db, world, { committee, envelopes: ['QUALIFICATION', 'COMMERCIAL'], terms: { criteria } });
  officer = await hub.signedIn({ orgId: world.buyer.orgId, permissions: [...officerOf(world).permissions], roles: ['BUYER'] });
  supplier = await hub.signedIn({ orgId: world.first.orgId, permissions: [...world.first.permissions], roles: ['SUPPLIER'] });
  rival = await hub.signedIn({ orgId: world.second.orgId, permissions: [...world.second.permissions], roles: ['SUPPLIER'] });
  viewer = await hub.signedIn({ orgId: world.buyer.orgId, permissions: ['tender:read'] });
});
afterAll(() => hub.close());

/** One mutation; gives its payload, or why it was denied. */
async function mutate(name: string, input: object, { who, value }: { who: SignedIn; value: string }) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const text = `mutation ($input: ${type}!) { ${name}(input: $input) { ${value} errors { __typename ... on UserError { code message } } } }`;
  const { data, errors } = await hub.ask(text, { input }, who);
  return errors ? { denied: errors[0]?.extensions?.code } : data[name];
}
const read = async (fields: string, who: SignedIn) =>
  (await hub.ask(`query ($id: ID!) { tender(id: $id) { ${fields} } }`, { id: tender.id }, who)).data.tender;
const lot = () => ({ tenderId: tender.id, lotId: tender.lots[0]!.id });

describe('sealed bids over GraphQL', () => {
  it('shows everybody what a bid is sealed with, and the buyer alone who opens it', async () => {
    const fields =
      'confidentiality sealing { threshold envelopes officersKey halves { round } holders { role } rehearsal rehearsedAt }';
    const seen = await read(fields, supplier);
    expect(seen).toMatchObject({
      confidentiality: 'SEALED',
      sealing: { threshold: 2, envelopes: ['QUALIFICATION', 'COMMERCIAL'], halves: [{ round: 1 }], holders: [], rehearsal: null },
    });
    expect((await read(fields, viewer)).sealing.holders).toHaveLength(5);
    const { data } = await hub.ask('{ officerKeys { id name memberId revokedAt } }', {}, officer);
    expect(data.officerKeys).toHaveLength(5);
    expect((await hub.ask('{ officerKeys { id } }', {}, viewer)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const key = { name: 'Eve', publicKey: (await makeKeyPair()).publicKey };
    expect(await mutate('registerOfficerKey', key, { who: viewer, value: 'key { id }' })).toEqual({ denied: 'FORBIDDEN' });
    const made = await mutate('registerOfficerKey', key, { who: officer, value: 'key { id revokedAt }' });
    expect(await mutate('registerOfficerKey', key, { who: officer, value: 'key { id }' })).toMatchObject({
      key: null,
      errors: [{ code: 'OFFICER_KEY_TAKEN' }],
    });
    const revoked = await mutate('revokeOfficerKey', { keyId: made.key.id }, { who: officer, value: 'key { revokedAt }' });
    expect(revoked.key.revokedAt).not.toBeNull();
  });

  it('takes a sealed bid with a signed receipt, and names what is wrong in the language of the reader', async () => {
    const bid = bidOf(await linesSeenBy(hub.db, world.first, tender), ['2', '3'], { answers });
    const { envelopes, digest } = await sealedFor(hub.db, world.first, { tender, bid });
    const input = { ...lot(), expectedVersion: 0, tenderVersion: 1, envelopes };
    const value = 'receipt { digest acceptedText signed }';
    expect(await mutate('submitSealedBid', input, { who: viewer, value })).toEqual({ denied: 'FORBIDDEN' });
    const other = await mutate('submitSealedBid', input, { who: rival, value });
    expect(other.errors).toMatchObject([{ __typename: 'EnvelopeUnsound' }, { message: expect.stringContaining('OTHER_BIDDER') }]);
    const { receipt } = await mutate('submitSealedBid', input, { who: supplier, value });
    const { data } = await hub.ask('{ receiptKey }');
    expect(await verifyReceipt(receipt.signed, [data.receiptKey])).toMatchObject({
      digest,
      bidder: world.first.orgId,
      acceptedAt: receipt.acceptedText,
    });
    const clear = { currency: 'USD', deliveryTerm: 'DAP', paymentDays: 30, lines: [], answers: [] };
    const inClear = { ...lot(), expectedVersion: 1, tenderVersion: 1, bid: clear };
    expect((await mutate('submitBid', inClear, { who: supplier, value: 'receipt { seq }' })).errors).toMatchObject([
      { code: 'BID_MUST_BE_SEALED' },
    ]);
    expect((await read('receipts { signed }', supplier)).receipts).toHaveLength(1);
  });

  it('opens in stages, shows a verdict to its bidder, and takes his own key where an officer failed', async () => {
    const { receipt, sealed } = await bidsSealed(hub.db, world.second, { tender, prices: ['1', '1'], bid: { answers } });
    const release = (envelope: string) =>
      mutate('releaseHalf', { ...lot(), envelope }, { who: officer, value: 'release { envelopes }' });
    expect((await release('QUALIFICATION')).errors).toMatchObject([{ code: 'OPENING_TOO_EARLY' }]);
    const early = { tenderId: tender.id, kind: 'OPENING', publicKey: (await makeKeyPair()).publicKey };
    expect((await mutate('openSession', early, { who: officer, value: 'session { id }' })).errors).toMatchObject([
      { code: 'OPENING_TOO_EARLY' },
    ]);
    await passedSealed(hub.db, tender, committee);
    // No clock runs here: the session itself closes the lot.
    const { session } = await mutate('openSession', early, { who: officer, value: 'session { id }' });
    const seen = 'openingSessions { id kind memberId shares { keyId handedAt } } sealing { releases { envelope round lotId } }';
    expect(await read(seen, officer)).toMatchObject({
      openingSessions: [{ id: session.id, kind: 'OPENING', shares: [] }, { kind: 'REHEARSAL' }],
      sealing: { releases: [] },
    });
    expect((await release('QUALIFICATION')).release).toEqual({ envelopes: 2 });
    const given = { envelope: 'QUALIFICATION', round: 1, lotId: tender.lots[0]!.id };
    expect((await read(seen, viewer)).sealing).toEqual({ releases: [given] });
    expect(await read(seen, supplier)).toEqual({ openingSessions: [], sealing: { releases: [] } });
    expect((await release('COMMERCIAL')).errors).toMatchObject([{ code: 'ENVELOPE_NOT_NEXT' }]);
    const keys = (await unwrapped(hub.db, tender, { committee, envelope: 'QUALIFICATION' })).map(({ bidId, contentKey }) => ({
      bidId,
      contentKey: bidId === receipt.bidId ? null : contentKey,
    }));
    const opened = await mutate(
      'openEnvelopes',
      { ...lot(), envelope: 'QUALIFICATION', keys },
      { who: officer, value: 'openings { bidId outcome reason answers { criterionId passed } }' },
    );
    expect(opened.openings.map(({ outcome }: { outcome: string }) => outcome).sort()).toEqual(['OPENED', 'UNOPENABLE']);
    const rebuttal = {
      tenderId: tender.id,
      bidId: receipt.bidId,
      envelope: 'QUALIFICATION',
      contentKey: sealed.kept[0]!.contentKey,
    };
    expect(
      (await mutate('rebutOpening', rebuttal, { who: rival, value: 'opening { outcome answers { criterionId passed } }' }))
        .opening,
    ).toEqual({ outcome: 'OPENED', answers: [{ criterionId: 'iso', passed: true }] });
    const verdict = { ...lot(), envelope: 'QUALIFICATION', bidId: receipt.bidId, passed: false, reason: 'Expired' };
    expect(await mutate('judgeEnvelope', verdict, { who: rival, value: 'opening { verdict }' })).toEqual({ denied: 'FORBIDDEN' });
    expect((await mutate('judgeEnvelope', verdict, { who: officer, value: 'opening { verdict }' })).opening).toEqual({
      verdict: 'FAILED',
    });
    expect((await read('openings { verdict verdictReason }', rival)).openings).toEqual([
      { verdict: 'FAILED', verdictReason: 'Expired' },
    ]);
    expect((await read('openings { verdict }', supplier)).openings).toEqual([{ verdict: null }]);
    expect(await read('sealedEnvelopes(lot: 1, envelope: COMMERCIAL) { bidId }', supplier)).toEqual({ sealedEnvelopes: [] });
    await expect(releases(hub.db, tender, { committee, envelope: 'COMMERCIAL' })).rejects.toThrow('EnvelopeNotNext');
  });
});
