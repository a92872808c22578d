import type { Decoded, Encoded } from '../canonical/problem.js';
import type { PunchOutOrder } from '../canonical/punchout/punch-out.js';
import { decodeTree } from '../grammar/decode.js';
import { encodeDocument } from '../grammar/encode.js';
import type { Message } from '../grammar/message.js';
import { ociCart } from './cart.js';
import { type FormField, writeForm } from './read-form.js';
import { formOfTree, treeOfForm } from './tree.js';

/** Reads the fields of a form as a cart. Never throws. `table` may carry a partner's adjustments. The visit it belongs to (`cookie`, the parties) is the caller's to know. */
export function decodeOci(
  fields: readonly FormField[],
  table: Message<PunchOutOrder> = ociCart,
): Decoded<PunchOutOrder> & { partial: Partial<PunchOutOrder> } {
  const { root, problems } = treeOfForm(fields);
  const decoded = decodeTree(table, root);
  return { ...decoded, problems: [...problems, ...decoded.problems] };
}

/** A cart as fields of a form. With an error among the problems it must not be sent. */
export function encodeOciFields(
  cart: PunchOutOrder,
  table: Message<PunchOutOrder> = ociCart,
): { fields: FormField[] } & Pick<Encoded, 'problems'> {
  const { root, problems } = encodeDocument(table, cart);
  return { fields: formOfTree(root), problems };
}

/** The same as the body a browser would send. */
export function encodeOci(cart: PunchOutOrder, table: Message<PunchOutOrder> = ociCart): Encoded {
  const { fields, problems } = encodeOciFields(cart, table);
  return { text: writeForm(fields), problems };
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (value: string): string => value.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? '');

/**
 * The cart as a page that a browser sends on to the buyer by a button, without a script. `returnTo` is the HOOK_URL of the visit; undefined when that is
 * no address of the web.
 */
export function ociPage(
  fields: readonly FormField[],
  { returnTo, target, button }: { returnTo: string; target?: string; button: string },
): string | undefined {
  if (!URL.canParse(returnTo) || !/^https?:$/.test(new URL(returnTo).protocol)) return undefined;
  const frame = target === undefined ? '' : ` target="${escaped(target)}"`;
  const inputs = fields.map(({ name, value }) => `    <input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`);
  return [
    '<!DOCTYPE html>',
    '<html>',
    '<head><meta charset="utf-8"><title>OCI</title></head>',
    '<body>',
    `  <form action="${escaped(returnTo)}" method="post" accept-charset="utf-8"${frame}>`,
    ...inputs,
    `    <button type="submit">${escaped(button)}</button>`,
    '  </form>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
