import type { Problem } from '../canonical/problem.js';

/** One field of a form, decoded. */
export interface FormField {
  name: string;
  value: string;
}

/** Caps of a form that comes through somebody's browser. */
export const formCaps = { bytes: 4 * 1024 * 1024, fields: 50_000, name: 200, value: 65_536 } as const;

const AMPERSAND = 0x26;
const wrong = (code: string, message: string): Problem => ({ at: '/', code, message, severity: 'error' });

/**
 * A form as a browser sends it (application/x-www-form-urlencoded), read piece by piece as it arrives: what is held is the field at hand and the
 * fields read. Past a cap it takes no more and says why. Text that is no UTF-8 is read as Latin 1, with a warning. Never throws.
 */
export class FormReader {
  readonly fields: FormField[] = [];
  readonly problems: Problem[] = [];
  private held: Uint8Array[] = [];
  private total = 0;
  private isRefused = false;

  push(bytes: Uint8Array): void {
    if (this.isRefused) return;
    this.total += bytes.length;
    if (this.total > formCaps.bytes) {
      this.refuse('FORM_TOO_LARGE', `The form is larger than ${formCaps.bytes} bytes.`);
      return;
    }
    let start = 0;
    for (let end = bytes.indexOf(AMPERSAND); end >= 0 && !this.isRefused; end = bytes.indexOf(AMPERSAND, start)) {
      this.hold(bytes.subarray(start, end));
      this.flush();
      start = end + 1;
    }
    this.hold(bytes.subarray(start));
  }

  end(): { fields: FormField[]; problems: Problem[] } {
    if (!this.isRefused) this.flush();
    return { fields: this.fields, problems: this.problems };
  }

  private hold(bytes: Uint8Array): void {
    if (bytes.length > 0) this.held.push(bytes.slice());
  }

  private flush(): void {
    const raw = Buffer.concat(this.held);
    this.held = [];
    if (raw.length === 0) return;
    const equals = raw.indexOf('=');
    const name = this.decoded(equals < 0 ? raw : raw.subarray(0, equals));
    const value = this.decoded(equals < 0 ? raw.subarray(raw.length) : raw.subarray(equals + 1));
    if (name.length > formCaps.name || value.length > formCaps.value)
      this.refuse('FORM_FIELD_TOO_LONG', `The field ${name.slice(0, 60)} is longer than a form may have.`);
    else if (this.fields.length >= formCaps.fields)
      this.refuse('FORM_TOO_MANY', `The form has more than ${formCaps.fields} fields.`);
    else this.fields.push({ name, value });
  }

  /** A plus is a blank, %20 a byte; a per cent sign without two digits is one. */
  private decoded(raw: Buffer): string {
    const bytes = Buffer.alloc(raw.length);
    let length = 0;
    for (let at = 0; at < raw.length; at++) {
      const byte = raw[at] ?? 0;
      const hex = byte === 0x25 ? raw.toString('latin1', at + 1, at + 3) : '';
      if (/^[0-9a-fA-F]{2}$/.test(hex)) at += 2;
      bytes[length++] = /^[0-9a-fA-F]{2}$/.test(hex) ? Number.parseInt(hex, 16) : byte === 0x2b ? 0x20 : byte;
    }
    return this.text(bytes.subarray(0, length));
  }

  private text(bytes: Buffer): string {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      if (this.problems.every(({ code }) => code !== 'FORM_NOT_UTF8'))
        this.problems.push({ ...wrong('FORM_NOT_UTF8', 'The form is no UTF-8; it was read as Latin 1.'), severity: 'warning' });
      return bytes.toString('latin1');
    }
  }

  private refuse(code: string, message: string): void {
    this.isRefused = true;
    this.problems.push(wrong(code, message));
  }
}

/** The fields of a whole form. */
export function readForm(bytes: Uint8Array): { fields: FormField[]; problems: Problem[] } {
  const reader = new FormReader();
  reader.push(bytes);
  return reader.end();
}

/** Fields as a browser would send them. */
export const writeForm = (fields: readonly FormField[]): string =>
  fields.map(({ name, value }) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');
