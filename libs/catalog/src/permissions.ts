/** The permissions that this room checks, `thing:verb`. `operateParts` is the operator's: common numbers, manufacturers, wrong identities, classes. */
export const permissions = {
  readParts: 'part:read',
  writeAliases: 'part:alias',
  operateParts: 'part:operate',
  assertAlternates: 'alternate:assert',
  writeContent: 'content:write',
  approveAlternates: 'alternate:approve',
} as const;
