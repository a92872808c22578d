import { XmlFeed } from '../../bmecat/xml-feed.js';
import type { Workbook } from './workbook.js';
import { tooLarge, unreadable } from './zip-archive.js';

/** Texts that the cells of a workbook share, held in memory while a sheet is read: at most this many, with so many bytes of UTF-8. */
export const sharedCaps = { strings: 2_000_000, bytes: 96 * 1024 * 1024 } as const;

/** The shared texts of a workbook, packed end to end: a million of them are one block and no million objects. */
export class SharedStrings {
  private text = Buffer.alloc(64 * 1024);
  private readonly ends: number[] = [];
  private length = 0;

  add(text: string): void {
    const bytes = Buffer.byteLength(text);
    if (this.ends.length >= sharedCaps.strings) throw tooLarge('The number of different texts', String(sharedCaps.strings));
    if (this.length + bytes > sharedCaps.bytes) throw tooLarge('All different texts together', `${sharedCaps.bytes} bytes`);
    if (this.length + bytes > this.text.length) {
      const grown = Buffer.alloc(Math.max(this.text.length * 2, this.length + bytes));
      this.text.copy(grown, 0, 0, this.length);
      this.text = grown;
    }
    this.text.write(text, this.length);
    this.length += bytes;
    this.ends.push(this.length);
  }

  at(index: number): string {
    const end = this.ends[index];
    if (end === undefined) throw unreadable(`a cell names text ${index} of ${this.ends.length}`);
    return this.text.toString('utf8', index === 0 ? 0 : this.ends[index - 1], end);
  }
}

/** Reads the shared texts: the runs of one text joined, the reading aids of East Asian texts (rPh) left out. */
export async function sharedStringsOf({ archive }: Pick<Workbook, 'archive'>): Promise<SharedStrings> {
  const strings = new SharedStrings();
  const file = 'xl/sharedStrings.xml';
  if (!archive.has(file)) return strings;
  let written = '';
  let reading = false;
  let aside = false;
  const feed = new XmlFeed({
    open(name) {
      if (name === 'SI') written = '';
      else if (name === 'RPH') aside = true;
      else if (name === 'T') reading = !aside;
    },
    text(text) {
      if (reading) written += text;
    },
    close(name) {
      if (name === 'T') reading = false;
      else if (name === 'RPH') aside = false;
      else if (name === 'SI') strings.add(written);
    },
  });
  for await (const piece of archive.text(file)) feed.write(piece);
  feed.end();
  return strings;
}
