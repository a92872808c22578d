import { useState } from 'react';

/** The one-time token behind `#token=`; it never travels with the page and is taken out of the address at once. */
export function useLinkToken(): string | undefined {
  const [token] = useState(() => {
    const found = new URLSearchParams(location.hash.slice(1)).get('token') ?? undefined;
    if (found) history.replaceState(history.state, '', location.pathname + location.search);
    return found;
  });
  return token;
}
