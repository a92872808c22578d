import type { TFunction } from 'i18next';
import { useEffect, useRef, useState } from 'react';
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
import { sealedFaults } from './sealed/sealed-bid';
import { useSealedSend } from './sealed/use-sealed-send';
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

/** What is typed, begun from the draft or the last bid, and kept in this tab until it is saved or submitted. */
function useTypedBid({ tender, lot, bid }: BidOn) {
  const memory = `entrepot.bid.${lot.id}.${lot.round}`;
  const draft = tender.bidDrafts.find(({ lotId, round }) => lotId === lot.id && round === lot.round);
  const [begun] = useState(() => typedBidOf(tender, lot.id, draft?.content ?? bid?.content));
  const [typed, setTyped] = useState<TypedBid>(() => {
    const kept = remembered(memory);
    // Lines that an amendment added have a place too.
    return kept ? { ...kept, lines: { ...begun.lines, ...kept.lines } } : begun;
  });
  useEffect(() => {
    if (typed !== begun) sessionStorage.setItem(memory, JSON.stringify(typed));
  }, [typed, begun, memory]);
  const wanted = linesOfLot(tender, lot.id);
  const ofLine = (from: TypedBid, id: string): TypedBidLine => from.lines[id] ?? typedBidOf(tender, lot.id, null).lines[id]!;
  return {
    draft,
    typed,
    wanted,
    set: (patch: Partial<TypedBid>): void => setTyped((before) => ({ ...before, ...patch })),
    lineOf: (id: string) => ofLine(typed, id),
    changeLine: (id: string, patch: Partial<TypedBidLine>): void =>
      setTyped((before) => ({ ...before, lines: { ...before.lines, [id]: { ...ofLine(before, id), ...patch } } })),
    /** Only what is asked for now; a line that was dropped is not sent. */
    content: () => bidInputOf({ ...typed, lines: Object.fromEntries(wanted.map(({ id }) => [id, ofLine(typed, id)])) }, tender),
    forget: () => sessionStorage.removeItem(memory),
  };
}

const idOf = ({ lineId }: { lineId: string | number }): { id: string } => ({ id: String(lineId) });

/** The hub counts the lines that were sent; here every line has its own place. */
function placed(errors: readonly FieldError[], sent: readonly { id: string }[]): FieldError[] {
  return errors.map((error) => {
    const path = error.path[0] === 'bid' ? error.path.slice(1) : error.path;
    const line = path[0] === 'lines' ? sent[Number(path[1])] : undefined;
    return line ? { ...error, path: ['bid', 'lines', line.id, ...path.slice(2)] } : error;
  });
}

function faultsOf(typed: TypedBid, t: TFunction<'tendering'>): FieldError[] {
  const faults: FieldError[] = bidFaultsOf(typed).map(({ lineId, field }) => ({
    message: t(`bidFault.${field}`),
    path: ['bid', 'lines', lineId, field],
  }));
  return typed.deliveryTerm.trim() === ''
    ? [...faults, { message: t('fault.deliveryTerm'), path: ['bid', 'deliveryTerm'] }]
    : faults;
}

/** A bid on its way: what is typed, kept as a draft, and submitted. */
export function useBid(on: BidOn) {
  const { tender, lot, bid, moved } = on;
  const { t } = useTranslation('tendering');
  const submit = useSubmit();
  const { draft, content, forget, ...own } = useTypedBid(on);
  const [unread, setUnread] = useState<readonly FieldError[]>([]);
  const [savedAt, setSavedAt] = useState<string | undefined>(draft?.savedAt);
  const { kept, sendClosed } = useSealedSend(on, submit);
  const sealed = tender.confidentiality === 'SEALED';
  const edits = useRef(draft?.edits ?? 0);
  useEffect(() => {
    edits.current = Math.max(edits.current, draft?.edits ?? 0);
  }, [draft?.edits]);
  const step = { tenderId: tender.id, lotId: lot.id };

  const check = (): boolean => {
    const faults = faultsOf(own.typed, t);
    // Nobody can look into an envelope before it is opened, so what the hub would say of an open bid is said here.
    const found =
      sealed && faults.length === 0 ? placed(sealedFaults(content(), { tender, lot, t }), content().lines.map(idOf)) : faults;
    setUnread(found);
    submit.clear();
    return found.length === 0;
  };
  const save = async (): Promise<boolean> => {
    if (!check()) return false;
    const input = { ...step, expectedVersion: edits.current, bid: content() };
    const done = await submit.run(async () => (await ask(SaveBidDocument, { input })).saveBid);
    if (!done?.draft) return false;
    edits.current = done.draft.edits;
    setSavedAt(done.draft.savedAt);
    forget();
    return true;
  };
  const send = async (): Promise<{ digest: string; acceptedAt: string } | undefined> => {
    const expectedVersion = bid && bid.round === lot.round ? bid.seq : 0;
    // What was typed stays in this tab then: the hub cannot show a sealed bid to its bidder either.
    if (sealed) return sendClosed(content(), expectedVersion);
    const input = { ...step, expectedVersion, tenderVersion: tender.version, bid: content() };
    const done = await submit.run(async () => (await ask(SubmitBidDocument, { input })).submitBid);
    if (!done?.receipt) return undefined;
    forget();
    edits.current = 0;
    setSavedAt(undefined);
    await moved();
    return done.receipt;
  };
  const sent = own.wanted.filter(({ id }) => own.lineOf(id).price.trim() !== '');
  return { ...own, check, save, send, sealed, kept, submit, errors: [...unread, ...placed(submit.errors, sent)], savedAt };
}
export type OwnBid = ReturnType<typeof useBid>;
