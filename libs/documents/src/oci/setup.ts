import type { PunchOutSetup } from '../canonical/punchout/punch-out.js';
import type { FormField } from './read-form.js';

/** What the call of a shop always says: that a cart may come back, from a catalogue, into the whole window. */
const FIXED: Readonly<Record<string, string>> = { '~OkCode': 'ADDI', '~CALLER': 'CTLG', '~TARGET': '_top' };
const HOOK = 'HOOK_URL';
/** What lets somebody in is never kept. */
const SECRET = /pass|secret|token|^pw|pwd/i;
const NAME = /^[~\w.-]{1,60}$/;

/**
 * The call of a shop by OCI, as fields to be sent to its address. OCI can only begin a visit or search (`source`); undefined for a visit that shows a cart
 * again. What else the shop wants (USERNAME, PASSWORD) is the connection's and is added by the caller.
 */
export function writeOciSetup(setup: PunchOutSetup): FormField[] | undefined {
  if (setup.returnTo === undefined || setup.operation === 'edit' || setup.operation === 'inspect') return undefined;
  const own = setup.properties.filter(({ name, value }) => NAME.test(name) && value !== undefined && name !== HOOK);
  return [
    ...own.map(({ name, value }) => ({ name, value: value ?? '' })),
    ...(setup.operation === 'source' ? [{ name: 'FUNCTION', value: 'SOURCING' }] : []),
    { name: HOOK, value: setup.returnTo },
    ...Object.entries(FIXED).map(([name, value]) => ({ name, value })),
  ];
}

/**
 * A call of a shop as a visit. `cookie` is empty: in OCI the address to return to says whose visit it is. Fields that hold secrets are left out; the first of two counts.
 * Undefined without an address of the web to return to.
 */
export function readOciSetup(fields: readonly FormField[]): PunchOutSetup | undefined {
  const said = new Map<string, string>();
  for (const { name, value } of fields) if (NAME.test(name) && !said.has(name)) said.set(name, value);
  const returnTo = said.get(HOOK) ?? '';
  if (!URL.canParse(returnTo) || !/^https?:$/.test(new URL(returnTo).protocol)) return undefined;
  const rest = [...said].filter(([name]) => name !== HOOK && name !== 'FUNCTION' && !(name in FIXED) && !SECRET.test(name));
  return {
    kind: 'punchOutSetup',
    operation: said.get('FUNCTION')?.toUpperCase() === 'SOURCING' ? 'source' : 'create',
    cookie: '',
    returnTo,
    buyer: { identifiers: [] },
    supplier: { identifiers: [] },
    properties: rest.map(([name, value]) => ({ name, value })),
    lines: [],
  };
}
