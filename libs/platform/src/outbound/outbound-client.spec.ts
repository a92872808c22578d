import { describe, expect, it } from '@jest/globals';
import { OutboundClient } from './outbound-client.js';

describe('the way out', () => {
  it('does not wait for a resolver that hangs: the time is for everything', async () => {
    const client = new OutboundClient([], () => new Promise(() => undefined));
    await expect(client.send({ url: 'https://erp.example.test/', timeoutMs: 50 })).rejects.toMatchObject({ code: 'TIMEOUT' });
  });
});
