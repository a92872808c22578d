import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import {
  ChangeTenderDocument,
  DraftTenderDocument,
  InviteSuppliersDocument,
  PublishTenderDocument,
  type TenderOfBuyerFragment,
} from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import type { FieldError } from '../../../ui/forms/form-errors';
import { faultsOf } from './faults';
import { emptyTender, inputOf, type TypedTender, typedOf } from './typed';
import type { TypedLine } from './typed-line';

export interface Supplier {
  id: string;
  name: string;
}
interface Saved {
  id: string;
  edits: number;
}

/**
 * Suppliers chosen for a draft wait in this browser: the hub is told at publication, since an invitation is not taken back. Gone or unreadable means none.
 */
const memoryOf = (tenderId: string): string => `entrepot.tender.${tenderId}.suppliers`;
function remembered(tenderId: string | undefined): Supplier[] {
  try {
    return tenderId ? (JSON.parse(localStorage.getItem(memoryOf(tenderId)) ?? '[]') as Supplier[]) : [];
  } catch {
    return [];
  }
}

/** A draft on its way: what is typed, who is chosen, and the steps to keep and to publish it. */
export function useDraft(tender: TenderOfBuyerFragment | undefined, currency: string) {
  const { t } = useTranslation('tendering');
  const queries = useQueryClient();
  const submit = useSubmit();
  const [typed, setTyped] = useState<TypedTender>(() => (tender ? typedOf(tender) : emptyTender(currency)));
  const [chosen, setChosen] = useState<readonly Supplier[]>(() => remembered(tender?.id));
  const [unread, setUnread] = useState<readonly FieldError[]>([]);
  const saved = useRef<Saved | undefined>(tender && { id: tender.id, edits: tender.edits });
  const set = useCallback((patch: Partial<TypedTender>): void => setTyped((before) => ({ ...before, ...patch })), []);
  const changeLine = useCallback((key: string, patch: Partial<TypedLine> | null): void => {
    const changed = (line: TypedLine): TypedLine[] => (line.key !== key ? [line] : patch ? [{ ...line, ...patch }] : []);
    setTyped((before) => ({ ...before, lines: before.lines.flatMap(changed) }));
  }, []);
  // Rows are drawn again only when this changes.
  const errors = useMemo(() => [...unread, ...submit.errors], [unread, submit.errors]);

  const save = async (): Promise<Saved | undefined> => {
    const faults = faultsOf(typed, t);
    setUnread(faults);
    submit.clear();
    if (faults.length > 0) return undefined;
    const before = saved.current;
    const done = await submit.run(async () => {
      const input = inputOf(typed);
      if (!before) return (await ask(DraftTenderDocument, { input: { tender: input } })).draftTender;
      const change = { tenderId: before.id, expectedVersion: before.edits, tender: input };
      return (await ask(ChangeTenderDocument, { input: change })).changeTender;
    });
    if (!done?.tender) return undefined;
    saved.current = { id: done.tender.id, edits: done.tender.edits };
    localStorage.setItem(memoryOf(done.tender.id), JSON.stringify(chosen));
    void queries.invalidateQueries({ queryKey: ['tender', done.tender.id] });
    void queries.invalidateQueries({ queryKey: ['tenders'] });
    return saved.current;
  };
  const publish = async (): Promise<Saved | undefined> => {
    const kept = saved.current;
    if (!kept) return undefined;
    let { edits } = kept;
    if (typed.procedure !== 'OPEN' && chosen.length > 0) {
      const input = { tenderId: kept.id, supplierIds: chosen.map(({ id }) => id) };
      const invited = await submit.run(async () => (await ask(InviteSuppliersDocument, { input })).inviteSuppliers);
      if (!invited?.tender) return undefined;
      edits = invited.tender.edits;
      saved.current = { id: kept.id, edits };
    }
    const input = { tenderId: kept.id, expectedVersion: edits };
    const done = await submit.run(async () => (await ask(PublishTenderDocument, { input })).publishTender);
    if (!done) return undefined;
    localStorage.removeItem(memoryOf(kept.id));
    await queries.invalidateQueries({ queryKey: ['tender', kept.id] });
    void queries.invalidateQueries({ queryKey: ['tenders'] });
    return kept;
  };
  return { typed, set, changeLine, chosen, setChosen, save, publish, submit, errors };
}
export type Draft = ReturnType<typeof useDraft>;
