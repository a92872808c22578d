import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { canonicalJson } from '#libs/kernel';
import { base64url, fromBase64url, hex, sha256, textOf, utf8 } from './bytes.js';
import { arrangeKeys, arrangementFaults, type Holder, handShare, joinShares, partFor } from './ceremony.js';
import { agreed, belongs, fingerprint, isPublicKey, makeKeyPair, sealTo } from './curve.js';
import {
  bidDigest,
  contentKeyOf,
  EnvelopeError,
  type EnvelopeHeader,
  openEnvelope,
  readEnvelope,
  type SealedEnvelope,
  sealEnvelope,
} from './envelope.js';
import { makeOfficerKey, openOfficerKey } from './officer-key.js';
import { padded, sizeClasses, unpadded } from './padding.js';
import { signReceipt, verifyReceipt } from './receipt.js';
import { sealBid } from './seal-bid.js';
import { combined, interpolated, split } from './shamir.js';

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));
const header = (keys: string[], override: Partial<EnvelopeHeader> = {}): EnvelopeHeader => ({
  id: 'e1',
  tender: 't1',
  version: 1,
  lot: 'l1',
  round: 1,
  bidder: 'b1',
  envelope: 'WHOLE',
  keys,
  ...override,
});
const reasonOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'OPENED',
    (error: unknown) => (error instanceof EnvelopeError ? error.reason : String(error)),
  );
/** The same envelope with something else in it, written canonically. */
const altered = (text: string, change: (envelope: SealedEnvelope) => Partial<SealedEnvelope>): string => {
  const envelope = JSON.parse(text) as SealedEnvelope;
  return canonicalJson({ ...envelope, ...change(envelope) });
};
const flipped = (text: string): string => {
  const bytes = fromBase64url(text);
  bytes[bytes.length - 1] = (bytes[bytes.length - 1] ?? 0) ^ 1;
  return base64url(bytes);
};

describe('shares', () => {
  // SLIP-0039, vectors.json of trezor/python-shamir-mnemonic, numbers 4, 23 and 41: at x = 255 the secret, at 254 its digest (4 bytes of an HMAC keyed by the rest).
  const published: [number, string][][] = [
    [
      [2, '08fb14b66e692e25dfe2edf53289ed62'],
      [0, '06ab48fef4bedc8ce58baeef0a73f76e'],
    ],
    [
      [2, '81e5473f4b7f66094f888d2f98fe0ded6a692dc72c65dc498d6e28bee6ebdfcc'],
      [1, '19e366e9b2e34851e52132c31c2b2c957321bf5ce6c9c1410ea1ddf5fef92c27'],
    ],
    [
      [7, '3ed2fa64acf769131509ca05437606b1'],
      [9, '58ccc8f63e2232eb372d91241e61506b'],
      [0, '0d5f0655e0645fad705c1e128887678f'],
    ],
  ];
  const secrets = [
    'cdc017fddc829e791b1371780be0605a',
    '0204622ff84267b5dae0ca4e0c1328d6611b96b92b11692e5a7542314f7a54ee',
    '369fea28d93fc048e6173ce2cf366fa6',
  ];

  it('give the secrets of the published vectors, whose digests fit', () => {
    const points = published.map((shares) => shares.map(([position, value]) => ({ position, value: bytesOf(value) })));
    expect(points.map((shares) => hex(interpolated(shares, 255)))).toEqual(secrets);
    for (const shares of points) {
      const digest = interpolated(shares, 254);
      const mac = createHmac('sha256', digest.slice(4)).update(interpolated(shares, 255)).digest();
      expect(hex(new Uint8Array(mac.subarray(0, 4)))).toBe(hex(digest.slice(0, 4)));
    }
  });

  it('give the secret from every choice of k, and another from k - 1', async () => {
    const secret = bytesOf('00ff8001'.repeat(8));
    const shares = split(secret, { threshold: 3, count: 6 });
    const isIt = (candidate: Uint8Array<ArrayBuffer>) => Promise.resolve(hex(candidate) === hex(secret));
    let choices = 0;
    for (let mask = 0; mask < 64; mask++) {
      const chosen = shares.filter((_, i) => (mask >> i) & 1);
      if (chosen.length === 3) expect(hex(interpolated(chosen, 0))).toBe(hex(secret));
      if (chosen.length === 2) expect(hex(interpolated(chosen, 0))).not.toBe(hex(secret));
      if (chosen.length === 3) choices += 1;
    }
    expect(choices).toBe(20);
    expect(await combined(shares.slice(0, 2), 3, isIt)).toBeUndefined();
    const wrong = shares.map((share) => (share.position === 2 ? { ...share, value: bytesOf('11'.repeat(32)) } : share));
    expect(await combined(wrong, 3, isIt)).toEqual({ secret, bad: [2] });
    expect(() => split(secret, { threshold: 1, count: 3 })).toThrow('2 <= threshold');
    expect(() => interpolated([shares[0]!, shares[0]!], 0)).toThrow('different positions');
  });

  it('leave every value of the secret equally possible with k - 1 shares', () => {
    // With k = 2 and one share known, each of the 256 values of a byte has exactly one second share.
    const known = { position: 1, value: bytesOf('5a') };
    const seconds = Array.from({ length: 256 }, (_, value) =>
      hex(interpolated([{ position: 0, value: new Uint8Array([value]) }, known], 2)),
    );
    expect(new Set(seconds).size).toBe(256);
  });
});

