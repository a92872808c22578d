/** First bytes of files that people upload as catalogues by mistake, in hexadecimal, with what they are. */
const SIGNATURES: readonly (readonly [string, string])[] = [
  ['504b0304', 'a ZIP archive or an Excel workbook (.xlsx)'],
  ['504b0506', 'an empty ZIP archive'],
  ['d0cf11e0a1b11ae1', 'an Excel 97 workbook (.xls) or another Office file'],
  ['1f8b', 'a gzip archive'],
  ['25504446', 'a PDF document'],
  ['377abcaf271c', 'a 7-Zip archive'],
  ['526172211a07', 'a RAR archive'],
  ['425a68', 'a bzip2 archive'],
  ['fd377a585a00', 'an xz archive'],
  ['28b52ffd', 'a Zstandard archive'],
  ['89504e47', 'a PNG image'],
  ['ffd8ff', 'a JPEG image'],
  ['47494638', 'a GIF image'],
  ['7f454c46', 'a program'],
  ['cafebabe', 'a program'],
  ['53514c69746520666f726d6174', 'an SQLite database'],
  ['7b5c727466', 'a rich text document (.rtf)'],
  ['50415231', 'a Parquet file'],
];

/** What the file is by its first bytes when it is certainly no text catalogue, whatever its name says; else undefined. */
export function foreignFile(first: Uint8Array): string | undefined {
  const hex = Buffer.from(first.subarray(0, 16)).toString('hex');
  const found = SIGNATURES.find(([signature]) => hex.startsWith(signature));
  if (found !== undefined) return found[1];
  const start = Buffer.from(first.subarray(0, 512))
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
    .toLowerCase();
  if (start.startsWith('<!doctype html') || start.startsWith('<html')) return 'a web page (HTML)';
  if (/^[[{]\s*["{[\]}]/.test(start)) return 'a JSON file';
  return undefined;
}
