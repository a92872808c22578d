/** An element with text, or nothing when there is none. Names come from the writer's own tables. */
export function optional(name: string, value: string | undefined): string {
  return value === undefined || value === '' ? '' : el(name, escaped(value));
}

/** An element around finished XML. */
export function el(name: string, content: string): string {
  return `<${name}>${content}</${name}>`;
}

/** Character data; a carriage return would be read as a line feed, so it is written as a reference. */
export function escaped(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}