describe('keys', () => {
  it('agree, belong together and have a fingerprint', async () => {
    const [one, two] = [await makeKeyPair(), await makeKeyPair()];
    expect(await agreed(one, two.publicKey)).toEqual(await agreed(two, one.publicKey));
    expect([await belongs(one), await belongs({ ...one, privateKey: two.privateKey })]).toEqual([true, false]);
    expect(await fingerprint(one.publicKey)).toMatch(/^([0-9a-f]{4} ){7}[0-9a-f]{4}$/);
    const offCurve = base64url(new Uint8Array(65).fill(4));
    expect(await Promise.all([one.publicKey, offCurve, 'x', flipped(one.publicKey)].map(isPublicKey))).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('agree as RFC 5903 8.1 says', async () => {
    // The 256-bit random ECP group: initiator's and responder's pairs and what they share.
    const point = (x: string, y: string): string => base64url(bytesOf(`04${x}${y}`));
    const initiator = {
      privateKey: base64url(bytesOf('c88f01f510d9ac3f70a292daa2316de544e9aab8afe84049c62a9c57862d1433')),
      publicKey: point(
        'dad0b65394221cf9b051e1feca5787d098dfe637fc90b9ef945d0c3772581180',
        '5271a0461cdb8252d61f1c456fa3e59ab1f45b33accf5f58389e0577b8990bb3',
      ),
    };
    const responder = point(
      'd12dfb5289c8d4f81208b70270398c342296970a0bccb74c736fc7554494bf63',
      '56fbf3ca366cc23e8157854c13c58d6aac23f046ada30f8353e74f33039872ab',
    );
    expect(hex(await agreed(initiator, responder))).toBe('d6840f6b42f6edafd13116e0e12565202fef8e9ece7dce03812464d04b9442de');
  });

  it('of officers open by their passphrase alone, and show a change', async () => {
    const key = await makeOfficerKey('Ann', 'four friendly ferrets');
    const pair = await openOfficerKey(key, 'four friendly ferrets');
    expect(await belongs(pair)).toBe(true);
    expect(key.kdf.iterations).toBe(600_000);
    await expect(openOfficerKey(key, 'five friendly ferrets')).rejects.toThrow('passphrase is wrong');
    const other = await makeKeyPair();
    await expect(openOfficerKey({ ...key, publicKey: other.publicKey }, 'four friendly ferrets')).rejects.toThrow(
      'passphrase is wrong',
    );
    await expect(openOfficerKey({ ...key, kdf: { ...key.kdf, iterations: 1 } }, 'four friendly ferrets')).rejects.toThrow('cost');
    await expect(makeOfficerKey('Ann', 'short')).rejects.toThrow(RangeError);
  });
});

describe('an envelope', () => {
  it('opens with all of its keys and with none missing', async () => {
    const [hub, officers, nobody] = [await makeKeyPair(), await makeKeyPair(), await makeKeyPair()];
    const { text, kept } = await sealEnvelope(header([hub.publicKey, officers.publicKey]), { price: '7391427.55' });
    expect(text).not.toContain('7391427');
    const sealed = readEnvelope(text);
    const part = (pair: typeof hub) => partFor(pair, sealed.epk);
    expect(await contentKeyOf(sealed, [await part(hub), await part(officers)])).toBe(kept.contentKey);
    for (const parts of [[hub, nobody], [nobody, officers], [officers, hub], [hub], [officers]])
      expect(await reasonOf(contentKeyOf(sealed, await Promise.all(parts.map(part))))).toBe('WRAP_WRONG');
    expect(await openEnvelope(text, kept.contentKey)).toEqual({ header: sealed.header, content: { price: '7391427.55' } });
    expect(kept.digest).toBe(hex(await sha256(utf8(text))));
    expect(await bidDigest([{ envelope: 'WHOLE', text }])).toBe(kept.digest);
  });

  it('says what was changed, piece by piece', async () => {
    const pairs = [await makeKeyPair(), await makeKeyPair()];
    const keys = pairs.map(({ publicKey }) => publicKey);
    const first = await sealEnvelope(header(keys), { price: '1' });
    const second = await sealEnvelope(header(keys, { bidder: 'b2' }), { price: '2' });
    const other = JSON.parse(second.text) as SealedEnvelope;
    const open = (text: string, key = first.kept.contentKey) => reasonOf(openEnvelope(text, key));
    expect(await open(first.text)).toBe('OPENED');
    expect(await open(first.text, second.kept.contentKey)).toBe('KEY_WRONG');
    expect(await open(first.text, 'AAAA')).toBe('KEY_WRONG');
    expect(await open(altered(first.text, ({ body }) => ({ body: flipped(body) })))).toBe('BODY_CHANGED');
    expect(await open(altered(first.text, () => ({ body: other.body })))).toBe('BODY_CHANGED');
    for (const change of [{ bidder: 'b2' }, { lot: 'l2' }, { round: 2 }, { version: 2 }, { tender: 't2' }, { id: 'e2' }])
      expect(await open(altered(first.text, (e) => ({ header: { ...e.header, ...change } })))).toBe('BODY_CHANGED');
    // Another wrap around the right key: the officers could never have opened it, and its maker must not be able to say that they could.
    expect(await open(altered(first.text, ({ wrap }) => ({ wrap: flipped(wrap) })))).toBe('WRAP_WRONG');
    expect(await open(altered(first.text, () => ({ epk: other.epk })))).toBe('WRAP_WRONG');
    expect(await open(altered(first.text, () => ({ commitment: other.commitment })))).toBe('KEY_WRONG');
    for (const text of [
      '',
      '{}',
      first.text.replace('{', '{ '),
      first.text.replace('"round":1', '"round":1,"x":1'),
      first.text.replace('/1"', '/2"'),
    ])
      expect(await open(text)).toBe('MALFORMED');
  });

  it('is as long for one line as for all of a lot, and hides what is written within its class', async () => {
    const pair = await makeKeyPair();
    const length = async (content: unknown, roomFor: number) =>
      (await sealEnvelope(header([pair.publicKey]), content, { roomFor })).text.length;
    const sizes = [await length({ a: 'x' }, 3000), await length({ a: 'x'.repeat(2900) }, 3000)];
    expect(sizes[0]).toBe(sizes[1]);
    expect(await length({ a: 'x' }, 300_000)).toBeGreaterThan(262_144);
    for (const size of [0, 1, 4091, 4092, 16_380, 262_140])
      expect(unpadded(padded(new Uint8Array(size).fill(1), 0))).toHaveLength(size);
    expect(padded(new Uint8Array(4093), 0)).toHaveLength(16_384);
    expect(() => padded(new Uint8Array(sizeClasses[3]), 0)).toThrow(RangeError);
    const dirty = padded(new Uint8Array(3), 0);
    dirty[4000] = 1;
    expect(() => unpadded(dirty)).toThrow('no padded content');
  });

  it('has a bid in parts, each criterion in its own', async () => {
    const keys = [(await makeKeyPair()).publicKey, (await makeKeyPair()).publicKey];
    const criteria = ['MANDATORY', 'SCORED', 'COST'].map((kind) => ({ id: kind.toLowerCase(), kind }));
    const bid = { currency: 'USD', answers: { mandatory: { passed: true }, scored: { score: '7' }, cost: { amount: '5' } } };
    const sealed = await sealBid(bid, {
      ...header(keys),
      envelopes: ['QUALIFICATION', 'TECHNICAL', 'COMMERCIAL'],
      criteria,
      lines: 10,
      keys,
    });
    const opened = await Promise.all(
      sealed.envelopes.map(({ sealed: text }, i) => openEnvelope(text, sealed.kept[i]!.contentKey)),
    );
    expect(opened.map(({ content }) => content)).toEqual([
      { answers: { mandatory: { passed: true } } },
      { answers: { scored: { score: '7' } } },
      { currency: 'USD', answers: { cost: { amount: '5' } } },
    ]);
    expect(new Set(opened.map(({ header: { id } }) => id)).size).toBe(3);
    expect(sealed.digest).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('a ceremony', () => {
  const holdersOf = async (pairs: { publicKey: string }[]): Promise<Holder[]> =>
    pairs.map(({ publicKey }, i) => ({
      keyId: `k${i}`,
      publicKey,
      ...([
        { role: 'OFFICER', position: 1 },
        { role: 'OFFICER', position: 2 },
        { role: 'OFFICER', position: 3 },
        { role: 'DEPUTY', position: 1 },
        { role: 'RECOVERY', position: 4 },
      ][i] as Pick<Holder, 'role' | 'position'>),
    }));

  it('splits the officers half so that k holders of different positions join it, bad shares named', async () => {
    const pairs = await Promise.all([1, 2, 3, 4, 5].map(makeKeyPair));
    const made = await arrangeKeys({ tender: 't1', buyer: 'o1', threshold: 2, holders: await holdersOf(pairs) });
    const opener = await makeKeyPair();
    const session = { id: 's1', tender: 't1', publicKey: opener.publicKey };
    const hand = async (i: number) => ({ ...made.shares[i]!, sealed: await handShare(pairs[i]!, made.shares[i]!, session) });
    const join = async (...who: number[]) => joinShares({ id: 's1', pair: opener }, made, await Promise.all(who.map(hand)));
    expect((await join(0, 1))?.bad).toEqual([]);
    expect((await join(3, 4))?.bad).toEqual([]);
    expect(await join(0)).toBeUndefined();
    // An officer and his deputy hold one share.
    expect(await join(0, 3)).toBeUndefined();
    const rehearsal = readEnvelope(made.rehearsal);
    const half = (await join(1, 2))!.pair;
    expect(await contentKeyOf(rehearsal, [await partFor(half, rehearsal.epk)])).toMatch(/^[\w-]{43}$/);
    await expect(handShare(pairs[0]!, made.shares[1]!, session)).rejects.toThrow();
    await expect(handShare(pairs[0]!, made.shares[0]!, { ...session, tender: 't2' })).rejects.toThrow();
    const bad = await sealTo([opener.publicKey], { bytes: new Uint8Array(32).fill(7), context: utf8('entrepot-hand/1 s1 k0 1') });
    const forged = { ...(await hand(0)), sealed: `${bad.epk}.${base64url(bad.bytes)}` };
    const rest = [await hand(1), await hand(4), { ...(await hand(2)), sealed: 'AAAA.AAAA' }];
    expect((await joinShares({ id: 's1', pair: opener }, made, [forged, ...rest]))?.bad).toEqual(['k0', 'k2']);
    expect((await joinShares({ id: 's1', pair: opener }, made, [forged, await hand(3), await hand(1)]))?.bad).toEqual(['k0']);
  });

  it('refuses what would leave a tender closed or too easily open', () => {
    const of = (threshold: number, ...places: [Holder['role'], number][]) =>
      arrangementFaults(
        places.map(([role, position], i) => ({ keyId: `k${i}`, role, position })),
        threshold,
      );
    const three: [Holder['role'], number][] = [
      ['OFFICER', 1],
      ['OFFICER', 2],
      ['OFFICER', 3],
    ];
    expect(of(2, ...three, ['RECOVERY', 4])).toEqual([]);
    expect(of(3, ...three, ['RECOVERY', 4])).toEqual(['TOO_FEW_OFFICERS']);
    expect(of(1, ...three, ['RECOVERY', 4])).toEqual(['THRESHOLD_TOO_LOW']);
    expect(of(2, ...three)).toEqual(['RECOVERY_NOT_ONE']);
    expect(of(2, ...three, ['RECOVERY', 3])).toEqual(['RECOVERY_NOT_ONE']);
    expect(of(2, ...three, ['DEPUTY', 5], ['RECOVERY', 4])).toEqual(['DEPUTY_WITHOUT_OFFICER']);
    expect(
      arrangementFaults(
        [1, 2, 3, 4].map((position) => ({ keyId: 'k', role: position < 4 ? 'OFFICER' : 'RECOVERY', position })),
        2,
      ),
    ).toEqual(['KEY_TWICE']);
  });
});

describe('a receipt', () => {
  it('is verified by the key that signed it, and not when a letter is another', async () => {
    const [hub, other] = [await makeKeyPair(), await makeKeyPair()];
    const content = {
      format: 'entrepot-receipt/1' as const,
      bid: 'b',
      tender: 't',
      lot: 'l',
      round: 1,
      bidder: 'o',
      seq: 1,
      step: 'SUBMITTED' as const,
      digest: 'd',
      acceptedAt: '2026-11-22T10:00:00.123456Z',
    };
    const signed = await signReceipt(content, hub);
    expect(await verifyReceipt(signed, [other.publicKey, hub.publicKey])).toEqual(content);
    expect(await verifyReceipt(signed, [other.publicKey])).toBeUndefined();
    const [head, , tail] = signed.split('.');
    const body = base64url(utf8(textOf(fromBase64url(signed.split('.')[1]!)).replace('"seq":1', '"seq":2')));
    expect(await verifyReceipt(`${head}.${body}.${tail}`, [hub.publicKey])).toBeUndefined();
    expect(await verifyReceipt('x', [hub.publicKey])).toBeUndefined();
  });
});
