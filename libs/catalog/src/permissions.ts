/** The permissions that this room checks, `thing:verb`. */
export const permissions = { readParts: 'part:read' } as const;
