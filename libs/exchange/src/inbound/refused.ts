import type { Problem } from '#libs/documents';
import { errorCode, type Fault } from '#libs/kernel';
import { BadInput, isUnreadable, Refusal } from '#libs/platform';

/** What stands against a document, thrown so that its savepoint rolls back. */
export class Refused extends Error {
  constructor(readonly problems: Problem[]) {
    super('refused');
  }

  /** One finding. */
  static by(at: string, code: string, message: string): Refused {
    return new Refused([{ at, code, message, severity: 'error' }]);
  }

  /** The faults of a verb. */
  static faults(faults: readonly Fault[]): Refused {
    return new Refused(faults.map(asProblem));
  }
}

/** A fault of a verb as a finding in the document: path `lines.0.quantity` is the place `lines[0].quantity`. */
function asProblem(fault: Fault): Problem {
  const place = fault.path
    .map((part) => (/^\d+$/.test(part) ? `[${part}]` : `.${part}`))
    .join('')
    .replace(/^\./, '');
  const values = Object.entries(fault.values ?? {}).filter(([, value]) => value !== null);
  const told = values.length > 0 ? ` (${values.map(([key, value]) => `${key} ${value}`).join(', ')})` : '';
  return { at: place || '/', code: errorCode(fault.code), message: `${words(fault.code)}${told}.`, severity: 'error' };
}

const words = (code: string): string => code.replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`);

/** The findings behind whatever a verb threw; faults of the hub itself are thrown on. */
export function problemsOf(error: unknown): Problem[] {
  if (error instanceof Refused) return error.problems;
  if (error instanceof BadInput)
    return error.problems.map((p) => ({
      at: p.path.join('.') || '/',
      code: 'VALUE_REFUSED',
      message: p.message,
      severity: 'error',
    }));
  if (isUnreadable(error))
    return [
      { at: '/', code: 'VALUE_UNREADABLE', message: 'The document holds a value that the hub cannot keep.', severity: 'error' },
    ];
  if (!(error instanceof Refusal)) throw error;
  const message =
    error.code === 'NOT_FOUND' ? 'It does not exist, or it is not yours.' : 'The key does not have the right to do this.';
  return [{ at: '/', code: error.code, message, severity: 'error' }];
}
