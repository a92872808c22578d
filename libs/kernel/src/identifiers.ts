/** Characters of a stored part number (trade-rules 4). */
export const partNumberMax = 70;

/** Whether the text is a GLN: 13 digits with a right GS1 check digit. */
export function isGln(text: string): boolean {
  return /^\d{13}$/.test(text) && hasGs1CheckDigit(text);
}

/** Whether the text is a GTIN of 8, 12, 13 or 14 digits with a right GS1 check digit. Leading zeros count: it is text, not a number. */
export function isGtin(text: string): boolean {
  return /^(?:\d{8}|\d{12,14})$/.test(text) && hasGs1CheckDigit(text);
}

/** Whether the text has the shape of a D-U-N-S number: 9 digits. Its old check digit is no longer guaranteed, so none is checked. */
export function isDuns(text: string): boolean {
  return /^\d{9}$/.test(text);
}

/** Whether the text has the shape of a CAGE or NCAGE code (NATO AC/135): 5 capitals or digits, never I or O. */
export function isCage(text: string): boolean {
  return /^[0-9A-HJ-NP-Z]{5}$/.test(text);
}

/** Whether the text is a NATO stock number: 13 digits, plain or parted as 5310-00-123-4567. It has no check digit. */
export function isNsn(text: string): boolean {
  return /^(?:\d{13}|\d{4}-\d{2}-\d{3}-\d{4})$/.test(text);
}

/** Key that only finds, never identifies: upper case, only 0-9 and A-Z. 69-3732-01 and 69-37320-1 share one. */
export function partKey(number: string): string {
  return number.toUpperCase().replace(/[^0-9A-Z]/g, '');
}

/** Identity of a part number beside its manufacturer: trimmed, inner blanks to one, upper case; undefined when empty or above 70 characters. */
export function partNumberAsWritten(text: string): string | undefined {
  const written = text.trim().replace(/\s+/g, ' ').toUpperCase();
  return written.length >= 1 && written.length <= partNumberMax ? written : undefined;
}

/** GS1 General Specifications 7.9: digits weigh 3 and 1 in turn from the right, the sum of all is a multiple of ten. */
function hasGs1CheckDigit(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => total + Number(digit) * (index % 2 === 1 ? 3 : 1), 0);
  return sum % 10 === 0;
}
