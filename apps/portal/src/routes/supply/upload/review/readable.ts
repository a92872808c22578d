/** A stored value as people read it: lists and objects are taken apart, everything else stays as written. */
export function readable(text: string): string[] {
  if (!/^[[{]/.test(text)) return [text];
  try {
    return lines(JSON.parse(text));
  } catch {
    return [text];
  }
}

function lines(value: unknown): string[] {
  if (Array.isArray(value)) return value.map((one) => (Array.isArray(one) ? one.map(plain).join(' → ') : plain(one)));
  if (typeof value === 'object' && value !== null) return Object.entries(value).map(([key, one]) => `${key}: ${plain(one)}`);
  return [plain(value)];
}

function plain(value: unknown): string {
  if (Array.isArray(value)) return value.map(plain).join(', ');
  if (typeof value === 'object' && value !== null) return Object.values(value).map(plain).join(' ');
  return String(value);
}
