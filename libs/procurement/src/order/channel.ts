/** How a step reaches the hub: by a person, by a key, or by a document of a format. */
export const channels = ['PORTAL', 'API', 'UBL', 'CXML', 'X12', 'EDIFACT', 'OPENTRANS'] as const;
export type Channel = (typeof channels)[number];
