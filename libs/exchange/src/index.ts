// the room
export { ExchangeModule, exchangeRoom } from './exchange.module.js';
export { describeArrival } from './inbound/describe-arrival.js';
// inbound
export { type Received, receiveMessage } from './inbound/receive-message.js';
export { replayMessage } from './inbound/replay-message.js';
// messages
export type { DeliveryAttempt, ExchangeDocument, Message, MessageState, Reply } from './message/message.js';
export { listMessages, messageById, rawOf } from './message/message.reader.js';
// outbound
export { resendMessage } from './outbound/resend-message.js';
export { sendTestOrder } from './outbound/send-test-order.js';
// partners
export { partnerProfiles, secretPurpose } from './partner/partner.reader.js';
export type { ExchangeFormat, PartnerProfile, ProfileRole, ProfileSettings } from './partner/partner-profile.js';
export { savePartnerIdentities } from './partner/save-partner-identities.js';
export { type SavePartnerProfile, savePartnerProfile } from './partner/save-partner-profile.js';
export { permissions as exchangePermissions } from './permissions.js';
// transport
export { pollFolder } from './transport/poll-folder.js';
// uploads
export { readUpload } from './upload/read-upload.js';
