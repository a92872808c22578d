import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { postText } from '../../../graphql/transfer';
import type { FieldError } from '../../../ui/forms/form-errors';

interface Refused {
  problems: { line: number | null; code: string; message: string }[];
}

/** A CSV file on its way into a classification: all of it, or nothing and what is wrong with which line. */
export function useLoading(path: string) {
  const queries = useQueryClient();
  const [state, setState] = useState<{ busy: boolean; errors: readonly FieldError[]; failure: unknown }>({
    busy: false,
    errors: [],
    failure: undefined,
  });
  const load = async (file: File, query: Readonly<Record<string, string>>): Promise<boolean> => {
    setState({ busy: true, errors: [], failure: undefined });
    try {
      const answer = await postText<{ rows: number } | Refused>(`${path}?${new URLSearchParams(query)}`, file);
      const errors = 'problems' in answer ? answer.problems.map(({ message, code }) => ({ message, code, path: ['file'] })) : [];
      setState({ busy: false, errors, failure: undefined });
      if (errors.length > 0) return false;
      await queries.invalidateQueries({ queryKey: ['classifications'] });
      return true;
    } catch (failure) {
      setState({ busy: false, errors: [], failure });
      return false;
    }
  };
  return { ...state, load };
}
