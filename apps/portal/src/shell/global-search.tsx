import { Kbd, TextInput } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

const orderNumber = /^(PO|SO)-\d{4}-\d+$/i;
const tenderNumber = /^T-\d{4}-\d+$/i;

/** `/` takes the focus. Understands the number of an order, a tender or a part, and words. */
export function GlobalSearch({ rights }: { rights: ReadonlySet<string> }) {
  const { t } = useTranslation('shell');
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const shown = useRouterState({
    select: (state) => (state.location.pathname === '/search' ? new URLSearchParams(state.location.searchStr).get('q') : null),
  });
  const [text, setText] = useState(shown ?? '');
  useEffect(() => {
    if (shown !== null) setText(shown);
  }, [shown]);
  useHotkeys([['/', () => input.current?.select()]]);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const wanted = text.trim();
    if (wanted === '') return;
    // The keys of the results (j, k, Enter) are the next ones wanted.
    input.current?.blur();
    if (orderNumber.test(wanted)) void navigate({ to: '/orders', search: { q: wanted } as never });
    else if (tenderNumber.test(wanted))
      void navigate({
        to: rights.has('tender:manage') ? '/buy/tenders' : '/sell/tenders',
        search: { q: wanted.toUpperCase() } as never,
      });
    else void navigate({ to: '/search', search: { q: wanted } as never });
  };
  return (
    <form onSubmit={submit} style={{ flex: 1, maxWidth: '44rem' }}>
      <search>
        <TextInput
          ref={input}
          name="q"
          type="search"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          placeholder={t('searchPlaceholder')}
          aria-label={t('searchLabel')}
          leftSection={<IconSearch size={16} aria-hidden />}
          rightSection={<Kbd size="xs">/</Kbd>}
          autoComplete="off"
          maxLength={200}
        />
      </search>
    </form>
  );
}
