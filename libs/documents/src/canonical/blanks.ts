import type { Blanks } from '../grammar/model-path.js';

/** A party nothing is known of yet. */
export const party = () => ({ identifiers: [] });

/** What an item starts with. */
export const item = () => ({ classifications: [] });

/** Parties at these paths and their addresses. */
export function partyBlanks(...paths: readonly string[]): Blanks {
  const address = () => ({ lines: [] });
  return Object.fromEntries(
    paths.flatMap((path): [string, () => object][] => [
      [path, party],
      [`${path}.address`, address],
    ]),
  );
}

/** What the parts of an order start with. */
export const orderBlanks: Blanks = {
  '': () => ({ kind: 'order', note: [], buyer: party(), supplier: party(), lines: [], charges: [] }),
  ...partyBlanks('buyer', 'supplier', 'shipTo', 'billTo', 'lines[].shipTo'),
  'lines[]': () => ({ item: item(), note: [], charges: [] }),
  'lines[].item': item,
};

/** What the parts of a change of an order start with. */
export const orderChangeBlanks: Blanks = {
  ...orderBlanks,
  '': () => ({ kind: 'orderChange', order: {}, note: [], buyer: party(), supplier: party(), lines: [], charges: [] }),
};

/** What the parts of an answer start with. */
export const orderResponseBlanks: Blanks = {
  '': () => ({ kind: 'orderResponse', order: {}, note: [], buyer: party(), supplier: party(), lines: [] }),
  ...partyBlanks('buyer', 'supplier'),
  'lines[]': () => ({ schedules: [], note: [] }),
  'lines[].item': item,
  'lines[].schedules[].substitute': item,
};

/** What the parts of a receiver's answer to a message start with. */
export const applicationResponseBlanks: Blanks = {
  '': () => ({ kind: 'applicationResponse', note: [], sender: party(), receiver: party(), document: {}, findings: [] }),
  ...partyBlanks('sender', 'receiver'),
};
