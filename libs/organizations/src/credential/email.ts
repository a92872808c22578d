import { z } from 'zod';

/** Local part, one at sign, a domain with a dot or `localhost`; RFC 5321 bounds it to 254 characters. Stored in lower case. */
const shape = /^[^\s@<>,;:"\\()[\]]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,186}[a-z0-9])?$/;

/** An e-mail address as the hub stores and compares it: trimmed, lower case; undefined when it is none. */
export function normalEmail(text: string): string | undefined {
  const email = text.trim().toLowerCase();
  return email.length <= 254 && shape.test(email) && !email.includes('..') ? email : undefined;
}

/** An e-mail address in an input, stored in lower case. */
export const emailField = z
  .string()
  .max(320)
  .transform((text, context) => {
    const email = normalEmail(text);
    if (email) return email;
    context.addIssue({ code: 'custom', message: 'Not an e-mail address.' });
    return z.NEVER;
  });
