import type { ServerResponse } from 'node:http';
import { Controller, Inject, Res } from '@nestjs/common';
import { openApi } from './openapi.js';
import { PublicAddress } from './public-address.js';
import { Handles, type RouteSpec, route, routes } from './route.js';

const documentRoute = route({
  method: 'GET',
  path: '/api/v1/openapi.json',
  summary: 'This document',
  allow: 'public',
  answers: { 200: { description: 'OpenAPI 3.1.', media: 'application/json' } },
});

const pageRoute = route({
  method: 'GET',
  path: '/api/docs',
  summary: 'The routes as a page',
  allow: 'public',
  answers: { 200: { description: 'A page.', media: 'text/html' } },
});

/** The OpenAPI document, and a plain page of it that needs no script. */
@Controller()
export class DocsController {
  constructor(@Inject(PublicAddress) private readonly address: PublicAddress) {}

  @Handles(documentRoute)
  document(): object {
    return openApi(this.address.url);
  }

  @Handles(pageRoute)
  page(@Res({ passthrough: true }) response: ServerResponse): string {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    return page([...routes()].sort((a, b) => (a.path < b.path ? -1 : 1)));
  }
}

function page(specs: readonly RouteSpec[]): string {
  const rows = specs.map(
    (spec) =>
      `<tr><td><code>${spec.method}</code></td><td><code>${escaped(spec.path)}</code></td><td>${escaped(spec.summary)}. ${escaped(spec.description ?? '')}</td><td>${escaped([spec.allow].flat().join(' or '))}</td><td>${Object.entries(
        spec.answers,
      )
        .map(([status, answer]) => `${status} ${escaped(answer.description)}`)
        .join('<br>')}</td></tr>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Entrepôt: routes</title></head><body>
<h1>Routes</h1><p>Everything else is asked over GraphQL at <code>POST /graphql</code>. The machine's copy of this page: <a href="/api/v1/openapi.json">openapi.json</a>.</p>
<table border="1" cellpadding="6"><thead><tr><th>Method</th><th>Path</th><th>What it does</th><th>Who may</th><th>Answers</th></tr></thead><tbody>
${rows.join('\n')}
</tbody></table></body></html>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);
}
