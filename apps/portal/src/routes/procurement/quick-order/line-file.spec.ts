import { expect, it } from '@jest/globals';
import { textOfFile } from './line-file.js';

const utf16 = (text: string, little: boolean) => {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, little);
  for (const [i, sign] of [...text].entries()) view.setUint16(2 + i * 2, sign.charCodeAt(0), little);
  return bytes;
};

it('reads the encodings that spreadsheets write, and refuses what is no text', () => {
  const encoded = new TextEncoder();
  expect(textOfFile(encoded.encode('\uFEFFB-1;5'))).toEqual({ text: 'B-1;5' });
  expect(textOfFile(encoded.encode('零件;5'))).toEqual({ text: '零件;5' });
  expect(textOfFile(utf16('B-1\t5', true))).toEqual({ text: 'B-1\t5' });
  expect(textOfFile(utf16('B-1\t5', false))).toEqual({ text: 'B-1\t5' });
  expect(textOfFile(Uint8Array.from([0x42, 0xe9, 0x3b, 0x35]))).toEqual({ text: 'Bé;5' });
  expect(textOfFile(Uint8Array.from([0x50, 0x4b, 3, 4]))).toEqual({ refused: 'workbook' });
  expect(textOfFile(Uint8Array.from([0x42, 0, 1]))).toEqual({ refused: 'binary' });
  expect(textOfFile(new Uint8Array(1_000_001))).toEqual({ refused: 'tooLarge' });
});
