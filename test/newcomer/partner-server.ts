import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A document that reached a partner. */
export interface Arrived {
  path: string;
  contentType: string;
  /** The delivery's own id, the same through every try. */
  messageId: string;
  body: string;
}

/** What a partner answers to a delivery. */
export interface PartnerReply {
  status: number;
  contentType: string;
  body: string;
}

/** ERPs of partners on a free port of loopback: each path is one connection; what arrives is kept. */
export class PartnerServer {
  readonly arrived: Arrived[] = [];
  private readonly replies = new Map<string, (body: string) => PartnerReply>();

  private constructor(private readonly server: Server) {}

  static async start(): Promise<PartnerServer> {
    const server = createServer();
    const partner = new PartnerServer(server);
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const path = request.url ?? '/';
        const body = Buffer.concat(chunks).toString('utf8');
        const messageId = String(request.headers['message-id'] ?? '');
        partner.arrived.push({ path, contentType: String(request.headers['content-type'] ?? ''), messageId, body });
        const reply = partner.replies.get(path)?.(body) ?? { status: 404, contentType: 'text/plain', body: 'nobody here' };
        response.writeHead(reply.status, { 'content-type': reply.contentType }).end(reply.body);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return partner;
  }

  /** Opens a connection; gives its URL. */
  open(path: string, reply: (body: string) => PartnerReply): string {
    this.replies.set(path, reply);
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}${path}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
