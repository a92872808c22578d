import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  decodeCxmlConfirmationRequest,
  decodeCxmlOrderRequest,
  decodeCxmlResponse,
  decodeSet,
  decodeUblOrder,
  decodeUblOrderResponse,
  detectFormat,
  functionalAcknowledgement997,
  order850,
  orderResponse855,
  readCxmlEnvelope,
  readInterchanges,
  readXml,
  redactSharedSecret,
} from '#libs/documents';

const corpus = new URL('../../../shared/corpus', import.meta.url).pathname;
const present = existsSync(corpus);
if (!present) console.warn('skipped: the shared corpus is not here, so its documents are not read');

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)],
  );

/** Reads everything in a file as whatever it could be; gives how many documents came out whole. */
function readAll(bytes: Uint8Array): number {
  const { format } = detectFormat(bytes);
  redactSharedSecret(bytes);
  readCxmlEnvelope(bytes);
  const sets = readInterchanges(bytes).interchanges.flatMap((interchange) => interchange.groups.flatMap((group) => group.sets));
  const tables = [order850, orderResponse855, functionalAcknowledgement997] as const;
  const whole = sets.filter(
    (set) =>
      tables.map((table) => decodeSet<unknown>(table as never, set).document !== undefined)[
        ['850', '855', '997'].indexOf(set.type)
      ],
  );
  const { root } = format === 'x12' ? { root: undefined } : readXml(bytes);
  if (root === undefined) return whole.length;
  const decoded = [
    decodeUblOrder(root),
    decodeUblOrderResponse(root),
    decodeCxmlOrderRequest(root),
    decodeCxmlConfirmationRequest(root),
    decodeCxmlResponse(root),
  ];
  return whole.length + decoded.filter(({ document }) => document !== undefined).length;
}

(present ? describe : describe.skip)('every file of the corpus', () => {
  it('is read without a throw by every reader, and what is not whole says why', () => {
    const files = ['x12', 'cxml', 'ubl/samples', 'ubl/testsets', 'edifact/samples', 'cif/samples', 'xml'].flatMap((folder) =>
      filesBelow(join(corpus, folder)),
    );
    const small = files.filter((file) => statSync(file).size <= 1024 * 1024);
    let whole = 0;
    for (const file of small) whole += readAll(readFileSync(file));
    console.info(`${small.length} corpus files read, ${whole} documents whole`);
    expect(whole).toBe(471);
  });
});
