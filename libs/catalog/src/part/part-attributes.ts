/** Attributes of a part that a file may give as text, each with what it must look like. */
const readers = {
  revision: (text) => (text.length <= 40 ? text : undefined),
  /** Who made a standard part: it belongs to the offer, the part to the issuing body (trade-rules 9). */
  actualMaker: (text) => (text.length <= 120 ? text : undefined),
  unNumber: (text) => match(/^(?:UN|ID)?\s*(\d{4})$/i, text, (digits) => `UN${digits}`),
  hazardClass: (text) =>
    match(/^([1-9](?:\.[1-6][A-S]?)?)$/i, text.replace(/^class\s*/i, ''), (division) => division.toUpperCase()),
  packingGroup: (text) => packingGroups[text.replace(/^pg\s*/i, '').toUpperCase()],
  shelfLifeExtendable: flag,
  eccn: (text) => match(/^(EAR99|[0-9][A-E]\d{3}(?:\.[A-Z0-9.]{1,6})?)$/i, text, (code) => code.toUpperCase()),
  hsCode: (text) => match(/^(\d{6,10})$/, text.replaceAll(/[ .]/g, ''), (digits) => digits),
  lifeLimited: flag,
  essentiality: (text) => match(/^([0-3])$/, text, (code) => code),
  spareClass: (text) => match(/^([0126])$/, text, (code) => code),
} as const satisfies Record<string, (text: string) => string | undefined>;

export type PartAttribute = keyof typeof readers;
export const partAttributes = Object.keys(readers) as readonly PartAttribute[];

/** What an attribute must look like, for the sentence that refuses another text. */
export const attributeShapes: Readonly<Record<PartAttribute, string>> = {
  revision: 'at most 40 characters',
  actualMaker: 'at most 120 characters',
  unNumber: 'UN and four digits, such as UN1263',
  hazardClass: 'a class or division, such as 3 or 1.4S',
  packingGroup: 'I, II or III',
  shelfLifeExtendable: 'yes or no',
  eccn: 'an ECCN such as 9A991.d, or EAR99',
  hsCode: '6 to 10 digits',
  lifeLimited: 'yes or no',
  essentiality: '0, 1, 2 or 3',
  spareClass: '0, 1, 2 or 6',
};

/** The attribute in its one spelling (`un 1263` -> UN1263, `2` -> II, `ja` -> true); undefined when the text is none. Nothing is guessed. */
export function readPartAttribute(attribute: PartAttribute, text: string): string | undefined {
  return readers[attribute](text.trim());
}

const packingGroups: Readonly<Record<string, string>> = { I: 'I', II: 'II', III: 'III', '1': 'I', '2': 'II', '3': 'III' };
const yes = new Set(['yes', 'y', 'true', 't', '1', 'x', 'ja', 'j', '是']);
const no = new Set(['no', 'n', 'false', 'f', '0', 'nein', '否']);

function flag(text: string): string | undefined {
  const word = text.toLowerCase();
  return yes.has(word) ? 'true' : no.has(word) ? 'false' : undefined;
}

function match(shape: RegExp, text: string, as: (found: string) => string): string | undefined {
  const found = shape.exec(text)?.[1];
  return found === undefined ? undefined : as(found);
}
