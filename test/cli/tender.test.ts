import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { UserActor } from '#libs/platform';
import { publishTender, type Tender } from '#libs/tendering';
import { rooms } from '../../apps/hub/src/hub.module.js';
import { createApiKey } from '../../libs/organizations/src/api-key/create-api-key.js';
import { success } from '../factories/order.factory.js';
import { expectOk, makeMember, makeOrganization } from '../factories/organization.factory.js';
import { type Committee, passedSealed } from '../factories/sealing.factory.js';
import { asSeenBy, bidsSeenBy, drafted, linesSeenBy, type TenderWorld } from '../factories/tender.factory.js';
import { startTestHub, type TestHub } from '../support/hub.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const binary = path.join(root, 'dist/apps/cli/src/main.js');
const password = 'four friendly ferrets';
const passphrase = 'five quiet badgers';

/** Each step is a process of its own, and on a busy machine they take their time. */
jest.setTimeout(400_000);

let hub: TestHub;
let folder: string;
let buyer: UserActor;
let supplier: UserActor;
let key: string;
beforeAll(async () => {
  if (!existsSync(binary)) throw new Error('The program is not built: node .config/build.mjs --server.');
  hub = await startTestHub({ rooms: rooms.slice(1), ownActors: true });
  folder = await mkdtemp(path.join(os.tmpdir(), 'entrepot-tender-'));
  const org = await makeOrganization(hub.db, { roles: ['BUYER'] });
  const people: UserActor[] = [];
  for (const name of ['ann', 'ben', 'cid']) people.push(await makeMember(hub.db, org, { email: `${name}@cli.test`, password }));
  buyer = people[0]!;
  supplier = await makeMember(hub.db, await makeOrganization(hub.db, { roles: ['SUPPLIER'] }));
  const scopes = ['tender:read', 'bid:submit'];
  key = expectOk(await hub.db.unitOfWork.run(supplier, (work) => createApiKey(work, { name: 'bids', scopes }))).secret;
});
afterAll(async () => {
  await hub.close();
  await rm(folder, { recursive: true, force: true });
});

const at = (name: string): string => path.join(folder, name);

/** The real program in a process of its own; gives its exit code and what it said. */
function entrepot(...args: readonly string[]): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [binary, 'tender', ...args], {
      env: {
        PATH: process.env['PATH'] ?? '',
        ENTREPOT_HUB: hub.url,
        ENTREPOT_KEY: key,
        ENTREPOT_PASSWORD: password,
        ENTREPOT_PASSPHRASE: passphrase,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += String(chunk)));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, said }));
  });
}
const done = async (...args: readonly string[]): Promise<string> => {
  const { code, said } = await entrepot(...args);
  if (code !== 0) throw new Error(`${args[0]} left with ${code}: ${said}`);
  return said;
};
const found = (said: string, shape: RegExp): string => shape.exec(said)?.[1] ?? '';
const fingerprintShape = /((?:[0-9a-f]{4} ){7}[0-9a-f]{4})/;

async function keyOf(name: string, ...more: string[]): Promise<string> {
  const email = `${more.includes('--recovery') ? 'ann' : name}@cli.test`;
  return found(
    await done('keys', name, '--out', at(`${name}.key`), '--register', '--email', email, ...more),
    /Registered as (\S+)/,
  );
}

