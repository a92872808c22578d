import { createHash } from 'node:crypto';
import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { packRecord, packReleases } from '#libs/documents';
import {
  contextOfRequest,
  Handles,
  HttpRefusal,
  Input,
  NotFound,
  PublicAddress,
  type RouteInput,
  route,
  Throttle,
  type ThrottleRule,
  UnitOfWork,
} from '#libs/platform';
import { type Notice, noticesMax, noticesOf, noticesPage } from '#libs/tendering';
import { compiledRelease } from './release-document.js';

/** Releases of a page when nobody says how many. */
const noticesDefault = 50;
const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const json = { description: 'JSON of OCDS 1.1.', media: 'application/json' };
const unchanged = { description: 'It is the one whose ETag was sent.' };
const tooMany = { description: 'More than 300 requests in five minutes; Retry-After says when to come back.' };

const releasesRoute = route({
  method: 'GET',
  path: '/api/v1/ocds/releases',
  summary: 'Releases of public tenders as OCDS 1.1 release packages, the newest first',
  description:
    'Open to everybody. `links.next` leads to older releases, `links.prev` to newer ones. For a copy that follows: ask with `since` and the date of the last release that you have. May be kept for 60 seconds.',
  allow: 'public',
  query: z.object({
    since: moment.optional(),
    before: moment.optional(),
    after: moment.optional(),
    limit: z.coerce.number().int().min(1).max(noticesMax).default(noticesDefault),
  }),
  answers: { 200: json, 304: unchanged, 429: tooMany },
});

const recordRoute = route({
  method: 'GET',
  path: '/api/v1/ocds/records/:ocid',
  summary: 'All releases of one public tender and what they come to, as an OCDS 1.1 record package',
  description: 'Open to everybody. May be kept for 60 seconds.',
  allow: 'public',
  params: z.object({ ocid: z.string().min(1).max(120) }),
  answers: { 200: json, 304: unchanged, 404: { description: 'There is no public tender under this id.' }, 429: tooMany },
});

/** Requests per network in five minutes. */
const reading: ThrottleRule = { name: 'ocds:read', points: 300, seconds: 300 };
/** Seconds that an answer may be kept by anybody. */
const keptSeconds = 60;

/** What was published of tenders, for everybody: no sign-in, no cookie. */
@Controller()
export class NoticeController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Throttle) private readonly throttle: Throttle,
    @Inject(PublicAddress) private readonly address: PublicAddress,
  ) {}

  @Handles(releasesRoute)
  async releases(
    @Req() request: Request,
    @Res() response: Response,
    @Input(releasesRoute) { query }: RouteInput<typeof releasesRoute>,
  ): Promise<void> {
    await this.admit(request);
    const { notices, older, newer } = await this.unitOfWork.guest((work) => noticesPage(work, query));
    const uri = this.pageAt(query, {});
    const [first, last] = [notices[0], notices.at(-1)];
    const pages = {
      ...(older && last ? { next: this.pageAt(query, { before: last.releasedAt }) } : {}),
      ...(newer && first ? { prev: this.pageAt(query, { after: first.releasedAt }) } : {}),
    };
    answer({ request, response }, [uri, ...Object.values(pages), ...notices.map(({ releaseId }) => releaseId)], () =>
      packReleases(
        notices.map(({ body }) => body),
        this.publication(uri, first?.releasedAt),
        pages,
      ),
    );
  }

  @Handles(recordRoute)
  async record(
    @Req() request: Request,
    @Res() response: Response,
    @Input(recordRoute) { params: { ocid } }: RouteInput<typeof recordRoute>,
  ): Promise<void> {
    await this.admit(request);
    const notices = await this.unitOfWork.guest((work) => noticesOf(work, ocid));
    const last = notices.at(-1);
    if (!last) throw new NotFound(`ocid ${ocid}`);
    const uri = `${this.address.url}/api/v1/ocds/records/${encodeURIComponent(ocid)}`;
    answer({ request, response }, [uri, last.releaseId], () =>
      packRecord(
        { ocid, releases: notices.map(({ body }) => body), compiled: compiledRelease(last.body) },
        this.publication(uri, last.releasedAt),
      ),
    );
  }

  private pageAt(
    { since, before, after, limit }: RouteInput<typeof releasesRoute>['query'],
    where: { before?: Date; after?: Date },
  ): string {
    const place = where.before || where.after ? where : { before, after };
    const asked = new URLSearchParams();
    for (const [name, at] of Object.entries({ since, ...place })) if (at) asked.set(name, at.toISOString());
    asked.set('limit', String(limit));
    return `${this.address.url}/api/v1/ocds/releases?${asked}`;
  }

  private publication(uri: string, newest: Notice['releasedAt'] | undefined) {
    const publishedAt = (newest ?? new Date()).toISOString();
    return { uri, publishedAt, publisher: `Entrepôt, ${new URL(this.address.url).host}` };
  }

  private async admit(request: Request): Promise<void> {
    const wait = await this.throttle.take(reading, contextOfRequest(request).address);
    if (wait !== undefined)
      throw new HttpRefusal(429, 'TOO_MANY_REQUESTS', `Try again in ${wait} seconds.`, { 'retry-after': String(wait) });
  }
}

/** The answer, or that it is what the reader has. Releases never change: an answer is told by their ids. */
function answer(
  { request, response }: { request: Request; response: Response },
  told: readonly string[],
  text: () => string,
): void {
  const etag = `"${createHash('sha256').update(told.join('\n')).digest('base64url')}"`;
  response.setHeader('etag', etag).setHeader('cache-control', `public, max-age=${keptSeconds}`);
  // Pages of others may read it too: nothing in it depends on who asks.
  response.setHeader('access-control-allow-origin', '*');
  const known = (request.headers['if-none-match'] ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  if (known.includes(etag) || known.includes('*')) {
    response.status(304).end();
    return;
  }
  response.status(200).setHeader('content-type', 'application/json; charset=utf-8').end(text());
}
