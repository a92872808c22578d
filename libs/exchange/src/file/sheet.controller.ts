import type { IncomingMessage } from 'node:http';
import { Controller, Req } from '@nestjs/common';
import { z } from 'zod';
import { type ByteSource, isArchive, problemOf, sheetNames, sheetText, unguardCell } from '#libs/documents';
import { Handles, HttpRefusal, Input, type RouteInput, route } from '#libs/platform';

/** Bytes of a workbook of lines at most: a thousand lines are a few dozen kilobytes. */
const workbookBytesMax = 2_000_000;
/** Characters of its text at most, as many as lines that are pasted may have. */
const textMax = 300_000;

const textRoute = route({
  method: 'POST',
  path: '/api/v1/sheets/text',
  summary: 'Reads a sheet of a workbook as text',
  description:
    'The body is an Excel workbook of at most 2 MB. One row a line, cells in quotes, parted by commas, at most 300,000 characters: what a quick order or the lines of a tender take. Nothing is kept.',
  allow: ['basket:edit', 'tender:manage'],
  query: z.object({
    /** Its name; the first that a person sees when absent. */
    sheet: z.string().min(1).max(100).optional(),
  }),
  body: 'stream',
  consumes: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/octet-stream'],
  answers: {
    200: {
      description: 'The text, and the names of all sheets that a person sees.',
      schema: z.object({ text: z.string(), sheets: z.array(z.string()) }),
    },
    413: { description: 'Larger than 2 MB, or more than 300,000 characters.' },
    422: { description: 'No workbook, or one that cannot be read.' },
  },
});

/** Sheets of workbooks as text: read as they come, never kept. */
@Controller()
export class SheetController {
  @Handles(textRoute)
  async text(
    @Input(textRoute) { query }: RouteInput<typeof textRoute>,
    @Req() request: IncomingMessage,
  ): Promise<{ text: string; sheets: string[] }> {
    const workbook = await wholeBody(request);
    if (!isArchive(workbook)) throw new HttpRefusal(422, 'NOT_A_WORKBOOK', 'The file is no Excel workbook (.xlsx).');
    const source: ByteSource = {
      size: workbook.length,
      async *read(start, end) {
        yield workbook.subarray(start, end);
      },
    };
    try {
      const sheets = await sheetNames(source);
      return { text: await textOf(source, query.sheet), sheets };
    } catch (error) {
      const problem = problemOf(error);
      if (problem) throw new HttpRefusal(422, problem.code, problem.message);
      throw error;
    }
  }
}

async function wholeBody(request: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > workbookBytesMax) throw new HttpRefusal(413, 'FILE_TOO_LARGE', `At most ${workbookBytesMax} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** As it was typed: what guards a cell against being run is for files that people open, and here nobody opens one. */
async function textOf(source: ByteSource, sheet: string | undefined): Promise<string> {
  let text = '';
  for await (const chunk of sheetText(source, sheet === undefined ? {} : { sheet })) {
    text += Buffer.from(chunk).toString('utf8');
    if (text.length > textMax) throw new HttpRefusal(413, 'FILE_TOO_LARGE', `At most ${textMax} characters.`);
  }
  return text.replaceAll(/(^|",)"('[^"]*)/gm, (_, before: string, cell: string) => `${before}"${unguardCell(cell)}`);
}
