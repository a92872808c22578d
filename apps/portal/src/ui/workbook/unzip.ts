/** Why a file is not read as a workbook. */
export type WorkbookRefusal = 'tooLarge' | 'noWorkbook';

export class Refused extends Error {
  constructor(readonly why: WorkbookRefusal) {
    super(why);
  }
}

/** Of one file of the archive when unpacked, in bytes: five hundred lines are far less, and a bomb is far more. */
const unpackedMax = 20_000_000;
const filesMax = 1_000;

interface Entry {
  method: number;
  compressed: number;
  offset: number;
}

/** The files of a ZIP archive by name. Source: PKWARE APPNOTE 6.3, 4.3; no ZIP64, no encryption. Throws Refused. */
export class Archive {
  private readonly view: DataView;
  private readonly entries = new Map<string, Entry>();

  constructor(private readonly bytes: Uint8Array<ArrayBuffer>) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const end = this.endOfDirectory();
    const count = this.view.getUint16(end + 10, true);
    let at = this.view.getUint32(end + 16, true);
    if (count > filesMax) throw new Refused('tooLarge');
    for (let i = 0; i < count; i += 1) at = this.readEntry(at);
  }

  /** The text of a file; undefined when there is none of that name. */
  async text(name: string): Promise<string | undefined> {
    const entry = this.entries.get(name);
    if (!entry) return undefined;
    const { method, compressed, offset } = entry;
    this.within(offset, 30);
    const from = offset + 30 + this.view.getUint16(offset + 26, true) + this.view.getUint16(offset + 28, true);
    this.within(from, compressed);
    const packed = this.bytes.subarray(from, from + compressed);
    if (method === 0) return new TextDecoder().decode(packed);
    if (method !== 8) throw new Refused('noWorkbook');
    return inflated(packed);
  }

  private readEntry(at: number): number {
    this.within(at, 46);
    const { view } = this;
    const flags = view.getUint16(at + 8, true);
    if (view.getUint32(at, true) !== 0x02014b50 || (flags & 1) === 1) throw new Refused('noWorkbook');
    const length = view.getUint16(at + 28, true);
    this.within(at + 46, length);
    const name = new TextDecoder().decode(this.bytes.subarray(at + 46, at + 46 + length));
    const [method, compressed, offset] = [
      view.getUint16(at + 10, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 42, true),
    ];
    this.entries.set(name, { method, compressed, offset });
    return at + 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }

  /** It stands at the end, before a comment of at most 65,535 bytes. */
  private endOfDirectory(): number {
    for (let at = this.bytes.length - 22; at >= 0 && at >= this.bytes.length - 65_557; at -= 1)
      if (this.view.getUint32(at, true) === 0x06054b50) return at;
    throw new Refused('noWorkbook');
  }

  private within(at: number, length: number): void {
    if (at + length > this.bytes.length) throw new Refused('noWorkbook');
  }
}

async function inflated(packed: Uint8Array<ArrayBuffer>): Promise<string> {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new Refused('noWorkbook');
    });
    if (done) return text + decoder.decode();
    size += value.length;
    if (size > unpackedMax) {
      await reader.cancel();
      throw new Refused('tooLarge');
    }
    text += decoder.decode(value, { stream: true });
  }
}
