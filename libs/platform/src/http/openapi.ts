import { z } from 'zod';
import { type RouteAnswer, type RouteSpec, routes } from './route.js';

const problem = {
  type: 'object',
  description: 'RFC 9457.',
  required: ['type', 'title', 'status', 'code', 'correlationId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string', description: 'A sentence in the language of the request.' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'The same code as in GraphQL, such as BAD_USER_INPUT.' },
    correlationId: { type: 'string', description: 'Under this the log holds the rest.' },
    detail: { type: 'string' },
    at: {
      type: 'array',
      items: { type: 'object', properties: { path: { type: 'array', items: { type: 'string' } }, message: { type: 'string' } } },
    },
  },
};

/** The OpenAPI 3.1 document of every declared route. */
export function openApi(publicUrl: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const spec of [...routes()].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const path = spec.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [spec.method.toLowerCase()]: operation(spec) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Entrepôt',
      version: '1',
      description: 'What is not done over GraphQL: sessions, uploads, files, exchange, health.',
    },
    servers: [{ url: publicUrl }],
    paths,
    components: {
      schemas: { Problem: problem },
      securitySchemes: { accessToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  };
}

function operation(spec: RouteSpec): object {
  const needs = spec.allow === 'public' || spec.allow === 'signed-in' ? '' : `Needs ${[spec.allow].flat().join(' or ')}.`;
  const failure = {
    description: 'Refused.',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  return {
    summary: spec.summary,
    description: [spec.description, needs].filter(Boolean).join(' '),
    security: spec.allow === 'public' ? [] : [{ accessToken: [] }],
    parameters: [...parameters('path', spec.params), ...parameters('query', spec.query)],
    ...(spec.body ? { requestBody: { required: true, content: requestContent(spec) } } : {}),
    responses: {
      ...Object.fromEntries(Object.entries(spec.answers).map(([status, answer]) => [status, response(answer)])),
      default: failure,
    },
  };
}

function requestContent(spec: RouteSpec): object {
  const schema = spec.body instanceof z.ZodType ? jsonSchema(spec.body, 'input') : { type: 'string', format: 'binary' };
  const media = spec.consumes ?? (spec.body instanceof z.ZodType ? ['application/json'] : ['application/octet-stream']);
  return Object.fromEntries(media.map((type) => [type, { schema }]));
}

function response({ description, schema, media }: RouteAnswer): object {
  const type = media ?? (schema ? 'application/json' : undefined);
  if (!type) return { description };
  return { description, content: { [type]: { schema: schema ? jsonSchema(schema, 'output') : { type: 'string' } } } };
}

function parameters(place: 'path' | 'query', shape: z.ZodObject | undefined): object[] {
  return Object.entries(shape?.shape ?? {}).map(([name, schema]) => {
    const type = schema as z.ZodType;
    return {
      name,
      in: place,
      required: place === 'path' || !type.safeParse(undefined).success,
      schema: jsonSchema(type, 'input'),
    };
  });
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}
