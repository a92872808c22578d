import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import type { Sentences } from '../graphql/sentences.js';
import { RequestContext } from './request-context.js';

function contextWith(given: { cookie?: string; address?: string; https?: boolean }): RequestContext {
  const request = new IncomingMessage(new Socket());
  if (given.cookie !== undefined) request.headers.cookie = given.cookie;
  return new RequestContext({
    requestId: 'r',
    address: given.address ?? '203.0.113.7',
    language: 'en',
    authorization: undefined,
    sentences: {} as Sentences,
    request,
    response: new ServerResponse(request),
    ...(given.https === undefined ? {} : { https: given.https }),
  });
}

describe('cookies of a request', () => {
  it('are found by their whole name, and one that is badly encoded is none', () => {
    const context = contextWith({ cookie: 'xentrepot=1; entrepot=a%20b=c; broken=%E0%A4%A; =;flag' });
    expect(['entrepot', 'broken', 'flag'].map((name) => context.cookie(name))).toEqual(['a b=c', undefined, undefined]);
    expect(contextWith({}).cookie('entrepot')).toBeUndefined();
  });

  it('are Secure unless the hub is reached by plain http on loopback', () => {
    const set = (given: { address?: string; https?: boolean }): boolean => {
      const context = contextWith(given);
      context.setCookie({ name: 'a', value: 'b c', path: '/', seconds: 5 });
      const [text] = [context.response?.getHeader('set-cookie')].flat() as [string];
      expect(text.startsWith('a=b%20c; Path=/; Max-Age=5; HttpOnly; SameSite=Strict')).toBe(true);
      return text.endsWith('; Secure');
    };
    expect([set({}), set({ address: '127.0.0.1' }), set({ address: '127.0.0.1', https: true }), set({ address: '::1' })]).toEqual(
      [true, false, true, false],
    );
  });
});
