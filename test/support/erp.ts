import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** How an ERP behaves. `slow` answers after `delayMs`, `drip` a byte at a time for ever, `stale` tells the truth of long ago, `dead` hangs up. */
export type ErpMood = 'well' | 'slow' | 'error' | 'garbage' | 'stale' | 'ahead' | 'drip' | 'huge' | 'dead' | 'redirect' | 'mute';

/** A partner's ERP on loopback that can be told how to behave: the far end of the line, everything before it is real. */
export interface SimulatedErp {
  readonly url: string;
  /** `host:port` for ENTREPOT_OUTBOUND_ALLOW. */
  readonly host: string;
  mood: ErpMood;
  delayMs: number;
  /** What is on the shelf, by part and place; 7 at MAIN for every other part. */
  readonly shelf: Map<string, Record<string, string>>;
  /** Questions so far, how many are under way, and how many were so at once at most. */
  readonly seen: { calls: number; underWay: number; atOnceMax: number; headers: IncomingMessage['headers'][]; bodies: string[] };
  close(): Promise<void>;
}

/** How old the figures of a stale ERP are. */
export const staleMs = 3 * 86_400_000;

export async function startErp(): Promise<SimulatedErp> {
  const seen: SimulatedErp['seen'] = { calls: 0, underWay: 0, atOnceMax: 0, headers: [], bodies: [] };
  const server = createServer((request, response) => {
    seen.calls += 1;
    seen.underWay += 1;
    seen.atOnceMax = Math.max(seen.atOnceMax, seen.underWay);
    response.once('close', () => {
      seen.underWay -= 1;
    });
    seen.headers.push(request.headers);
    void bodyOf(request).then(
      (body) => {
        seen.bodies.push(body);
        return behave(erp, body, response);
      },
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const erp: SimulatedErp = {
    url: `http://127.0.0.1:${port}/stock`,
    host: `127.0.0.1:${port}`,
    mood: 'well',
    delayMs: 0,
    shelf: new Map(),
    seen,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return erp;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return String(Buffer.concat(chunks));
}

async function behave(erp: SimulatedErp, body: string, response: ServerResponse): Promise<void> {
  const { mood } = erp;
  if (erp.delayMs > 0) await sleep(erp.delayMs, undefined, { ref: false });
  if (mood === 'dead') return void response.destroy();
  if (mood === 'mute') return;
  if (mood === 'error') return void response.writeHead(500).end('{"lines":[]}');
  if (mood === 'redirect') return void response.writeHead(302, { location: erp.url }).end();
  response.setHeader('content-type', 'application/json');
  if (mood === 'garbage') return void response.end('<html>Session expired</html>');
  if (mood === 'huge') return void response.end(`{"lines":[${'{"part":"x","quantity":"1"},'.repeat(60_000)}{}]}`);
  const age = mood === 'stale' ? staleMs : mood === 'ahead' ? -3_600_000 : 0;
  const asOf = new Date(Date.now() - age).toISOString();
  const { lines } = JSON.parse(body) as { lines: { part: string }[] };
  const told = lines.flatMap(({ part }) =>
    Object.entries(erp.shelf.get(part) ?? { MAIN: '7' }).map(([location, quantity]) => ({ part, location, quantity, asOf })),
  );
  const text = JSON.stringify({ lines: told });
  if (mood !== 'drip') return void response.end(text);
  for (const letter of text) {
    if (response.destroyed) return;
    response.write(letter);
    await sleep(50);
  }
  response.end();
}
