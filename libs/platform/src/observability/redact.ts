const hidden = '[hidden]';
const depthMax = 6;
const itemsMax = 50;

/** Names whose values never reach a log, wherever they stand. */
const secretName =
  /^(authorization|cookie|set-cookie|proxy-authorization)$|passw|secret|token|api-?key|credential|private-?key|otp$|^signature$/i;

/** Texts that are secrets wherever they stand: API keys, JSON web tokens, bearer headers, passwords in addresses, private keys. */
const secretTexts: readonly [RegExp, string][] = [
  [/\bek_[A-Za-z0-9]{8}_[A-Za-z0-9_-]{16,}/g, 'ek_[hidden]'],
  [/\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*/g, hidden],
  [/\b(bearer|basic)\s+[A-Za-z0-9._~+/=-]{8,}/gi, `$1 ${hidden}`],
  [/([a-z][a-z0-9+.-]*:\/\/[^\s:/@]*):[^\s@/]+@/gi, `$1:${hidden}@`],
  [/<SharedSecret>[^<]*<\/SharedSecret>/gi, `<SharedSecret>${hidden}</SharedSecret>`],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?-----END [A-Z ]*PRIVATE KEY-----/g, hidden],
];

/** The text without what looks like a secret, and without control characters that could forge a line of a log. */
export function redactText(text: string): string {
  let clean = text;
  for (const [pattern, by] of secretTexts) clean = clean.replace(pattern, by);
  return clean;
}

/** A copy fit for the log: secrets hidden by name and by look, six levels deep, fifty items a list. Errors keep type, message, code and stack, not their parameters. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value);
  if (value === null || typeof value !== 'object') return typeof value === 'bigint' ? value.toString() : value;
  if (value instanceof Error) return describeError(value);
  if (value instanceof Date) return value.toISOString();
  if (Buffer.isBuffer(value)) return `[${value.length} bytes]`;
  if (depth >= depthMax) return '[deeper]';
  if (Array.isArray(value)) return value.slice(0, itemsMax).map((item) => redact(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, itemsMax)
      .map(([name, item]) => [name, secretName.test(name) && item != null ? hidden : redact(item, depth + 1)]),
  );
}

/** An error for the log. Of a failed query its code and constraint, never its parameters, which are what users typed. */
export function describeError(error: Error): Record<string, unknown> {
  const { code, constraint, table } = error as { code?: unknown; constraint?: unknown; table?: unknown };
  const cause = error.cause instanceof Error ? { cause: describeError(error.cause) } : {};
  return {
    type: error.name,
    message: redactText(error.message).slice(0, 2000),
    ...(code === undefined ? {} : { code }),
    ...(constraint === undefined ? {} : { constraint, table }),
    stack: redactText(error.stack ?? '').slice(0, 6000),
    ...cause,
  };
}
