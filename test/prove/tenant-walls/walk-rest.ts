import { z } from 'zod';
import type { RouteSpec } from '#libs/platform';
import { type Ids, kindOf } from './ids.js';
import { type Got, type Sent, shapeOf, type Visitor } from './visitor.js';
import type { Findings, IdSets } from './walk-graphql.js';
import { nothingFound } from './walk-graphql.js';

/** Bodies that mean something to the routes that take bytes, by the end of their path. */
const bytes: Readonly<Record<string, { type: string; body: string }>> = {
  '/api/v1/interchange-links': { type: 'text/csv', body: 'fromNumber,toNumber,code\nX-1,X-2,2\n' },
  '/api/v1/uploads': { type: 'text/csv', body: 'part,price,currency\nX-1,1.00,EUR\n' },
  '/api/v1/classifications': { type: 'text/csv', body: 'code,parent,name:en\nA,,Thing\n' },
  '/api/v1/class-mappings': { type: 'text/csv', body: 'from,to,relation\nA,B,same\n' },
  '/api/v1/files': { type: 'application/octet-stream', body: '%PDF-1.4\n%%EOF\n' },
  '/exchange/inbound': { type: 'application/xml', body: '<Order xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2"/>' },
};

export interface RestCoverage {
  specs: readonly RouteSpec[];
  called: Set<string>;
  unfillable: Set<string>;
}

/** Every declared route, as the request that asks for it with these ids. */
function requestFor(spec: RouteSpec, ids: Ids, coverage: RestCoverage): Sent {
  const field =
    spec.path
      .split('/')
      .filter((part) => part && !part.startsWith(':') && !/^(api|v1|raw|problems\.csv)$/.test(part))
      .pop() ?? '';
  const fill = (name: string, schema: unknown): string => {
    const kind = kindOf(name, field);
    if (kind) return ids.get(kind) ?? '';
    const { enum: listed, format, type } = schema as { enum?: string[]; format?: string; type?: string };
    if (format === 'uuid') coverage.unfillable.add(`${spec.method} ${spec.path}: ${name}`);
    if (format === 'date-time') return '2030-01-01T00:00:00Z';
    return (
      listed?.[0] ??
      (type === 'integer' || type === 'number' ? '1' : name === 'currency' ? 'EUR' : name === 'charset' ? 'utf-8' : 'probe')
    );
  };
  const path = spec.path.replace(/:(\w+)/g, (_, name: string) => fill(name, propertiesOf(spec.params)[name]));
  const query = new URLSearchParams(
    Object.fromEntries(Object.entries(propertiesOf(spec.query)).map(([name, schema]) => [name, fill(name, schema)])),
  );
  const sent = { method: spec.method, path: query.size > 0 ? `${path}?${query}` : path };
  if (spec.body === undefined) return sent;
  if (spec.body instanceof z.ZodType) {
    const body = Object.fromEntries(Object.entries(propertiesOf(spec.body)).map(([name, schema]) => [name, fill(name, schema)]));
    return { ...sent, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  }
  const known = bytes[spec.path];
  if (!known) coverage.unfillable.add(`${spec.method} ${spec.path}: its body`);
  return { ...sent, headers: { 'content-type': known?.type ?? 'application/octet-stream' }, body: known?.body ?? '' };
}

function propertiesOf(schema: z.ZodType | undefined): Record<string, unknown> {
  if (!schema) return {};
  const { properties } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as {
    properties?: Record<string, unknown>;
  };
  return properties ?? {};
}

/** Calls every route as a stranger with his own ids, with foreign ones and with ids of nothing. */
export async function walkRoutes(visitor: Visitor, ids: IdSets, coverage: RestCoverage): Promise<Findings> {
  const findings = nothingFound();
  for (const spec of coverage.specs) {
    const named = `${spec.method} ${spec.path}`;
    const ask = (set: Ids): Promise<Got> => visitor.send(named, requestFor(spec, set, coverage));
    await ask(ids.own);
    const [theirs, nobodys] = [await ask(ids.foreign), await ask(ids.random)];
    coverage.called.add(named);
    findings.compared += 1;
    // Figures and the answers to something new differ from call to call.
    const fleeting = spec.path === '/metrics' || theirs.status === 202;
    if (!fleeting && shapeOf(theirs) !== shapeOf(nobodys))
      findings.told.push(`${visitor.name} ${named}: ${theirs.body.slice(0, 120)} against ${nobodys.body.slice(0, 120)}`);
  }
  return findings;
}

/** Calls every gated route as somebody who may not. */
export async function walkShutRoutes(
  visitor: Visitor,
  ids: Ids,
  { specs, wanted }: { specs: readonly RouteSpec[]; wanted: 401 | 403 },
): Promise<Findings> {
  const findings = nothingFound();
  const coverage: RestCoverage = { specs, called: new Set(), unfillable: new Set() };
  for (const spec of specs) {
    if (wanted === 403 && (spec.allow === 'public' || spec.allow === 'signed-in')) continue;
    const got = await visitor.send(`${spec.method} ${spec.path}`, requestFor(spec, ids, coverage));
    if (spec.allow !== 'public' && got.status !== wanted)
      findings.gates.push(`${spec.method} ${spec.path} answers ${visitor.name} ${got.status}`);
  }
  return findings;
}
