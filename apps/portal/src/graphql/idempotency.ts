import { useRef } from 'react';

/** One key for one wish: a second press or a retry after a lost answer carries the same key, another wish a new one. */
export function useIdempotencyKey(): { of: (wish: object) => string } {
  const held = useRef<{ wish: string; key: string } | undefined>(undefined);
  return {
    of: (wish) => {
      const text = JSON.stringify(wish);
      if (held.current?.wish !== text) held.current = { wish: text, key: crypto.randomUUID() };
      return held.current.key;
    },
  };
}
