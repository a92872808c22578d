import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import {
  type BidWholeFragment,
  SaveBidDocument,
  SubmitBidDocument,
  type TenderOfBidderFragment,
} from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import type { FieldError } from '../../../ui/forms/form-errors';
import { bidFaultsOf, bidInputOf, linesOfLot, type TypedBid, type TypedBidLine, typedBidOf } from './typed-bid';

export interface BidOn {
  tender: TenderOfBidderFragment;
  lot: TenderOfBidderFragment['lots'][number];
  /** One's last bid on the lot, of this round or an earlier one. */
  bid: BidWholeFragment | undefined;
  moved: () => Promise<void>;
}

/** What was typed waits in this tab, so that a look at another page loses nothing. Unreadable means nothing. */
function remembered(key: string): TypedBid | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/** A bid on its way: what is typed, kept as a draft, and submitted. */
export function useBid({ tender, lot, bid, moved }: BidOn) {
  const { t } = useTranslation('tendering');
  const submit = useSubmit();
  const memory = `entrepot.bid.${lot.id}.${lot.round}`;
  const draft = tender.bidDrafts.find(({ lotId, round }) => lotId === lot.id && round === lot.round);
  const [begun] = useState(() => typedBidOf(tender, lot.id, draft?.content ?? bid?.content));
  const [typed, setTyped] = useState<TypedBid>(() => {
    const kept = remembered(memory);
    // Lines that an amendment added have a place too.
    return kept ? { ...kept, lines: { ...begun.lines, ...kept.lines } } : begun;
  });
  const [unread, setUnread] = useState<readonly FieldError[]>([]);
  const [savedAt, setSavedAt] = useState<string | undefined>(draft?.savedAt);
  const edits = useRef(draft?.edits ?? 0);
  useEffect(() => {
    edits.current = Math.max(edits.current, draft?.edits ?? 0);
  }, [draft?.edits]);
  useEffect(() => {
    if (typed !== begun) sessionStorage.setItem(memory, JSON.stringify(typed));
  }, [typed, begun, memory]);
  const wanted = linesOfLot(tender, lot.id);
  const content = () =>
    bidInputOf({ ...typed, lines: Object.fromEntries(wanted.map(({ id }) => [id, lineOf(typed, id)])) }, tender);
  const lineOf = (from: TypedBid, id: string): TypedBidLine => from.lines[id] ?? typedBidOf(tender, lot.id, null).lines[id]!;

  const check = (): boolean => {
    const faults: FieldError[] = bidFaultsOf(typed).map(({ lineId, field }) => ({
      message: t(`bidFault.${field}`),
      path: ['bid', 'lines', lineId, field],
    }));
    if (typed.deliveryTerm.trim() === '') faults.push({ message: t('fault.deliveryTerm'), path: ['bid', 'deliveryTerm'] });
    setUnread(faults);
    submit.clear();
    return faults.length === 0;
  };
  const save = async (): Promise<boolean> => {
    if (!check()) return false;
    const input = { tenderId: tender.id, lotId: lot.id, expectedVersion: edits.current, bid: content() };
    const done = await submit.run(async () => (await ask(SaveBidDocument, { input })).saveBid);
    if (!done?.draft) return false;
    edits.current = done.draft.edits;
    setSavedAt(done.draft.savedAt);
    sessionStorage.removeItem(memory);
    return true;
  };
  const send = async (): Promise<{ digest: string; acceptedAt: string } | undefined> => {
    const seq = bid && bid.round === lot.round ? bid.seq : 0;
    const step = { tenderId: tender.id, lotId: lot.id, expectedVersion: seq, tenderVersion: tender.version };
    const done = await submit.run(async () => (await ask(SubmitBidDocument, { input: { ...step, bid: content() } })).submitBid);
    if (!done?.receipt) return undefined;
    sessionStorage.removeItem(memory);
    edits.current = 0;
    setSavedAt(undefined);
    await moved();
    return done.receipt;
  };
  // The hub counts the lines that were sent; here every line has its own place.
  const errors = useMemo(() => {
    const sent = wanted.filter(({ id }) => (typed.lines[id]?.price.trim() ?? '') !== '');
    const placed = submit.errors.map((error) => {
      const [first, second, third, ...rest] = error.path;
      const at = first === 'bid' && second === 'lines' ? third : first === 'lines' ? second : undefined;
      const line = at === undefined ? undefined : sent[Number(at)];
      return line ? { ...error, path: ['bid', 'lines', line.id, ...(first === 'bid' ? rest : [third ?? '', ...rest])] } : error;
    });
    return [...unread, ...placed];
  }, [unread, submit.errors, typed.lines, wanted]);
  const changeLine = (id: string, patch: Partial<TypedBidLine>): void =>
    setTyped((before) => ({ ...before, lines: { ...before.lines, [id]: { ...lineOf(before, id), ...patch } } }));
  const set = (patch: Partial<TypedBid>): void => setTyped((before) => ({ ...before, ...patch }));
  return {
    typed,
    set,
    changeLine,
    lineOf: (id: string) => lineOf(typed, id),
    wanted,
    check,
    save,
    send,
    submit,
    errors,
    savedAt,
  };
}
export type OwnBid = ReturnType<typeof useBid>;
