import { type AnyDocument, diffDocuments, messages, type Problem } from '#libs/documents';

/** A document that went through a format: as it was sent, as it came back, and what the writer said of it. */
export interface Passage {
  sent: AnyDocument;
  back: AnyDocument | undefined;
  problems: readonly Problem[];
  coordinate: string;
}

/** A place without the names of its items: `lines[00010].item.name` is `lines[].item.name`. */
const general = (path: string): string => path.replace(/\[[^\]]*\]/g, '[]');

/**
 * What is said in other words or at another place, so that it does not come back as it went, though nothing is lost: a name as the description, a code in its
 * reason, the order of all lines as that of the document, units numbered anew, an instant in UTC, sums that a format adds up itself.
 */
const reworded = [
  'lines[].item.name',
  'lines[].item.description',
  'lines[].charges[]',
  'charges[]',
  'lines[].order.number',
  'order.number',
  'packages[]',
  'lines[].packed[]',
  'issuedAt',
  'operation',
  'shipTo',
  'billTo',
  'lines[].price',
];

/** Values that came back otherwise than they went and that no problem names, in words of the model or at a place of the format. */
export function lostIn({ sent, back, problems, coordinate }: Passage): string[] {
  if (back === undefined) return ['/'];
  const rows = messages.get(coordinate)?.rows ?? [];
  const named = problems.flatMap(({ at }) => [
    general(at),
    ...rows.filter(({ address }) => general(address.text) === general(at)).map(({ to }) => general(to)),
  ]);
  return diffDocuments(sent, back)
    .filter(({ left }) => left !== undefined)
    .map(({ at }) => general(at))
    .filter(
      (at) => ![...named, ...reworded].some((place) => at === place || at.startsWith(`${place}.`) || at.startsWith(`${place}[`)),
    );
}
