/** Bytes of a file of lines at most; the hub takes 300,000 characters. */
const fileBytesMax = 1_000_000;

/** Why a file is not taken. */
export type FileRefusal = 'tooLarge' | 'workbook' | 'binary';

/**
 * The text of a CSV or TXT file: UTF-8 or UTF-16 by its mark, else UTF-8, else Windows-1252, as older spreadsheets write. Workbooks are
 * refused with a word of their own: saved as CSV they can be read.
 */
export function textOfFile(bytes: Uint8Array): { text: string } | { refused: FileRefusal } {
  if (bytes.length > fileBytesMax) return { refused: 'tooLarge' };
  const starts = (...mark: number[]): boolean => mark.every((byte, i) => bytes[i] === byte);
  if (starts(0x50, 0x4b) || starts(0xd0, 0xcf, 0x11, 0xe0)) return { refused: 'workbook' };
  if (starts(0xff, 0xfe)) return { text: new TextDecoder('utf-16le').decode(bytes) };
  if (starts(0xfe, 0xff)) return { text: new TextDecoder('utf-16be').decode(bytes) };
  if (bytes.includes(0)) return { refused: 'binary' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes) };
  }
}
