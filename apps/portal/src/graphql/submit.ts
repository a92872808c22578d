import { useState } from 'react';
import type { FieldError } from '../ui/forms/form-errors';

interface Answer {
  errors: readonly FieldError[] | readonly { message?: string; path?: readonly string[]; code?: string }[];
}

export interface Submit {
  busy: boolean;
  /** What the hub refused, for the fields. */
  errors: readonly FieldError[];
  /** The hub could not answer at all. */
  failure: unknown;
  /** Runs one mutation; gives its payload when nothing stands against it. What was typed stays, whatever happens. */
  run: <P extends Answer>(call: () => Promise<P>) => Promise<P | undefined>;
  clear: () => void;
}

/** The state of one form on its way to the hub. */
export function useSubmit(): Submit {
  const [state, setState] = useState<{ busy: boolean; errors: readonly FieldError[]; failure: unknown }>({
    busy: false,
    errors: [],
    failure: undefined,
  });
  return {
    ...state,
    clear: () => setState({ busy: false, errors: [], failure: undefined }),
    run: async (call) => {
      setState({ busy: true, errors: [], failure: undefined });
      try {
        const payload = await call();
        setState({ busy: false, errors: payload.errors as readonly FieldError[], failure: undefined });
        return payload.errors.length === 0 ? payload : undefined;
      } catch (failure) {
        setState({ busy: false, errors: [], failure });
        return undefined;
      }
    },
  };
}
