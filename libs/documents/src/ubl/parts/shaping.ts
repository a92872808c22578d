/** After reading: a time with a zone becomes an instant of the day of issue; the row has read the time alone. */
export function joinIssued(document: { issuedOn?: string; issuedAt?: string }): void {
  if (document.issuedAt !== undefined) document.issuedAt = `${document.issuedOn}T${document.issuedAt}`;
}

type Report = (problem: { at: string; code: string; message: string; severity?: 'error' | 'warning' | 'info' }) => void;

/** Before writing: a list that the profile lets stand once keeps its first item; the rest is reported by name. */
export function keepFirst(list: unknown[] | undefined, at: string, report: Report): void {
  if (list === undefined || list.length <= 1) return;
  list.splice(1);
  report({
    at,
    code: 'NOT_EXPRESSED',
    message: `The profile has room for one value of ${at}; the others were not written.`,
    severity: 'info',
  });
}

/** Before writing: notes that must be one become one, a line each. */
export function oneNote(document: { note: string[] }): void {
  if (document.note.length > 1) document.note = [document.note.join('\n')];
}

/** Before writing: a document that takes another's place or takes it back is none the profile has. */
export function onlyOriginals(purpose: string, root: string, report: Report): void {
  if (purpose === 'original') return;
  report({ at: root, code: 'PURPOSE_NOT_EXPRESSIBLE', message: `The profile of ${root} cannot say "${purpose}".` });
}
