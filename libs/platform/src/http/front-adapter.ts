import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { ExpressAdapter } from '@nestjs/platform-express';

/** Milliseconds until the headers of a request must be there. */
const headersTimeoutMs = 15_000;
/** Milliseconds for a whole request: an upload of a gigabyte on a slow line. JSON bodies have 20 s of their own. */
const requestTimeoutMs = 3_600_000;
/** Milliseconds an idle connection is kept; above the 60 s of usual balancers, so that they close first. */
const keepAliveMs = 65_000;

/** Nest's Express adapter whose server asks the front door first. */
export class FrontAdapter extends ExpressAdapter {
  private front?: (request: IncomingMessage, response: ServerResponse) => void;

  /** Puts the door in front; until then every request is answered 503. */
  place(front: (request: IncomingMessage, response: ServerResponse) => void): void {
    this.front = front;
  }

  override initHttpServer(): void {
    const server = createServer(
      { headersTimeout: headersTimeoutMs, requestTimeout: requestTimeoutMs, maxHeaderSize: 16_384 },
      (request, response) => {
        if (this.front) this.front(request, response);
        else response.writeHead(503, { 'retry-after': '1' }).end();
      },
    );
    server.keepAliveTimeout = keepAliveMs;
    this.httpServer = server;
  }
}
