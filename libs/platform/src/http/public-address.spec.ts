import { describe, expect, it } from '@jest/globals';
import { PublicAddress } from './public-address.js';

describe('the address that stands in letters', () => {
  it('is the configured one, else where the process listens, else where it would', () => {
    const unset = new PublicAddress({ publicUrl: undefined, host: '0.0.0.0', port: 3000 });
    expect(unset.url).toBe('http://localhost:3000');
    expect(unset.listensOn('127.0.0.1', 45123)).toBe('http://127.0.0.1:45123');
    expect(unset.url).toBe('http://127.0.0.1:45123');
    expect(unset.listensOn('::1', 80)).toBe('http://[::1]:80');
    const set = new PublicAddress({ publicUrl: 'https://hub.example.test/', host: '127.0.0.1', port: 3000 });
    set.listensOn('127.0.0.1', 45123);
    expect(set.url).toBe('https://hub.example.test');
  });
});
