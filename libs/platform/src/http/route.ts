import type { IncomingMessage } from 'node:http';
import {
  applyDecorators,
  createParamDecorator,
  type ExecutionContext,
  HttpCode,
  RequestMapping,
  RequestMethod,
} from '@nestjs/common';
import type { z } from 'zod';
import { Allow, Public } from '../auth/gates.js';
import { BadInput, checkInput } from './bad-input.js';
import { jsonBodyMax, readBody, readJson } from './body.js';

/** What a route answers with under one status. */
export interface RouteAnswer {
  description: string;
  schema?: z.ZodType;
  /** Media type when it is not JSON. */
  media?: string;
}

/** One REST route: what the OpenAPI page says of it and what its input is checked by. */
export interface RouteSpec {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With Express parameters, such as `/api/v1/uploads/:id`. */
  path: string;
  summary: string;
  description?: string;
  /** Permissions of which one is needed, `signed-in`, or `public`. */
  allow: string | readonly [string, ...string[]];
  params?: z.ZodObject;
  query?: z.ZodObject;
  /** zod: JSON is read and checked. `bytes`: the whole body as a Buffer up to `bytesMax`. `stream`: untouched, the handler reads it. */
  body?: z.ZodType | 'bytes' | 'stream';
  /** Bytes of a JSON or `bytes` body at most; 1 MiB when absent. */
  bytesMax?: number;
  /** Media types of the body for the OpenAPI page; JSON when absent. */
  consumes?: readonly string[];
  /** By status; the first one is the status of success. */
  answers: Readonly<Record<number, RouteAnswer>>;
}

/** A request as Express hands it to a controller. */
interface Request extends IncomingMessage {
  params: unknown;
  query: unknown;
}

type Read<T> = T extends z.ZodType ? z.output<T> : undefined;

/** The checked input of a route's handler. */
export interface RouteInput<R extends RouteSpec> {
  params: Read<R['params']>;
  query: Read<R['query']>;
  body: R['body'] extends z.ZodType ? z.output<R['body']> : R['body'] extends 'bytes' ? Buffer : undefined;
}

const table: RouteSpec[] = [];

/** Declares one REST route; put it on its handler with `@Handles(route)` and read its input by `@Input(route)`. */
export function route<const R extends RouteSpec>(spec: R): R {
  if (table.some((known) => known.method === spec.method && known.path === spec.path)) {
    throw new Error(`route ${spec.method} ${spec.path} is declared twice`);
  }
  table.push(spec);
  return spec;
}

/** Every route declared so far, for the OpenAPI document and for the programme that walks them. */
export function routes(): readonly RouteSpec[] {
  return table;
}

/** Makes a controller method the handler of a route: path, method, gate and status of success in one. The controller itself has no path. */
export function Handles(spec: RouteSpec): MethodDecorator {
  const status = Number(Object.keys(spec.answers)[0] ?? 200);
  return applyDecorators(
    RequestMapping({ path: spec.path, method: RequestMethod[spec.method] }),
    HttpCode(status),
    gateOf(spec.allow),
  );
}

/** The checked input of the route: `{ params, query, body }`. Throws BadInput with all problems. */
export const Input = createParamDecorator(async (spec: RouteSpec, host: ExecutionContext): Promise<RouteInput<RouteSpec>> => {
  const request = host.switchToHttp().getRequest<Request>();
  const params = spec.params ? checkInput(spec.params, request.params) : undefined;
  const query = spec.query ? checkInput(spec.query, request.query) : undefined;
  return { params, query, body: await bodyOf(spec, request) } as RouteInput<RouteSpec>;
});

async function bodyOf(spec: RouteSpec, request: Request): Promise<unknown> {
  const { body } = spec;
  if (body === undefined || body === 'stream') return undefined;
  const bytesMax = spec.bytesMax ?? jsonBodyMax;
  if (body === 'bytes') return readBody(request, bytesMax);
  const json = await readJson(request, bytesMax);
  if (json === undefined) throw new BadInput([{ path: [], message: 'A JSON body is needed.' }]);
  return checkInput(body, json);
}

function gateOf(allow: RouteSpec['allow']): MethodDecorator {
  if (allow === 'public') return Public();
  if (allow === 'signed-in') return Allow();
  return Allow(...(typeof allow === 'string' ? [allow] : allow));
}
