import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import type { Result } from '#libs/kernel';
import { type Actor, MailRoom, onceByKey, sendMail, startWorker, Throttle, type Work } from '#libs/platform';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { until as waited } from '../support/until.js';

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

const actorOf = (orgId: string = randomUUID()): Actor => ({
  ...{ kind: 'user', orgId, userId: randomUUID(), memberId: randomUUID(), sessionId: randomUUID() },
  ...{ permissions: new Set<string>(), roles: [] },
});

describe('once by key', () => {
  let done = 0;
  const order = (
    work: Work,
    key: string,
    request: unknown,
    outcome: Result<{ id: string }, { code: 'No'; path: string[] }> | 'throw' = { ok: true, value: { id: key } },
  ) =>
    onceByKey(work, { operation: 'placeOrder', key, request }, async () => {
      done += 1;
      await sleep(20);
      if (outcome === 'throw') throw new Error('fell over');
      return outcome;
    });

  it('does a thing once for a hundred twins at the same time and gives all of them one reply', async () => {
    const actor = actorOf();
    done = 0;
    const replies = await Promise.all(
      Array.from({ length: 100 }, () => db.unitOfWork.run(actor, (work) => order(work, 'k1', { a: 1, b: [2] }))),
    );
    expect(done).toBe(1);
    expect(replies).toEqual(Array.from({ length: 100 }, () => ({ ok: true, value: { id: 'k1' } })));
  });

  it('knows the same request however its keys are ordered, and refuses another one', async () => {
    const actor = actorOf();
    done = 0;
    await db.unitOfWork.run(actor, (work) => order(work, 'k2', { a: 1, b: { c: 2, d: 3 } }));
    expect(await db.unitOfWork.run(actor, (work) => order(work, 'k2', { b: { d: 3, c: 2 }, a: 1 }))).toEqual({
      ok: true,
      value: { id: 'k2' },
    });
    const other = await db.unitOfWork.run(actor, (work) => order(work, 'k2', { a: 2 }));
    expect(other).toEqual({ ok: false, errors: [{ code: 'IdempotencyMismatch', path: ['idempotencyKey'] }] });
    expect(done).toBe(1);
  });

  it('keeps organisations, actors and operations apart', async () => {
    const actor = actorOf();
    const colleague = actorOf(actor.orgId);
    done = 0;
    for (const who of [actor, colleague, actorOf()]) await db.unitOfWork.run(who, (work) => order(work, 'k3', {}));
    await db.unitOfWork.run(actor, (work) =>
      onceByKey(work, { operation: 'cancelOrder', key: 'k3', request: {} }, async () => ({ ok: true, value: ++done })),
    );
    expect(done).toBe(4);
  });

  it('frees the key when the thing was refused or failed', async () => {
    const actor = actorOf();
    done = 0;
    const refused = { ok: false as const, errors: [{ code: 'No' as const, path: [] }] };
    expect(await db.unitOfWork.run(actor, (work) => order(work, 'k4', {}, refused))).toEqual(refused);
    await expect(db.unitOfWork.run(actor, (work) => order(work, 'k4', {}, 'throw'))).rejects.toThrow('fell over');
    expect(await db.unitOfWork.run(actor, (work) => order(work, 'k4', {}))).toEqual({ ok: true, value: { id: 'k4' } });
    expect(done).toBe(3);
  });

  it('takes keys of 1 to 255 characters', async () => {
    for (const key of ['', 'x'.repeat(256)])
      await expect(db.unitOfWork.run(actorOf(), (work) => order(work, key, {}))).rejects.toThrow('idempotencyKey');
  });
});

