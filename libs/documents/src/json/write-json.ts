import type { Json, JsonObject } from './read-json.js';

/** A value as JSON text, two blanks of indent per level; numbers as they are written. */
export function writeJson(value: Json): string {
  return `${written(value, '')}\n`;
}

function written(value: Json, indent: string): string {
  if (Array.isArray(value))
    return block(
      value.map((item) => written(item, `${indent}  `)),
      { indent, ends: '[]' },
    );
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if ('number' in value) return value.number;
  const lines = (value as JsonObject).entries.map(([key, item]) => `${JSON.stringify(key)}: ${written(item, `${indent}  `)}`);
  return block(lines, { indent, ends: '{}' });
}

function block(lines: readonly string[], { indent, ends }: { indent: string; ends: string }): string {
  const [open, close] = [ends[0], ends[1]];
  return lines.length === 0 ? ends : `${open}\n${lines.map((line) => `${indent}  ${line}`).join(',\n')}\n${indent}${close}`;
}
