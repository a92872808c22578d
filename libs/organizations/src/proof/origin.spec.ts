import { describe, expect, it } from '@jest/globals';
import { networkOf, placesOf } from './origin.js';

describe('networkOf', () => {
  it('is the /24 of IPv4, also when mapped into IPv6', () => {
    expect(networkOf('203.0.113.9')).toBe('203.0.113');
    expect(networkOf('::ffff:203.0.113.200')).toBe('203.0.113');
  });

  it('is the /64 of IPv6 in one spelling', () => {
    for (const address of ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::1', '2001:0DB8:0001:0002:ffff::', '2001:db8:1:2::%eth0'])
      expect(networkOf(address)).toBe('2001:db8:1:2');
    expect(networkOf('::1')).toBe('0:0:0:0');
    expect(networkOf('fe80::1')).toBe('fe80:0:0:0');
  });
});

describe('placesOf', () => {
  it('hashes network and device apart, and neighbours alike', () => {
    const here = placesOf({ address: '203.0.113.9', device: 'abc', userAgent: '' });
    const there = placesOf({ address: '203.0.113.10', device: undefined, userAgent: '' });
    expect(here.network.equals(there.network)).toBe(true);
    expect([here.network.length, here.device?.length, there.device]).toEqual([32, 32, undefined]);
  });
});
