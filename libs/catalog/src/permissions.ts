/** The permissions that this room checks, `thing:verb`. */
export const permissions = {
  readParts: 'part:read',
  assertAlternates: 'alternate:assert',
  approveAlternates: 'alternate:approve',
} as const;
