import { isUtf8 } from 'node:buffer';

/** How the bytes of a character set level become text, and which characters it holds. Source: ISO 9735, annex A; UNOW and UNOY are UTF-8. */
interface Level {
  decode(value: string): string;
  holds(character: string): boolean;
}

/** Characters of level A, service characters included; level B adds the small letters and what else ISO 646 prints. */
const LEVEL_A = /^[A-Z0-9 .,\-()/='+:?!"%&*;<>]$/;
const LEVEL_B = /^[ -~]$/;

const bytesOf = (value: string): Buffer => Buffer.from(value, 'latin1');
const utf8: Level = { decode: (value) => bytesOf(value).toString('utf8'), holds: (character) => !/\p{Cc}/u.test(character) };

/** A level whose bytes a decoder of the platform knows; what it holds is what it can give. */
function single(label: string): Level {
  const decoder = new TextDecoder(label);
  const upper = Uint8Array.from({ length: 96 }, (_, index) => 0xa0 + index);
  const known = new Set([...decoder.decode(upper)].filter((character) => character !== '\uFFFD'));
  return {
    decode: (value) => decoder.decode(bytesOf(value)),
    holds: (character) => LEVEL_B.test(character) || known.has(character),
  };
}

/** Code extension by ISO 2022; without an escape it is level B. Multi-byte sets of Japan are what the trade uses it for. */
const extended: Level = {
  decode: (value) => (value.includes('\u001B') ? new TextDecoder('iso-2022-jp').decode(bytesOf(value)) : value),
  holds: (character) => LEVEL_B.test(character),
};

const LEVELS: Readonly<Record<string, () => Level>> = {
  UNOA: () => ({ decode: (value) => value, holds: (character) => LEVEL_A.test(character) }),
  UNOB: () => ({ decode: (value) => value, holds: (character) => LEVEL_B.test(character) }),
  UNOC: () => ({
    decode: (value) => value,
    holds: (character) => LEVEL_B.test(character) || /^[\u00A0-\u00FF]$/.test(character),
  }),
  UNOD: () => single('iso-8859-2'),
  UNOE: () => single('iso-8859-5'),
  UNOF: () => single('iso-8859-7'),
  UNOG: () => single('iso-8859-3'),
  UNOH: () => single('iso-8859-4'),
  UNOI: () => single('iso-8859-6'),
  UNOJ: () => single('iso-8859-8'),
  UNOK: () => single('windows-1254'),
  UNOW: () => utf8,
  UNOX: () => extended,
  UNOY: () => utf8,
};

/** WHATWG names of the levels that are an encoding of their own; nothing for levels A and B, which any encoding holds. */
const NAMES: Readonly<Record<string, string>> = {
  UNOC: 'iso-8859-1',
  UNOD: 'iso-8859-2',
  UNOE: 'iso-8859-5',
  UNOF: 'iso-8859-7',
  UNOG: 'iso-8859-3',
  UNOH: 'iso-8859-4',
  UNOI: 'iso-8859-6',
  UNOJ: 'iso-8859-8',
  UNOK: 'iso-8859-9',
  UNOW: 'utf-8',
  UNOX: 'iso-2022-jp',
  UNOY: 'utf-8',
};

/** The encoding of a level for who decodes a stream of bytes. */
export const charsetOf = (syntaxId: string): string | undefined => (Object.hasOwn(NAMES, syntaxId) ? NAMES[syntaxId] : undefined);

const loaded = new Map<string, Level>();

function levelOf(syntaxId: string): Level | undefined {
  const make = Object.hasOwn(LEVELS, syntaxId) ? LEVELS[syntaxId] : undefined;
  const level = loaded.get(syntaxId) ?? make?.();
  if (level !== undefined) loaded.set(syntaxId, level);
  return level;
}

/** What to do with the values of one interchange, whose bytes stand one by one in a string; `misfit` says what its bytes are not. */
export interface Reading {
  decode: (value: string) => string;
  misfit?: string;
}

/**
 * How to read an interchange. The level it names decides, unless its bytes cannot be that: then they are read as UTF-8 when they
 * are, else as windows-1252, with a word about it. Small letters in level A are read as they are.
 */
export function readingOf(syntaxId: string, bytes: string): Reading {
  const level = levelOf(syntaxId);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: every byte above ASCII is looked for.
  if (!/[^\x00-\x7F]/.test(bytes)) {
    if (level === undefined) return { decode: (value) => value, misfit: `${syntaxId || 'Nothing'} is no character set level` };
    if (syntaxId === 'UNOX') return { decode: level.decode };
    const small = syntaxId === 'UNOA' && /[a-z]/.test(bytes);
    return { decode: (value) => value, ...(small ? { misfit: 'level A has no small letters' } : {}) };
  }
  const isMultibyte = isUtf8(bytesOf(bytes));
  if (level === utf8) return isMultibyte ? { decode: utf8.decode } : { decode: western, misfit: `${syntaxId} is not UTF-8 here` };
  if (isMultibyte) return { decode: utf8.decode, misfit: `the text is UTF-8, not ${syntaxId}` };
  if (level === undefined || syntaxId === 'UNOA' || syntaxId === 'UNOB' || syntaxId === 'UNOX')
    return { decode: western, misfit: `${syntaxId} has none of the characters above ASCII` };
  if (syntaxId === 'UNOC' && /[\u0080-\u009F]/.test(bytes))
    return { decode: western, misfit: 'the text is windows-1252, not ISO 8859-1' };
  return { decode: level.decode };
}

/** Characters 80 to 9F of windows-1252; some releases of the platform decode them as ISO 8859-1. Source: WHATWG Encoding, index windows-1252. */
const WESTERN = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';
const western = (value: string): string =>
  value.replace(/[\u0080-\u009F]/g, (character) => WESTERN[character.charCodeAt(0) - 0x80] ?? character);

/** Characters of a text that a level cannot carry, each once. A level that is not known carries nothing. */
export function misfitsOf(syntaxId: string, text: string): string[] {
  const level = levelOf(syntaxId);
  return [...new Set(text)].filter((character) => level === undefined || !level.holds(character));
}

/** The text in the bytes of a level whose characters were checked by `misfitsOf`. */
export function bytesIn(syntaxId: string, text: string): Uint8Array {
  const level = levelOf(syntaxId);
  if (level === utf8 || level === undefined) return Buffer.from(text, 'utf8');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: every character above ASCII is looked for.
  if (!/[^\x00-\x7F]/.test(text) || syntaxId === 'UNOC') return Buffer.from(text, 'latin1');
  const byCharacter = new Map<string, number>();
  for (let byte = 0xa0; byte < 0x100; byte++) byCharacter.set(level.decode(String.fromCharCode(byte)), byte);
  return Uint8Array.from([...text].map((character) => byCharacter.get(character) ?? character.charCodeAt(0)));
}
