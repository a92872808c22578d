/** Caps of one file and of one segment; the directories know no segment with more than 30 elements, 10 components or 512 characters in one. */
export const edifactCaps = { bytes: 32 * 1024 * 1024, segments: 500_000, elements: 200, components: 100, value: 65_536 } as const;
