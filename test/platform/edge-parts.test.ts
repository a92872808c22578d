import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  isPublicAddress,
  LocalFileStore,
  loadSecretKeys,
  makeLogger,
  OutboundClient,
  OutboundError,
  rotateSecretKeys,
  SecretBox,
} from '#libs/platform';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parts-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the way out', () => {
  let server: Server;
  let port: number;
  let asked = 0;
  beforeAll(async () => {
    server = createServer((request, response) => {
      asked += 1;
      if (request.url === '/redirect') response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data' }).end();
      else if (request.url === '/large') response.end(Buffer.alloc(3_000_000));
      else if (request.url === '/slow') response.write('x');
      else request.pipe(response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const refusedBy = async (client: OutboundClient, url: string, more = {}) => {
    try {
      await client.send({ url, plainHttp: true, timeoutMs: 20_000, ...more });
      return 'sent';
    } catch (error) {
      return error instanceof OutboundError ? error.code : error;
    }
  };

  it('opens no connection to what is not the public internet, however it is spelt', async () => {
    const hosts = [
      ...[
        '127.0.0.1',
        '127.1',
        '0',
        '0.0.0.0',
        '2130706433',
        '0x7f000001',
        '0x7f.1',
        '0177.0.0.1',
        '017700000001',
        '127.0.0.1.',
        '127.000.000.001',
      ],
      ...[
        '10.0.0.1',
        '10.255.255.255',
        '172.16.0.1',
        '172.31.255.255',
        '192.168.0.1',
        '192.168.1.254',
        '167772161',
        '0xa000001',
        '3232235521',
      ],
      ...['100.64.0.1', '100.127.255.255', '169.254.169.254', '169.254.0.1', '2852039166', '0xa9fea9fe', '0251.0376.0251.0376'],
      ...[
        '192.0.0.1',
        '192.0.2.1',
        '192.88.99.1',
        '198.18.0.1',
        '198.19.255.255',
        '198.51.100.1',
        '203.0.113.1',
        '224.0.0.1',
        '239.255.255.255',
        '240.0.0.1',
        '255.255.255.255',
      ],
      ...[
        '[::]',
        '[::1]',
        '[0:0:0:0:0:0:0:1]',
        '[::ffff:127.0.0.1]',
        '[::ffff:7f00:1]',
        '[::ffff:10.0.0.1]',
        '[::ffff:169.254.169.254]',
        '[::ffff:8.8.8.8]',
        '[::127.0.0.1]',
      ],
      ...[
        '[64:ff9b::7f00:1]',
        '[64:ff9b::a9fe:a9fe]',
        '[64:ff9b:1::1]',
        '[fc00::1]',
        '[fd00:ec2::254]',
        '[fdff::1]',
        '[fe80::1]',
        '[fec0::1]',
        '[ff02::1]',
        '[100::1]',
      ],
      ...[
        '[2001::1]',
        '[2001:db8::1]',
        '[2001:10::1]',
        '[2001:20::1]',
        '[2002:7f00:1::]',
        '[2002:a9fe:a9fe::]',
        '[3fff::1]',
        '[4000::1]',
      ],
      ...['localhost', 'LOCALHOST', 'localhost.', '①②⑦.⓪.⓪.①', '127。0。0。1', '１２７.0.0.1'],
    ];
    const client = new OutboundClient();
    const before = asked;
    const codes = await Promise.all(hosts.map((host) => refusedBy(client, `http://${host}:8080/`)));
    expect(hosts.map((host, i) => `${host} ${codes[i]}`).filter((line) => !line.endsWith(' ADDRESS_REFUSED'))).toEqual([]);
    expect([hosts.length, asked - before]).toEqual([71, 0]);
  });

  it('refuses schemes, credentials, ports and plain http that nobody allowed', async () => {
    const client = new OutboundClient();
    const urls = [
      'ftp://example.com/',
      'file:///etc/passwd',
      'gopher://x/',
      'javascript:1',
      'not an address',
      'https://user:pass@example.com/',
    ];
    expect(await Promise.all(urls.map((url) => refusedBy(client, url)))).toEqual(urls.map(() => 'URL_REFUSED'));
    expect(await refusedBy(client, 'http://example.com/', { plainHttp: false })).toBe('URL_REFUSED');
    const ports = [22, 25, 53, 5432, 6379, 9200, 2375];
    expect(await Promise.all(ports.map((one) => refusedBy(client, `https://example.com:${one}/`)))).toEqual(
      ports.map(() => 'PORT_REFUSED'),
    );
  });

  it('refuses a name when any of its addresses is private, and connects to the address it checked, not to a second answer', async () => {
    const mixed = new OutboundClient([], async () => [
      { address: '93.184.216.34', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ]);
    expect(await refusedBy(mixed, 'https://partner.example/')).toBe('ADDRESS_REFUSED');
    let answers = 0;
    const flipping = new OutboundClient([`partner.example:${port}`], async () => {
      answers += 1;
      return [{ address: answers === 1 ? '127.0.0.1' : '127.0.0.2', family: 4 }];
    });
    const before = asked;
    const reply = await flipping.send({ url: `http://partner.example:${port}/echo`, plainHttp: true, body: Buffer.from('a') });
    expect([reply.status, answers, asked - before]).toEqual([200, 1, 1]);
  });

  it('lets in the house only whom the configuration names, follows no redirect, and bounds time and size', async () => {
    const client = new OutboundClient([`127.0.0.1:${port}`]);
    const reply = await client.send({ url: `http://127.0.0.1:${port}/echo`, plainHttp: true, body: Buffer.from('order') });
    expect([reply.status, reply.body.toString()]).toEqual([200, 'order']);
    const redirected = await client.send({ url: `http://127.0.0.1:${port}/redirect`, plainHttp: true });
    expect([redirected.status, redirected.headers['location']]).toEqual([302, 'http://169.254.169.254/latest/meta-data']);
    expect(await refusedBy(client, `http://127.0.0.1:${port}/large`)).toBe('REPLY_TOO_LARGE');
    expect(await refusedBy(client, `http://127.0.0.1:${port}/slow`, { timeoutMs: 200 })).toBe('TIMEOUT');
    expect(await refusedBy(client, `http://127.0.0.1:${port + 1}/`)).toBe('PORT_REFUSED');
  });

  it('knows public addresses', () => {
    expect(['8.8.8.8', '93.184.216.34', '2606:4700::1111', '2a00:1450::1'].map(isPublicAddress)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(['fe80::1%eth0', '', 'example.com', '1.2.3'].map(isPublicAddress)).toEqual([false, false, false, false]);
  });
});

describe('sealed secrets', () => {
  it('open for their purpose alone, unchanged alone, and through one rotation', async () => {
    const file = path.join(folder, 'keys/secret.json');
    const first = new SecretBox(loadSecretKeys(file));
    const sealed = first.seal('pa55 wörd', 'profile:1');
    expect(sealed).not.toContain('pa55');
    expect(first.seal('pa55 wörd', 'profile:1')).not.toBe(sealed);
    expect(first.open(sealed, 'profile:1')).toBe('pa55 wörd');
    expect(() => first.open(sealed, 'profile:2')).toThrow();
    for (const at of [5, 14, sealed.length - 3]) {
      const changed = `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`;
      expect(() => first.open(changed, 'profile:1')).toThrow();
    }
    expect(() => first.open('s1.00000000.AAAA', 'profile:1')).toThrow();

    rotateSecretKeys(file);
    const second = new SecretBox(loadSecretKeys(file));
    expect([second.open(sealed, 'profile:1'), second.isOutdated(sealed)]).toEqual(['pa55 wörd', true]);
    const again = second.seal('pa55 wörd', 'profile:1');
    expect(second.isOutdated(again)).toBe(false);
    rotateSecretKeys(file);
    const third = new SecretBox(loadSecretKeys(file));
    expect(third.open(again, 'profile:1')).toBe('pa55 wörd');
    expect(() => third.open(sealed, 'profile:1')).toThrow('key is unknown');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });
});

describe('the file store', () => {
  const bytes = (text: string) => Readable.from([Buffer.from(text)], { objectMode: false });

  it('names files by their content, keeps equal ones once, for the owner alone', async () => {
    const store = new LocalFileStore(path.join(folder, 'files'));
    const stored = await store.put(Buffer.from('order'));
    const sha256 = createHash('sha256').update('order').digest('hex');
    expect(stored).toEqual({ sha256, size: 5 });
    const waiting = await store.receive(bytes('order'), { bytesMax: 10 });
    expect(await store.open(waiting.id)).toBeUndefined();
    expect((await buffer((await store.openQuarantined(waiting.id)) as Readable)).toString()).toBe('order');
    expect(await store.accept(waiting)).toEqual(stored);
    expect(await readdir(path.join(folder, 'files/quarantine'))).toEqual([]);
    expect(await readdir(path.join(folder, 'files/store'))).toEqual([sha256.slice(0, 2)]);
    expect((await buffer((await store.open(sha256)) as Readable)).toString()).toBe('order');
    const file = await stat(path.join(folder, 'files/store', sha256.slice(0, 2), sha256));
    const dir = await stat(path.join(folder, 'files/store'));
    expect([file.mode & 0o777, dir.mode & 0o777]).toEqual([0o600, 0o700]);
  });

  it('makes no path of a name it was given', async () => {
    const store = new LocalFileStore(path.join(folder, 'files'));
    const names = [
      '../keys/secret.json',
      '..%2f..',
      '/etc/passwd',
      `${'a'.repeat(63)}/`,
      `${'A'.repeat(64)}`,
      `${'a'.repeat(64)}\0`,
      '',
    ];
    expect(await Promise.all(names.map((name) => store.open(name)))).toEqual(names.map(() => undefined));
    expect(await Promise.all(names.map((name) => store.openQuarantined(name)))).toEqual(names.map(() => undefined));
    for (const id of names) await expect(store.discard({ id })).rejects.toThrow('not a name');
    await expect(store.accept({ id: '../x', sha256: 'a'.repeat(64), size: 1, kind: 'text' })).rejects.toThrow('not a name');
  });

  it('leaves nothing behind of what is too large, empty, of another kind, or broke off', async () => {
    const store = new LocalFileStore(path.join(folder, 'files'));
    const zip = Readable.from([Buffer.from('504b030414', 'hex')], { objectMode: false });
    await expect(store.receive(bytes('x'.repeat(11)), { bytesMax: 10 })).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' });
    await expect(store.receive(bytes(''), { bytesMax: 10 })).rejects.toMatchObject({ code: 'FILE_EMPTY' });
    await expect(store.receive(zip, { bytesMax: 10, kinds: ['text', 'xml'] })).rejects.toMatchObject({
      code: 'FILE_KIND_REFUSED',
    });
    let halves = 0;
    const cut = new Readable({
      read() {
        halves += 1;
        if (halves === 1) this.push('half');
        else this.destroy();
      },
    });
    await expect(store.receive(cut, { bytesMax: 10 })).rejects.toMatchObject({ code: 'FILE_CUT' });
    expect(await readdir(path.join(folder, 'files/quarantine'))).toEqual([]);
  });

  it('goes by bytes when it says what a file is', async () => {
    const store = new LocalFileStore(path.join(folder, 'files'));
    const kindOf = async (content: Buffer) =>
      (await store.receive(Readable.from([content], { objectMode: false }), { bytesMax: 100 })).kind;
    const utf16 = Buffer.from('\ufeff<Order/>', 'utf16le');
    expect(await kindOf(Buffer.from('<?xml version="1.0"?><a/>'))).toBe('xml');
    expect(await kindOf(Buffer.from('\ufeff<a/>'))).toBe('xml');
    expect(await kindOf(utf16)).toBe('xml');
    expect(await kindOf(Buffer.from('ISA*00*\x1d\x1f~'))).toBe('text');
    expect(await kindOf(Buffer.from('part;prix é\n', 'latin1'))).toBe('text');
    expect(await kindOf(Buffer.from('%PDF-1.7'))).toBe('pdf');
    expect(await kindOf(Buffer.from([0, 1, 2, 3]))).toBe('binary');
  });
});

describe('the log', () => {
  it('holds no secret, wherever one stands', () => {
    const lines: string[] = [];
    const logger = makeLogger({ level: 'trace', destination: { write: (line) => void lines.push(line) } });
    const secrets = [
      'ek_Abcd1234_0123456789012345678901234567890123456789abc',
      'eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl',
      'hunter2hunter2',
    ];
    const [key, token, word] = secrets;
    logger.info({ headers: { authorization: `Bearer ${token}`, cookie: `entrepot_refresh=${word}` } }, 'request');
    logger.info(
      { input: { email: 'a@b.example', password: word, newPassword: word, nested: [{ apiKey: key, clientSecret: word }] } },
      `signed in with ${key}`,
    );
    logger.error(
      { error: Object.assign(new Error(`connect postgres://app:${word}@db/x`), { parameters: [word], query: 'select 1' }) },
      'failed',
    );
    logger.warn({ document: `<Sender><SharedSecret>${word}</SharedSecret></Sender>` }, 'refused');
    logger.warn({ error: new Error('outer', { cause: new Error(`Bearer ${token}`) }) }, 'failed');
    logger.info({ a: { b: { c: { d: { e: { f: { password: word } } } } } } }, 'deep');
    logger.info('%s', `Basic ${Buffer.from(`a:${word}`).toString('base64')}`);
    expect(lines).toHaveLength(7);
    for (const secret of [...secrets, Buffer.from(`a:${word}`).toString('base64')])
      expect(lines.filter((line) => line.includes(secret))).toEqual([]);
  });

  it('has one line a line, whatever users wrote', () => {
    const lines: string[] = [];
    const logger = makeLogger({ level: 'info', destination: { write: (line) => void lines.push(line) } });
    logger.info({ name: 'a\n{"level":"fatal","msg":"forged"}' }, 'b\r\n{"level":"fatal"}');
    expect(lines.join('').trimEnd().split('\n')).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'info' });
  });
});
