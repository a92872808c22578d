import { z } from 'zod';

// Controls other than tab and line ends, halves of characters, and what no XML takes: an order holding one could be written in no document.
const unwritable = /(?![\t\n\r])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/u;
const controls = /\p{Cc}/u;

/** Text of an order: `least` to `most` characters that every document can carry. */
export function orderText(most: number, least = 1) {
  return z
    .string()
    .trim()
    .min(least)
    .max(most)
    .refine((text) => !unwritable.test(text), 'characters that documents can carry');
}

/** A number of an order or a line as its giver writes it: 1 to `most` characters in one line, no blanks around. */
export function orderNumber(most: number) {
  return z
    .string()
    .max(most)
    .regex(/^\S(.*\S)?$/u)
    .refine((text) => !unwritable.test(text) && !controls.test(text), 'characters that documents can carry');
}
