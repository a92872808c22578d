import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { XMLValidator } from 'fast-xml-parser';
import { SaxesParser } from 'saxes';
import type { ProofRow } from '../programme.js';
import { exchangeDoor } from './door.js';
import { doorFaults, type Seen, seenOf } from './door-checker.js';
import type { XmlCase } from './suite.js';

/** Says whether a text is well-formed, wrongly. */
type Gate = (text: string) => boolean;

/** Doors that let in what others have let in: parsers that were never meant to judge, and none. */
const faulty: Readonly<Record<string, Gate>> = {
  'the validator of fast-xml-parser': (text) => XMLValidator.validate(text) === true,
  'a parser without namespaces': (text) => passes(text, false),
  'a door that looks at brackets only': (text) => /^\s*<[\s\S]*>\s*$/.test(text),
  'a door that refuses everything': () => false,
  'a door that takes everything': () => true,
};

function passes(text: string, xmlns: boolean): boolean {
  let sound = true;
  const parser = new SaxesParser({ xmlns });
  parser.on('error', () => {
    sound = false;
  });
  try {
    parser.write(text).close();
  } catch {
    return false;
  }
  return sound;
}

/** Each faulty door, as a server that speaks like the hub, must be called broken by the account of the own cases. */
export async function faultyDoors(cases: readonly XmlCase[]): Promise<ProofRow> {
  const missed: string[] = [];
  for (const [name, gate] of Object.entries(faulty)) {
    const seen = await behind(gate, cases);
    if (doorFaults({ cases: seen, bombs: [] }).length === 0) missed.push(name);
  }
  const all = Object.keys(faulty).length;
  return {
    promise: 'faulty doors that the own cases tell from an honest one',
    figure: [`${all - missed.length} of ${all}`, ...missed.map((name) => `missed: ${name}`)].join('; '),
    wanted: `${all} of ${all}`,
    ok: missed.length === 0,
  };
}

async function behind(gate: Gate, cases: readonly XmlCase[]): Promise<Seen[]> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const problem = gate(Buffer.concat(chunks).toString('utf8'))
      ? { code: 'FORMAT_UNKNOWN', message: 'This is XML.', severity: 'error' }
      : { code: 'XML_NOT_WELL_FORMED', message: '', severity: 'error' };
    response.writeHead(422, { 'content-type': 'application/json' }).end(JSON.stringify({ problems: [problem] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const door = exchangeDoor(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, 'none');
    const seen: Seen[] = [];
    for (const one of cases) seen.push(seenOf(one, await door.send(one.bytes)));
    return seen;
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
