import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { benchServer } from './server.js';

/** Requests of one kind to one address: the bodies are sent in turn, `@@` in one becomes another text each time. */
export interface Target {
  url: string;
  headers: Readonly<Record<string, string>>;
  bodies: readonly string[];
  /** Throws when the reply to a body is not a full answer; asked before anything is measured. */
  check(reply: unknown): void;
  /** How many bodies are checked; all of them when absent. */
  checks?: number;
}

const rounds = 5;
const seconds = 5;
const warmSeconds = 2;

/** Answers a second of both sides, by turns as `spells` says. */
export async function alternate(ours: Target, limit: Target, connections: number): Promise<{ ours: number[]; limit: number[] }> {
  const got = await spells(ours, limit, connections);
  return { ours: got.ours.map(({ rate }) => rate), limit: got.limit.map(({ rate }) => rate) };
}

/** Spells of both sides, `rounds` of each in turn; who begins changes with each round, so that a busy machine strikes both. */
export async function spells(ours: Target, limit: Target, connections: number): Promise<{ ours: Spell[]; limit: Spell[] }> {
  const sides = { ours: await prepared(ours), limit: await prepared(limit) };
  const figures = { ours: [] as Spell[], limit: [] as Spell[] };
  for (const side of ['ours', 'limit'] as const) await sides[side](connections, warmSeconds);
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? (['ours', 'limit'] as const) : (['limit', 'ours'] as const);
    for (const side of order) figures[side].push(await sides[side](connections, seconds));
  }
  return figures;
}

/** What one spell of load gave: answers a second, and the time in milliseconds within which 95 of 100 answers came. */
export interface Spell {
  rate: number;
  p95: number;
}

type Shot = (connections: number, forSeconds: number) => Promise<Spell>;

let targets = 0;

async function prepared(target: Target): Promise<Shot> {
  await checkAll(target);
  return loadTool() === 'wrk' ? wrk(target) : autocannon(target);
}

async function checkAll({ url, headers, bodies, check, checks = bodies.length }: Target): Promise<void> {
  for (const body of bodies.slice(0, checks)) {
    const response = await fetch(url, { method: 'POST', headers, body: body.replace('@@', randomUUID()) });
    const text = await response.text();
    if (!response.ok) throw new Error(`${url} answered ${response.status}: ${text.slice(0, 500)}`);
    check(JSON.parse(text));
  }
}

/** wrk when it is installed, else autocannon; `BENCH_LOAD=autocannon` chooses. */
export function loadTool(): 'wrk' | 'autocannon' {
  if (process.env['BENCH_LOAD'] === 'autocannon') return 'autocannon';
  return spawnSync('wrk', ['--version']).error ? 'autocannon' : 'wrk';
}

async function wrk({ url, headers, bodies }: Target): Promise<Shot> {
  const { dir } = await benchServer();
  const [bodyFile, script] = [path.join(dir, `bodies-${++targets}.txt`), path.join(dir, `load-${targets}.lua`)];
  writeFileSync(bodyFile, bodies.join('\n'));
  const marked = bodies[0]?.includes('@@') === true;
  writeFileSync(
    script,
    [
      'local bodies = {}',
      `for line in io.lines(${JSON.stringify(bodyFile)}) do bodies[#bodies + 1] = line end`,
      'wrk.method = "POST"',
      ...Object.entries(headers).map(([name, value]) => `wrk.headers[${JSON.stringify(name)}] = ${JSON.stringify(value)}`),
      'local at, sent, run = 0, 0, tostring(os.time())',
      'request = function()',
      '  at = at % #bodies + 1',
      '  sent = sent + 1',
      `  return wrk.format(nil, nil, nil, ${marked ? '(bodies[at]:gsub("@@", run .. "-" .. sent))' : 'bodies[at]'})`,
      'end',
      'done = function(_, latency) io.write("p95 us: " .. latency:percentile(95) .. "\\n") end',
    ].join('\n'),
  );
  return async (connections, forSeconds) => {
    const said = await output('wrk', ['-t1', '--timeout', '30s', `-c${connections}`, `-d${forSeconds}s`, '-s', script, url]);
    const wrong = /Non-2xx or 3xx responses: (\d+)|Socket errors: (.*)/.exec(said);
    if (wrong) throw new Error(`wrk on ${url}: ${wrong[0]}`);
    const figure = (pattern: RegExp): number => Number(pattern.exec(said)?.[1]);
    return { rate: figure(/Requests\/sec:\s+([\d.]+)/), p95: figure(/p95 us: ([\d.]+)/) / 1000 };
  };
}

function output(file: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.on('data', (chunk) => (said += chunk));
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve(said) : reject(new Error(`${file} ended with ${code}: ${said}`))));
  });
}

interface Autocannon {
  default(
    options: object,
  ): Promise<{ requests: { average: number }; latency: { p97_5: number }; non2xx: number; errors: number }>;
}

async function autocannon({ url, headers, bodies }: Target): Promise<Shot> {
  // @ts-expect-error It comes without types.
  const { default: run } = (await import('autocannon')) as Autocannon;
  return async (connections, forSeconds) => {
    const requests = bodies.map((body) => ({
      ...{ method: 'POST', headers, body },
      ...(body.includes('@@')
        ? { setupRequest: (request: object) => ({ ...request, body: body.replace('@@', randomUUID()) }) }
        : {}),
    }));
    const { requests: rate, latency, non2xx, errors } = await run({ url, connections, duration: forSeconds, requests });
    if (non2xx + errors > 0) throw new Error(`autocannon on ${url}: ${non2xx} refused, ${errors} errors`);
    // It knows no 95th; the 97.5th is the stricter neighbour.
    return { rate: rate.average, p95: latency.p97_5 };
  };
}