describe('entrepot tender', () => {
  let tender: Tender;

  it('makes keys, arranges a draft and rehearses it', async () => {
    const keys = [await keyOf('ann'), await keyOf('ben'), await keyOf('cid')];
    const recovery = await keyOf('notary', '--recovery');
    expect((await stat(at('ann.key'))).mode & 0o777).toBe(0o600);
    expect(await entrepot('keys', 'ann', '--out', at('ann.key'))).toMatchObject({
      code: 3,
      said: expect.stringContaining('is there already'),
    });
    tender = await drafted(hub.db, { buyer } as TenderWorld, { confidentiality: 'SEALED', procedure: 'OPEN' });
    const officers = keys.flatMap((one) => ['--officer', one]);
    expect(
      await entrepot('arrange', tender.id, '--threshold', '3', ...officers, '--recovery', recovery, '--email', 'ann@cli.test'),
    ).toMatchObject({
      code: 2,
      said: expect.stringContaining('TOO_FEW_OFFICERS'),
    });
    await done('arrange', tender.id, '--threshold', '2', ...officers, '--recovery', recovery, '--email', 'ann@cli.test');
    const opened = await done('session', tender.id, '--kind', 'rehearsal', '--out', at('rehearsal'), '--email', 'ann@cli.test');
    const [id, print] = [found(opened, /Session (\S+)\./), found(opened, fingerprintShape)];
    const wrong = await entrepot(
      'hand-in',
      id,
      '--key-file',
      at('ben.key'),
      '--fingerprint',
      'dead beef',
      '--email',
      'ben@cli.test',
    );
    expect(wrong).toMatchObject({ code: 1, said: expect.stringContaining('another key than you were told') });
    for (const name of ['ann', 'ben', 'cid'])
      await done('hand-in', id, '--key-file', at(`${name}.key`), '--fingerprint', print, '--email', `${name}@cli.test`);
    expect((await entrepot('rehearse', '--session', at('rehearsal'), '--email', 'ann@cli.test')).code).toBe(4);
    await done('hand-in', id, '--key-file', at('notary.key'), '--fingerprint', print, '--email', 'ann@cli.test');
    await done('rehearse', '--session', at('rehearsal'), '--email', 'ann@cli.test');
    const { edits } = await asSeenBy(hub.db, buyer, tender.id);
    const step = { tenderId: tender.id, expectedVersion: edits };
    tender = success(await hub.db.unitOfWork.run(buyer, (work) => publishTender(work, step, hub.services.secrets)));
  });

  it('seals a bid, sends it and verifies its receipt', async () => {
    const lines = await linesSeenBy(hub.db, supplier, tender);
    const bid = {
      currency: 'USD',
      deliveryTerm: 'DAP',
      paymentDays: 30,
      lines: lines.map(({ id }) => ({ lineId: id, price: { amount: '739142.55', unit: 'EA' } })),
    };
    await writeFile(at('bid.json'), JSON.stringify(bid));
    await writeFile(at('bad.json'), JSON.stringify({ ...bid, paymentDays: -1 }));
    const files = ['--out', at('sealed.json'), '--keep', at('kept.json')];
    expect(await entrepot('seal', tender.id, '--bid', at('bad.json'), ...files)).toMatchObject({
      code: 1,
      said: expect.stringContaining('paymentDays'),
    });
    expect((await entrepot('seal', tender.id, '--bid', at('bid.json'), ...files, '--officers-key', 'other')).code).toBe(1);
    await done('seal', tender.id, '--bid', at('bid.json'), ...files, '--submit', '--receipt', at('receipt.jws'));
    expect(await readFile(at('sealed.json'), 'utf8')).not.toContain('739142');
    const { data } = await hub.ask('{ receiptKey }');
    const verify = (...more: string[]) => entrepot('verify', at('receipt.jws'), '--key', data.receiptKey, ...more);
    const checked = await verify('--sealed', at('sealed.json'), '--kept', at('kept.json'));
    expect(checked).toMatchObject({ code: 0, said: expect.stringContaining('739142.55') });
    const sealed = JSON.parse(await readFile(at('sealed.json'), 'utf8'));
    await writeFile(at('portal.json'), JSON.stringify({ ...sealed, kept: JSON.parse(await readFile(at('kept.json'), 'utf8')) }));
    expect(await verify('--sealed', at('portal.json'), '--kept', at('portal.json'))).toEqual(checked);
    await writeFile(at('other.json'), JSON.stringify({ ...sealed, envelopes: [{ envelope: 'WHOLE', sealed: 'x' }] }));
    expect(await verify('--sealed', at('other.json'))).toMatchObject({ code: 1, said: expect.stringContaining('other bytes') });
    const officerKey = JSON.parse(await readFile(at('ann.key'), 'utf8')).publicKey;
    expect((await entrepot('verify', at('receipt.jws'), '--key', officerKey)).code).toBe(1);
  });

  it('opens it after the deadline with two shares, and not before', async () => {
    const early = await entrepot('session', tender.id, '--kind', 'opening', '--out', at('early'), '--email', 'ben@cli.test');
    expect(early).toMatchObject({ code: 4, said: expect.stringContaining('not closed yet') });
    await passedSealed(hub.db, tender, { seals: hub.services.secrets } as Committee);
    const opened = await done('session', tender.id, '--kind', 'opening', '--out', at('opening'), '--email', 'ben@cli.test');
    const [id, print] = [found(opened, /Session (\S+)\./), found(opened, fingerprintShape)];
    const hand = (name: string) =>
      done('hand-in', id, '--key-file', at(`${name}.key`), '--fingerprint', print, '--email', `${name}@cli.test`);
    await hand('ben');
    expect(await entrepot('open', '--session', at('opening'), '--email', 'ben@cli.test')).toMatchObject({
      code: 4,
      said: expect.stringContaining('not enough'),
    });
    await hand('cid');
    expect(await done('open', '--session', at('opening'), '--email', 'ben@cli.test')).toContain('OPENED');
    const [seen] = await bidsSeenBy(hub.db, buyer, tender);
    expect(seen?.content?.lines.map(({ price }) => price.amount)).toEqual(['739142.55', '739142.55']);
  });
});
