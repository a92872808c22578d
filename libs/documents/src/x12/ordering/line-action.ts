import type { LineAction } from '../../canonical/order-change.js';
import type { Field } from '../../grammar/field.js';

/** POC02, element 670, by what becomes of the line; the first of each action is written. */
const ACTIONS: Readonly<Record<string, LineAction>> = {
  AI: 'add',
  DI: 'delete',
  CF: 'delete',
  NC: 'none',
  RC: 'none',
  CA: 'change',
  ...Object.fromEntries(
    'QD QI PC PQ PR RQ RS CT CB CC CE CG MU RA RB RE RM RZ TI'.split(' ').map((code): [string, LineAction] => [code, 'change']),
  ),
};
const CODES = new Map(
  Object.entries(ACTIONS)
    .reverse()
    .map(([code, action]) => [action, code]),
);

/** What becomes of a line, with the sender's own code where it says more. */
export const lineAction: Field<{ action?: LineAction; rawAction?: string }> = {
  says: `change of the line, element 670: ${Object.keys(ACTIONS).join(', ')}`,
  merges: { key: 'action' },
  decode: (raw) => {
    const own = raw.trim();
    const action = Object.hasOwn(ACTIONS, own) ? ACTIONS[own] : undefined;
    if (action === undefined)
      return { bad: 'CODE_UNKNOWN', message: 'The change of the line is not one of element 670 that the hub knows.' };
    return CODES.get(action) === own ? { action } : { action, rawAction: own };
  },
  encode: ({ action, rawAction }) => {
    if (action === undefined) return undefined;
    if (rawAction !== undefined && Object.hasOwn(ACTIONS, rawAction) && ACTIONS[rawAction] === action) return rawAction;
    return CODES.get(action) ?? { bad: 'CODE_NOT_EXPRESSIBLE', message: `Element 670 has no code for the action "${action}".` };
  },
};
