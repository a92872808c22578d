import type { Work } from '#libs/platform';
import type { Message } from '../../message/message.js';
import { partnerProfiles } from '../../partner/partner.reader.js';
import type { ProfileSettings } from '../../partner/partner-profile.js';

/**
 * Ids of the connections on which a message came, by the address that its envelope names as sender: those of its format whose ERP is named so. An
 * organisation that has one connection of the format has it on that one, whatever its ERP calls itself. null: the format names no sender.
 * Each connection counts its own control numbers, so that a number alone says nothing. Two whose ERP goes by one address are both meant: what is found on both is noted on neither (note-sent.ts).
 */
export async function cameOn(work: Work, message: Message): Promise<string[] | null> {
  if (message.sender === null) return null;
  const speaking = (await partnerProfiles(work)).flatMap(({ id, settings }) => {
    const address = addressIn(settings, message.format);
    return address === undefined ? [] : [{ id, address }];
  });
  const named = speaking.length > 1 ? speaking.filter(({ address }) => address === message.sender) : speaking;
  return named.map(({ id }) => id);
}

/** How an ERP is named in envelopes of a format, written as the sender of an arrival is (describe-arrival.ts). */
function addressIn({ x12, edifact, cxml }: ProfileSettings, format: Message['format']): string | undefined {
  if (format === 'X12') return x12 && `${x12.own.qualifier}:${x12.own.id.trim()}`;
  if (format === 'EDIFACT') return edifact && `${edifact.own.qualifier ?? ''}:${edifact.own.id}`;
  return format === 'CXML' ? cxml?.own.identity : undefined;
}
