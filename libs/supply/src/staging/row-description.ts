import { approvalBases, approvalBasisOf, attributeShapes, partAttributes, readPartAttribute } from '#libs/catalog';
import type { RowCheck } from './row-check.js';
import type { RowDetails } from './staged-row.js';

/** An unknown basis is refused, never dropped: who filters by it would not see the offer and not know why. */
export function approval(check: RowCheck, text: string | undefined): string | null {
  if (!text?.trim()) return null;
  const basis = approvalBasisOf(text);
  return basis ?? check.error('approvalBasis', 'VALUE_INVALID', { value: text.slice(0, 40), expected: approvalBases.join(', ') });
}

/** What is said about the part, its attributes in their one spelling. An attribute that is none is refused: it keeps parts off aircraft and out of countries. */
export function describedPart(check: RowCheck, details: RowDetails = {}): RowDetails {
  const read: RowDetails = { ...details };
  for (const attribute of partAttributes) {
    const text = details[attribute];
    if (text === undefined) continue;
    const value = readPartAttribute(attribute, text);
    if (value === undefined)
      check.error(attribute, 'VALUE_INVALID', { value: text.slice(0, 40), expected: attributeShapes[attribute] });
    else read[attribute] = value;
  }
  // A hazard code that is a UN number says it.
  const un = read.unNumber === undefined && read.hazmat ? /^UN\s?(\d{4})$/i.exec(read.hazmat)?.[1] : undefined;
  if (un) read.unNumber = `UN${un}`;
  return read;
}