describe('mail', () => {
  interface Row {
    state: string;
    attempts: number;
    error: string | null;
  }
  const stateOf = (subject: string) =>
    db.admin<Row>('select state, attempts, error from platform.mail where subject = $1', [subject]);
  const until = async (subject: string, state: string) => {
    await waited(async () => (await stateOf(subject))[0]?.state === state);
  };
  const working = async (room: MailRoom, body: () => Promise<void>) => {
    const worker = await startWorker({ jobsUrl: db.jobsUrl, unitOfWork: db.unitOfWork, tasks: [room.task] });
    try {
      await body();
    } finally {
      await worker.stop();
      room.close();
    }
  };

  it('leaves with the work that wrote it, or not at all', async () => {
    const got: string[] = [];
    const server = new SMTPServer({
      ...{ authOptional: true, disabledCommands: ['STARTTLS'], logger: false },
      onData(stream, _session, done) {
        const chunks: Buffer[] = [];
        stream
          .on('data', (chunk: Buffer) => chunks.push(chunk))
          .on('end', () => {
            got.push(Buffer.concat(chunks).toString());
            done();
          });
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.server.address() as { port: number };
    const room = new MailRoom({ smtpUrl: `smtp://127.0.0.1:${port}`, from: 'Hub <hub@entrepot.example>' });
    await working(room, async () => {
      await db.unitOfWork.run(actorOf(), (work) =>
        sendMail(work, { to: 'a@b.example', subject: 'sent', text: 'Hello', html: '<p>Hello</p>' }),
      );
      await db.unitOfWork.guest((work) => sendMail(work, { to: 'a@b.example', subject: 'sent to a guest', text: 'Reset' }));
      await expect(
        db.unitOfWork.run(actorOf(), async (work) => {
          await sendMail(work, { to: 'a@b.example', subject: 'never', text: 'x' });
          throw new Error('rolled back');
        }),
      ).rejects.toThrow('rolled back');
      await until('sent', 'SENT');
      await until('sent to a guest', 'SENT');
    });
    await new Promise<void>((resolve) => server.close(resolve));
    expect(got).toHaveLength(2);
    expect(
      got.filter(
        (mail) =>
          /^From: Hub <hub@entrepot\.example>\r$/m.test(mail) && /^Message-ID: <[0-9a-f-]{36}@entrepot\.example>\r$/m.test(mail),
      ),
    ).toHaveLength(2);
    expect(await stateOf('never')).toEqual([]);
  });

  it('stays in the outbox without a mail server, and says what went wrong with a bad one', async () => {
    await working(new MailRoom({ from: 'hub@entrepot.example' }), async () => {
      await db.unitOfWork.run(actorOf(), (work) => sendMail(work, { to: 'a@b.example', subject: 'kept', text: 'x' }));
      await until('kept', 'KEPT');
    });
    await working(new MailRoom({ smtpUrl: 'smtp://user:hunter2@127.0.0.1:1', from: 'hub@entrepot.example' }), async () => {
      await db.unitOfWork.run(actorOf(), (work) => sendMail(work, { to: 'a@b.example', subject: 'failing', text: 'x' }));
      await until('failing', 'FAILED');
    });
    expect((await stateOf('failing'))[0]?.error).toBe('ESOCKET');
  });

  it('takes one address and one line of subject', async () => {
    const bad = [
      { to: 'a@b.example, c@d.example', subject: 's' },
      { to: 'a@b.example\r\nBcc: c@d.example', subject: 's' },
      { to: 'nobody', subject: 's' },
      { to: 'a@b.example', subject: 's\r\nBcc: c@d.example' },
    ];
    for (const mail of bad)
      await expect(db.unitOfWork.run(actorOf(), (work) => sendMail(work, { ...mail, text: 'x' }))).rejects.toThrow('bad input');
  });
});

describe('throttle', () => {
  it('counts over processes together, exactly, and gives points back', async () => {
    const [one, two] = [new Throttle(db.jobsUrl), new Throttle(db.jobsUrl)];
    const rule = { name: 'sign-in', points: 10, seconds: 900 };
    const tries = await Promise.all(Array.from({ length: 40 }, (_, i) => (i % 2 ? one : two).take(rule, 'a@b.example')));
    expect(tries.filter((wait) => wait === undefined)).toHaveLength(10);
    expect(tries.filter((wait) => wait !== undefined && wait > 600 && wait <= 900)).toHaveLength(30);
    expect(await two.take(rule, 'other@b.example')).toBeUndefined();
    await one.clear(rule, 'a@b.example');
    expect(await two.take(rule, 'a@b.example')).toBeUndefined();
    const keys = await db.admin<{ key: string }>('select key from platform.throttle');
    expect(keys.filter(({ key }) => key.includes('@'))).toEqual([]);
    await Promise.all([one.close(), two.close()]);
  });
});
