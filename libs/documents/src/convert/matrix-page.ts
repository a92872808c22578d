import type { Message } from '../grammar/message.js';
import { documentFormats, documentKinds, FORMAT_NAMES } from './kinds.js';

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

/**
 * The page of what can be said in which format: every kind of document with its messages, then for each kind the values of the model
 * and the formats that carry them. What a message does not carry it names when it writes (`NOT_EXPRESSED`).
 */
export function matrixPage(): string {
  const kinds = [...documentKinds()];
  const name = ({ table }: Message<never>) => table.message;
  return [
    '# What can be said in which format',
    '',
    'Generated from the tables; do not edit. A document of a kind can be read in any format of its row and written in any other; what a',
    'format has no place for is named by the writer, never left out in silence. Catalogues also come as streams: BMEcat, CIF, CSV, PRICAT.',
    '',
    line(['Kind', ...documentFormats.map((format) => FORMAT_NAMES[format])]),
    line(['---', ...documentFormats.map(() => '---')]),
    ...kinds.map(([kind, tables]) =>
      line([kind, ...documentFormats.map((format) => [...new Set(tables[format].map(name))].join(', ') || '-')]),
    ),
    ...kinds.flatMap(([kind, tables]) => {
      const all = documentFormats.flatMap((format) => tables[format]);
      const carriedBy = new Map(all.map((message) => [message, pathsOf(message)]));
      const paths = [...new Set([...carriedBy.values()].flatMap((carried) => [...carried]))].sort();
      const columns = documentFormats.filter((format) => tables[format].length > 0);
      return [
        '',
        `## ${kind}`,
        '',
        line(['Value', ...columns]),
        line(['---', ...columns.map(() => '---')]),
        ...paths.map((path) =>
          line([
            `\`${path}\``,
            ...columns.map((format) => {
              const carrying = tables[format].filter((message) => carriedBy.get(message)?.has(path));
              return carrying.length === 0
                ? '-'
                : carrying.length === tables[format].length
                  ? 'yes'
                  : [...new Set(carrying.map(name))].join(', ');
            }),
          ]),
        ),
      ];
    }),
    '',
  ].join('\n');
}

/** The values of the model that a message carries, by its rows and its rules. */
function pathsOf(message: Message<never>): Set<string> {
  return new Set([...message.rows.map(({ to }) => to), ...message.table.carried].map((path) => path.replace(/\[\d+\]/g, '[]')));
}
