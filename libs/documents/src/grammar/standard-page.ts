import type { Message } from './message.js';

/** A message's table as a page for people (docs/standards): every row with its place, its field of the model and what may stand there; then the rules. */
export function standardPage(message: Message<never>): string {
  const { table, rows, fixed, same, counts, dropped } = message;
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  const code = (text: string) => `\`${text}\``;
  const constants = [
    ...fixed.map(({ address, value }) => line([code(address.text), value === '' ? 'empty element' : `constant ${code(value)}`])),
    ...same.map(({ address, from }) => line([code(address.text), `as ${code(from.at(-1)?.path ?? '')}`])),
    ...counts.map(({ address, of }) => line([code(address.text), `count of ${code(of.at(-1)?.path ?? '')}`])),
    ...dropped.map((address) => line([code(address.text), 'read over, not kept'])),
  ];
  return [
    `# ${table.standard} ${table.message}`,
    '',
    `Generated from the table \`${message.coordinate}\`; do not edit. Source: ${table.source}.`,
    '',
    '## Values',
    '',
    line(['Place', 'Model', 'Needed', 'What']),
    line(['---', '---', '---', '---']),
    ...rows.map((row) =>
      line([code(row.address.text), code(row.to), { must: 'yes', needed: 'to write', may: 'no' }[row.presence], row.field.says]),
    ),
    ...(constants.length === 0
      ? []
      : ['', '## Constants, repetitions, counts', '', line(['Place', 'What']), line(['---', '---']), ...constants]),
    ...(table.rules.length === 0 ? [] : ['', '## Rules', '', ...table.rules.map((rule) => `- **${rule.name}**: ${rule.says}`)]),
    '',
  ].join('\n');
}
