import {
  acknowledgeGroup,
  encodeSet,
  functionalAcknowledgement997,
  hasError,
  type Problem,
  writeCxmlResponse,
  writeInterchange,
  type X12Group,
  type X12Interchange,
  type X12Set,
} from '#libs/documents';
import type { Message, Reply } from '../message/message.js';
import { edifactAnswers, edifactReply } from './replying/edifact-reply.js';
import type { ReplyFacts } from './replying/reply-facts.js';

/**
 * The answer that the sender's transport gets, kept with the message. X12: the 997 of every group, about syntax only. EDIFACT: the CONTRL of every interchange, about
 * syntax only, and an APERAK for each message that was refused for its business. cXML: a Response with the verdict inside. Anything else: JSON with all problems.
 */
export function composeReply(message: Message, facts: ReplyFacts): Reply {
  if (message.format === 'X12' && facts.read.interchanges.length > 0) return x12Reply(facts);
  if (message.format === 'EDIFACT' && facts.read.edifact.length > 0) return edifactReply(facts);
  if (message.format === 'CXML') return cxmlReply(message, facts);
  const problems = [...facts.read.problems, ...facts.documents.flatMap((document) => document.problems)];
  const status = facts.documents.length === 0 ? 422 : 202;
  return {
    status,
    mediaType: 'application/json',
    body: Buffer.from(JSON.stringify({ messageId: message.id, duplicate: false, problems })),
  };
}

/** How many interchanges the reply to a message of X12 or EDIFACT has: nothing answers what holds acknowledgements only. */
export const repliesNeeded = (facts: Pick<ReplyFacts, 'read' | 'documents'>): number =>
  facts.read.interchanges.filter(isAnswered).length + edifactAnswers(facts).length;

const isAnswered = ({ groups }: X12Interchange): boolean =>
  groups.some((group) => acknowledgeGroup(group, new Map()) !== undefined);

function x12Reply({ read, now, controls }: ReplyFacts): Reply {
  const found = new Map<X12Set, readonly Problem[]>(
    read.documents.flatMap((d): [X12Set, Problem[]][] => (d.set ? [[d.set, d.problems]] : [])),
  );
  const texts = read.interchanges
    .filter(isAnswered)
    .flatMap((interchange, i) => acknowledged(interchange, { found, now, control: controls[i]! }));
  return { status: 200, mediaType: 'application/edi-x12', body: Buffer.from(texts.join('')) };
}

interface Acknowledging {
  found: ReadonlyMap<X12Set, readonly Problem[]>;
  now: Date;
  control: string;
}

/** One interchange back, a 997 for each group; an interchange of acknowledgements only is not answered. */
function acknowledged(interchange: X12Interchange, { found, now, control }: Acknowledging): string[] {
  const at = now.toISOString();
  const sets = interchange.groups.flatMap((group: X12Group, i: number) => {
    const acknowledgement = acknowledgeGroup(group, found);
    if (!acknowledgement) return [];
    return [
      {
        type: '997',
        control: String(i + 1).padStart(4, '0'),
        segments: encodeSet(functionalAcknowledgement997, acknowledgement).segments,
      },
    ];
  });
  if (sets.length === 0) return [];
  const group = interchange.groups[0]!;
  const { text } = writeInterchange({
    sender: interchange.receiver,
    receiver: interchange.sender,
    groupSender: group.receiver,
    groupReceiver: group.sender,
    functionalCode: 'FA',
    interchangeControl: control.padStart(9, '0'),
    groupControl: control,
    date: at.slice(0, 10),
    time: at.slice(11, 16),
    usage: interchange.usage === 'T' ? 'T' : 'P',
    separators: interchange.separators,
    sets,
  });
  return [text];
}

/** Findings that say the hub does not do this, not that the document is wrong. */
const notImplemented = new Set(['FORMAT_UNKNOWN', 'ORDER_CHANGE_UNSUPPORTED']);

/** cXML 1.2 User's Guide, Status: 200 done, 400 not to be sent again as it is, 406 not readable, 450 not taken (yet). */
function cxmlReply(message: Message, { read, documents, now }: ReplyFacts): Reply {
  const problems = [...read.problems, ...documents.flatMap((document) => document.problems)].filter(
    (p) => p.severity === 'error',
  );
  const unreadable = documents.length === 0 || hasError(read.problems) || read.documents.some((d) => hasError(d.problems));
  const status =
    problems.length === 0
      ? { code: '200', text: 'OK' }
      : problems.every((problem) => notImplemented.has(problem.code))
        ? { code: '450', text: 'Not Implemented' }
        : unreadable
          ? { code: '406', text: 'Not Acceptable' }
          : { code: '400', text: 'Bad Request' };
  const told = problems.map((p) => `${p.at}${p.line ? ` (line ${p.line})` : ''}: ${p.message} [${p.code}]`).join('\n');
  const text = writeCxmlResponse({
    payloadId: `${message.id}.reply@entrepot`,
    timestamp: now.toISOString(),
    status,
    ...(told ? { detail: told } : {}),
  });
  return { status: 200, mediaType: 'text/xml; charset=UTF-8', body: Buffer.from(text) };
}
