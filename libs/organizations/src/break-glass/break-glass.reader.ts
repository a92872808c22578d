import { rows, type Work } from '#libs/platform';

/** An operator's look into another organisation. */
export interface BreakGlass {
  id: string;
  personId: string;
  targetId: string;
  sessionId: string;
  memberId: string;
  reason: string;
  openedAt: Date;
  expiresAt: Date;
  closedAt: Date | null;
}

/** The last 100 looks of the acting operator, newest first; nobody else has any. */
export async function listBreakGlass(work: Work): Promise<BreakGlass[]> {
  return rows<BreakGlass>(
    work,
    `select id, person_id as "personId", target_id as "targetId", session_id as "sessionId", member_id as "memberId", reason,
       opened_at as "openedAt", expires_at as "expiresAt", closed_at as "closedAt"
     from organizations.break_glass_history()`,
  );
}
