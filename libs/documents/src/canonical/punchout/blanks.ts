import type { Blanks } from '../../grammar/model-path.js';
import { item, party, partyBlanks } from '../blanks.js';

const lines: Blanks = { 'lines[]': () => ({ item: item(), note: [] }), 'lines[].item': item };

/** What the parts of a visit start with. */
export const punchOutSetupBlanks: Blanks = {
  '': () => ({ kind: 'punchOutSetup', buyer: party(), supplier: party(), properties: [], lines: [] }),
  ...partyBlanks('buyer', 'supplier', 'shipTo'),
  selected: item,
  ...lines,
};

/** What the parts of a cart start with. */
export const punchOutOrderBlanks: Blanks = {
  '': () => ({ kind: 'punchOutOrder', buyer: party(), supplier: party(), lines: [] }),
  ...partyBlanks('buyer', 'supplier', 'shipTo'),
  ...lines,
};
