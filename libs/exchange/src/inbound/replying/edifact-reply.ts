import {
  type ApplicationResponse,
  acknowledgeEdifact,
  type EdifactInterchange,
  type EdifactMessage,
  edifactApplicationResponses,
  edifactContrl,
  encodeEdifact,
  hasError,
  type MessageToWrite,
  type Problem,
  writeEdifact,
} from '#libs/documents';
import type { Reply } from '../../message/message.js';
import type { AppliedDocument } from '../applied-document.js';
import type { ReadDocument } from '../reading/read-document.js';
import type { ReplyFacts } from './reply-facts.js';

/** One interchange that goes back: the CONTRL of an interchange, or the APERAKs about its messages; each of them by its control number. */
interface Answer {
  interchange: EdifactInterchange;
  messages(control: string, now: Date): MessageToWrite[];
}

/** What goes back for an EDIFACT message, in order: nothing for an interchange of CONTRL only. */
export function edifactAnswers({ read, documents }: Pick<ReplyFacts, 'read' | 'documents'>): Answer[] {
  const found = new Map<EdifactMessage, readonly Problem[]>(
    read.documents.flatMap((d): [EdifactMessage, Problem[]][] => (d.edifact ? [[d.edifact, d.problems]] : [])),
  );
  const refusals = refusalsOf(read.documents, documents);
  return read.edifact.flatMap((interchange): Answer[] => {
    const acknowledgement = acknowledgeEdifact(interchange, found);
    if (!acknowledgement) return [];
    // Written only when it goes back: the numbers of the answers are drawn by their count before.
    const written = (): MessageToWrite[] => [
      { type: 'CONTRL', release: '3', control: '1', segments: encodeEdifact(edifactContrl, acknowledgement).segments },
    ];
    const contrl: Answer = { interchange, messages: written };
    const refused = interchange.groups.flatMap(({ messages }) => messages).flatMap((message) => refusals.get(message) ?? []);
    if (refused.length === 0) return [contrl];
    return [
      contrl,
      { interchange, messages: (control, now) => refused.map((one, i) => aperak(one, { interchange, control, now, i })) },
    ];
  });
}

/** The interchanges that answer a message of EDIFACT, one behind the other. */
export function edifactReply({ read, documents, now, controls }: ReplyFacts): Reply {
  const at = now.toISOString();
  const texts = edifactAnswers({ read, documents }).map(({ interchange, messages }, i) => {
    const control = controls[i]!.padStart(9, '0');
    const { sender, receiver, test, separators } = interchange;
    return writeEdifact({
      sender: receiver,
      receiver: sender,
      control,
      date: at.slice(0, 10),
      time: at.slice(11, 16),
      test,
      separators,
      messages: messages(control, now),
    });
  });
  return { status: 200, mediaType: 'application/edifact', body: Buffer.concat(texts.map(({ bytes }) => bytes)) };
}

interface Refusal {
  read: ReadDocument;
  edifact: EdifactMessage;
  problems: readonly Problem[];
}

/** Messages that could be read and were refused for what they ask. An APERAK is not answered by another. */
function refusalsOf(read: readonly ReadDocument[], applied: readonly AppliedDocument[]): Map<EdifactMessage, Refusal> {
  const refused = applied.flatMap((outcome, i): Refusal[] => {
    const document = read[i];
    if (!document?.edifact || outcome.state !== 'REFUSED' || hasError(document.problems)) return [];
    const problems = outcome.problems.filter(({ severity }) => severity === 'error');
    return [{ read: document, edifact: document.edifact, problems }];
  });
  return new Map(refused.map((one) => [one.edifact, one]));
}

/** Mutually agreed: the hub's own code stands in the text (element 9321 has no list of the UN). */
const agreed = 'ZZZ';
const longest = { text: 350, place: 35, number: 35, findings: 99 };

function aperak(
  { read, edifact, problems }: Refusal,
  { interchange, control, now, i }: { interchange: EdifactInterchange; control: string; now: Date; i: number },
): MessageToWrite {
  const release = edifact.release === '3' ? 'D.96A' : edifact.release;
  const party = ({ id }: { id: string }) => ({ identifiers: [{ value: id.slice(0, 17) }] });
  const response: ApplicationResponse = {
    kind: 'applicationResponse',
    number: `${control}-${i + 1}`,
    issuedOn: now.toISOString().slice(0, 10),
    note: [],
    sender: party(interchange.receiver),
    receiver: party(interchange.sender),
    status: 'rejected',
    document: { number: (read.businessNumber ?? edifact.control).slice(0, longest.number) },
    findings: problems.slice(0, longest.findings).map(({ at, code, message }) => ({
      code: agreed,
      message: `${code}: ${message}`.slice(0, longest.text),
      at: at.slice(0, longest.place),
    })),
  };
  const { segments } = encodeEdifact(edifactApplicationResponses[release], response);
  return { type: 'APERAK', release, control: String(i + 1), segments };
}
