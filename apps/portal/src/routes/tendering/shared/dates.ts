/** An instant as a field of date and time on the reader's wall holds it; empty for none. */
export function toLocalField(iso: string | null | undefined): string {
  if (!iso) return '';
  const at = new Date(iso);
  const pad = (figure: number): string => String(figure).padStart(2, '0');
  return `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}T${pad(at.getHours())}:${pad(at.getMinutes())}`;
}

/** The instant that such a field means; null when it is empty or no date. */
export function fromLocalField(text: string): string | null {
  const at = new Date(text);
  return text === '' || Number.isNaN(at.getTime()) ? null : at.toISOString();
}

/** The reader's time zone by its name, such as Europe/Berlin. */
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
