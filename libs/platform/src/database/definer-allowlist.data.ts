/** A reviewed SECURITY DEFINER function: `schema.name(argument types)` as regprocedure prints it, who owns it, and why it must cross the wall. */
export interface DefinerFunction {
  readonly signature: string;
  readonly owner: 'entrepot_definer' | 'entrepot_jobs';
  readonly reason: string;
}

const definer = (signature: string, reason: string): DefinerFunction => ({ signature, owner: 'entrepot_definer', reason });
const jobs = (signature: string, reason: string): DefinerFunction => ({ signature, owner: 'entrepot_jobs', reason });

/** Every function that acts past a wall. One that is not here, belongs to somebody else or has no fixed search_path fails the check. */
export const definerAllowlist: readonly DefinerFunction[] = [
  // platform
  jobs('platform.add_job(text,jsonb,text,timestamp with time zone,integer)', 'Adds a job for the acting organisation; only the owner of graphile-worker\'s tables can.'),
  jobs('platform.add_job_for(uuid,text,jsonb,text,timestamp with time zone,integer)', 'Adds a job for the other party; only definer functions may call it.'),
  jobs('platform.purge()', 'Deletes what has served its time in all organisations; called by the clock.'),
  definer('platform.queue_mail(text,text,text,text)', 'Puts a mail into the outbox, also for people who are not signed in.'),
  definer('platform.take_mail(uuid)', 'Gives the sender a mail and counts the attempt.'),
  definer('platform.settle_mail(uuid,text,text)', 'Notes what became of a mail.'),
  definer('platform.read_outbox(uuid,integer)', 'Shows the outbox to an operator and to nobody else.'),
  // organizations
  definer('organizations.acts_as_operator()', 'Whether the acting organisation is an active operator, by its public card.'),
  definer('organizations.admit_member(uuid,uuid,text,text,text,text,text[])', 'Makes a person, who belongs to no organisation, a member of the acting one.'),
  definer('organizations.break_glass_history()', 'Shows an operator the looks of his own organisation into others.'),
  definer('organizations.change_organization(uuid,jsonb,integer)', 'Writes a public card: the own one, or any one for an operator.'),
  definer('organizations.change_password(uuid,text,text)', 'Replaces a password hash that the caller has verified, and ends the sessions.'),
  definer('organizations.close_break_glass(uuid)', 'Ends a look of the acting operator.'),
  definer('organizations.confirm_email_change(bytea)', 'Changes an address for the holder of the mailed link.'),
  definer('organizations.credentials_of(text,bytea[])', 'Gives the password hash of one address to the sign-in, before an organisation is known.'),
  definer('organizations.end_membership(uuid)', 'Ends a membership of the acting organisation and its sessions.'),
  definer('organizations.find_api_key(text)', 'Finds the hash of a key by its public characters, before an organisation is known.'),
  definer('organizations.find_link(bytea,text)', 'Finds what a mailed link is for, by the hash of its secret.'),
  definer('organizations.found_organization(uuid,jsonb)', 'Writes the public card of a new organisation, for an operator or as the hub\'s first.'),
  definer('organizations.issue_password_reset(text,bytea,interval)', 'Stores the hash of a link for a new password.'),
  definer('organizations.load_actor(text,uuid,uuid)', 'Gives the present rights of a session or key of the acting organisation.'),
  definer('organizations.member_counts(uuid[])', 'Counts members per organisation for an operator.'),
  definer('organizations.memberships_of(uuid)', 'Lists the organisations of a person who has proved who he is.'),
  definer('organizations.move_partnership(uuid,uuid,text,integer)', 'Moves a partnership of which the acting organisation is a party.'),
  definer('organizations.note_places(uuid,bytea[])', 'Remembers, hashed, where a person signed in.'),
  definer('organizations.open_break_glass(uuid,uuid,uuid,uuid,text,interval)', 'Opens a read-only session of an operator in another organisation, which is told.'),
  definer('organizations.open_session(uuid,uuid,bytea,interval,interval,text)', 'Opens a session of a member of the acting organisation.'),
  definer('organizations.person_by_id(uuid)', 'Gives a person\'s own card.'),
  definer('organizations.propose_partnership(uuid,uuid,jsonb)', 'Writes a proposal of the acting organisation, also into a row that a buyer owns.'),
  definer('organizations.purge()', 'Deletes credentials that have ended in all organisations; called by the clock.'),
  definer('organizations.put_invitation_link(bytea,uuid,interval)', 'Stores the hash of an invitation\'s link.'),
  definer('organizations.refresh_member(uuid)', 'Copies a person\'s name and address to his membership of the acting organisation.'),
  definer('organizations.request_email_change(uuid,text,bytea,interval)', 'Stores the hash of a link for a new address.'),
  definer('organizations.request_password_reset(text)', 'Starts the job that mails a link, the same for known and unknown addresses.'),
  definer('organizations.reset_password(bytea,text)', 'Sets a password for the holder of the mailed link, and ends the sessions.'),
  definer('organizations.revoke_session(uuid)', 'Ends a session of the acting organisation.'),
  definer('organizations.revoke_session_by_token(bytea)', 'Ends the session of a refresh token.'),
  definer('organizations.revoke_sessions(uuid)', 'Ends every session of a person; called by the functions that change passwords only.'),
  definer('organizations.rotate_session(bytea,bytea,interval)', 'Exchanges a refresh token, or ends its session when it comes twice.'),
  definer('organizations.set_organization_status(uuid,text)', 'Suspends or resumes an organisation for an operator.'),
  definer('organizations.store_api_key_secret(uuid,text,bytea)', 'Stores the hash of a key of the acting organisation.'),
  definer('organizations.use_link(bytea,text)', 'Uses up a mailed link.'),
  // catalog
  definer('catalog.identify_parts(uuid)', 'Finds or makes the parts that an upload of the acting organisation names.'),
  // supply
  definer('supply.consume_stock(jsonb)', 'Takes shipped quantities out of the stock of the acting supplier.'),
  jobs('supply.purge_promises()', 'Deletes promises that nobody took up in time, in all organisations; called by the clock.'),
  definer('supply.refresh_part_supply(uuid[])', 'Counts offers and stock of parts over all suppliers into the global summary.'),
  definer('supply.release_promise(uuid,text)', 'Gives back what a promise to the acting buyer holds at its supplier.'),
  definer('supply.release_stock(jsonb)', 'Gives reserved stock back for order lines of one of the two parties.'),
  definer('supply.reserve_promise(uuid,timestamp with time zone,timestamp with time zone)', 'Holds what a promise to the acting buyer names: stock and expected receipts of its supplier.'),
  jobs('supply.stale_uploads()', 'Finds uploads that nobody came back to, for the clock.'),
  definer('supply.reserve_stock(jsonb)', 'Reserves the stock of suppliers for order lines of the acting buyer.'),
  // procurement
  definer('procurement.amend_order(uuid,uuid,jsonb)', 'Writes what a party changes on an order that both share.'),
  definer('procurement.announce_placed(uuid)', 'Starts the supplier\'s half of a new order, once, for its buyer.'),
  definer('procurement.announce_urgent(uuid)', 'Starts the letters of both parties about a new urgent request of the acting buyer.'),
  definer('procurement.answer_order(uuid,uuid,jsonb)', 'Writes the supplier\'s answer to an order that the buyer owns.'),
  definer('procurement.fire_urgent(uuid,uuid,timestamp with time zone)', 'Fires the clocks of an urgent request for either of its parties, each mark once.'),
  definer('procurement.lock_order(uuid)', 'Locks an order for whichever party acts.'),
  definer('procurement.move_urgent(uuid,uuid,jsonb)', 'Writes what a party does to an urgent request that both share.'),
  jobs('procurement.urgent_clocks_due(timestamp with time zone)', 'Finds urgent requests whose clocks ran out, in all organisations; called by the clock.'),
  // exchange
  jobs('exchange.folders_to_poll()', 'Names the drop folders of all organisations, for the clock.'),
  jobs('exchange.messages_left_over()', 'Names stored deliveries that nobody applied, for the clock.'),
];
