import type { ServerResponse } from 'node:http';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import { contextOfRequest, type RequestContext } from '../auth/request-context.js';
import { FileRefused } from '../files/file-store.js';
import type { Logger } from '../observability/logger.js';
import { Refusal } from '../work/refusal.js';
import { isUnreadable } from '../work/unit-of-work.js';
import { BadInput } from './bad-input.js';
import { HttpRefusal } from './body.js';

/** RFC 9457, with our code and the id under which the log holds the rest. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  correlationId: string;
  detail?: string;
  /** The fields that are wrong. */
  at?: readonly { path: readonly string[]; message: string }[];
}

const lingerMs = 3_000;
const refusalStatus = { UNAUTHENTICATED: 401, FORBIDDEN: 403, NOT_FOUND: 404 } as const;
const codeByStatus: Readonly<Record<number, string>> = { 400: 'BAD_REQUEST', 404: 'NOT_FOUND', 405: 'METHOD_NOT_ALLOWED' };

/** What the edge says of a thrown error; never its message unless we wrote it for readers. */
export function problemOf(error: unknown, context: Pick<RequestContext, 'requestId' | 'sentence'>): Problem {
  if (error instanceof Refusal) return made(refusalStatus[error.code], error.code, context);
  if (error instanceof BadInput) return { ...made(422, 'BAD_USER_INPUT', context), at: error.problems };
  if (error instanceof HttpRefusal) return { ...made(error.status, error.code, context), detail: error.message };
  if (error instanceof FileRefused)
    return { ...made(error.code === 'FILE_TOO_LARGE' ? 413 : 422, error.code, context), detail: error.detail };
  if (error instanceof HttpException && error.getStatus() < 500) {
    return made(error.getStatus(), codeByStatus[error.getStatus()] ?? 'BAD_REQUEST', context);
  }
  if (isUnreadable(error)) return made(422, 'BAD_USER_INPUT', context);
  return made(500, 'INTERNAL', context);
}

function made(status: number, code: string, context: Pick<RequestContext, 'requestId' | 'sentence'>): Problem {
  return { type: 'about:blank', title: context.sentence(code), status, code, correlationId: context.requestId };
}

/** Writes a problem as the whole reply; ends the connection when the reply had begun. */
export function writeProblem(response: ServerResponse, problem: Problem, headers: Readonly<Record<string, string>> = {}): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const body = JSON.stringify(problem);
  for (const name of ['content-length', 'content-disposition', 'etag', 'cache-control']) response.removeHeader(name);
  const challenge = problem.status === 401 ? { 'www-authenticate': 'Bearer' } : {};
  response.writeHead(problem.status, {
    ...challenge,
    ...headers,
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
    'content-length': Buffer.byteLength(body),
  });
  response.end(response.req.method === 'HEAD' ? undefined : body);
  lingerBriefly(response);
}

/**
 * A client that is still sending when it is refused gets its reply only if we go on reading: closing at once would reset
 * the connection under the reply. What comes is thrown away, for three seconds.
 */
function lingerBriefly({ req }: ServerResponse): void {
  if (req.complete) return;
  req.resume();
  const cut = setTimeout(() => req.socket.destroy(), lingerMs);
  cut.unref();
  req.once('end', () => clearTimeout(cut));
  req.once('close', () => clearTimeout(cut));
}

/** Answers every error of a controller with problem+json; errors of GraphQL pass through to Apollo. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly logger: Logger,
    private readonly denied: (error: unknown, context: RequestContext) => void,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType<string>() !== 'http') throw error;
    const context = contextOfRequest(host.switchToHttp().getRequest<object>());
    const problem = problemOf(error, context);
    if (problem.status >= 500) this.logger.error({ requestId: context.requestId, error }, 'a request failed');
    if (problem.status === 403) this.denied(error, context);
    const response = host.switchToHttp().getResponse<ServerResponse>();
    writeProblem(response, problem, error instanceof HttpRefusal ? error.headers : {});
  }
}
