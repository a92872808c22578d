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
  // catalog
  // supply
  // procurement
  // exchange
];
