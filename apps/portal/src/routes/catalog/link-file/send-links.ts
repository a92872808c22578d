import i18next from 'i18next';
import { TransferRefused } from '../../../graphql/transfer';
import { liveToken } from '../../../session/session';

/** What the hub says of a file of links: all rows taken, or none and why. */
export interface LinkFileAnswer {
  rows: number;
  added: number;
  unchanged: number;
  problems: { line: number; column: string | null; code: string; message: string }[];
}

/** Sends a CSV of links. A refused file comes back with its problems; throws TransferRefused when it could not be read at all. */
export async function sendLinks(file: Blob): Promise<LinkFileAnswer> {
  const response = await fetch('/api/v1/interchange-links', {
    method: 'POST',
    headers: {
      authorization: `Bearer ${(await liveToken()) ?? ''}`,
      'content-type': 'text/csv',
      'accept-language': i18next.language,
    },
    body: file,
  });
  const answer = (await response.json().catch(() => ({}))) as Partial<LinkFileAnswer> & {
    code?: string;
    title?: string;
    detail?: string;
  };
  if (answer.problems) return answer as LinkFileAnswer;
  throw new TransferRefused(
    response.status,
    answer.code ?? String(response.status),
    answer.detail ?? answer.title ?? String(response.status),
  );
}

/** A file to begin with: the columns, one link, and one set of two parts. */
export const sampleFile = `fromManufacturer,fromNumber,toManufacturer,toNumber,code,class,set,quantity,model,msnFrom,msnTo,modification,effectiveFrom,effectiveTo,authority,remark
80205,NAS6204-1,80205,NAS6204-2,1,III,,,737-800,1,500,,,,SB 25-1001,
80205,NAS6204-3,80205,NAS6204-4,4,,KIT-1,2,,,,,,,IPC 25-21,
80205,NAS6204-3,80205,NAS6204-5,4,,KIT-1,1,,,,,,,IPC 25-21,
`;
