/** What a content is, as people ask for it. */
export const contentKinds = ['DATASHEET', 'PICTURE', 'DRAWING', 'MANUAL', 'SAFETY_DATA_SHEET', 'CERTIFICATE'] as const;
export type ContentOfPart = (typeof contentKinds)[number];

/** UNCHECKED: not yet. REACHED: something answers. MOVED: it answers with another address. BROKEN: nothing usable answers. REFUSED: the hub does not go there. */
export type LinkState = 'UNCHECKED' | 'REACHED' | 'MOVED' | 'BROKEN' | 'REFUSED';

/** A file by hash or a link that an organisation has added to a part, in one language. */
export interface PartContent {
  id: string;
  partId: string;
  /** Who added it. */
  orgId: string;
  kind: ContentOfPart;
  /** What the versions in several languages have in common. */
  series: string;
  /** A language tag; empty: of no language, such as a picture. */
  language: string;
  title: string;
  /** What a picture shows, for those who do not see it. */
  alt: string | null;
  mediaType: string | null;
  name: string | null;
  size: number | null;
  link: string | null;
  linkState: LinkState | null;
  /** Of the last check: the status, or the code of what went wrong. */
  linkStatus: string | null;
  checkedAt: Date | null;
}
