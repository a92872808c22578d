import { describe, expect, it } from '@jest/globals';
import { normalEmail } from './email.js';

describe('normalEmail', () => {
  it('trims and lowers what is one address', () => {
    expect(normalEmail(' Ann.Lee+hub@Example.COM ')).toBe('ann.lee+hub@example.com');
    expect(normalEmail('root@localhost')).toBe('root@localhost');
  });

  it.each([
    '',
    'ann',
    '@example.com',
    'ann@',
    'a@b@c',
    'ann@exa mple.com',
    'a@b.com,c@d.com',
    '<a@b.com>',
    'a@.com',
    'a@b..com',
    'a@b.com\r\nBcc: x@y.z',
    `${'a'.repeat(65)}@b.com`,
  ])('refuses %p', (text) => expect(normalEmail(text)).toBeUndefined());
});
