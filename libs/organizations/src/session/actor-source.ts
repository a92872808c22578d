import {
  type Actor,
  ActorSource,
  type OrganizationRole,
  one,
  systemActor,
  type TokenClaims,
  type UnitOfWork,
} from '#libs/platform';

interface Loaded {
  kind: 'USER' | 'BREAK_GLASS' | 'API_KEY';
  roles: OrganizationRole[];
  permissions: string[];
  personId: string | null;
  memberId: string | null;
}

/** Present rights behind a verified token: session or key, membership, roles and organisation in one question, bound to the token's organisation. */
export class SessionActorSource extends ActorSource {
  constructor(private readonly unitOfWork: UnitOfWork) {
    super();
  }

  async load(claims: TokenClaims): Promise<Actor | undefined> {
    const loaded = await this.unitOfWork.read(systemActor(claims.org), (work) =>
      one<Loaded>(
        work,
        `select kind, roles, permissions, person_id as "personId", member_id as "memberId" from organizations.load_actor($1, $2, $3)`,
        [claims.kind, claims.sid, claims.mem || null],
      ),
    );
    if (!loaded) return undefined;
    const bound = { orgId: claims.org, permissions: new Set(loaded.permissions), roles: loaded.roles };
    if (claims.kind === 'apiKey') return { ...bound, kind: 'apiKey', keyId: claims.sid };
    if (!loaded.personId || !loaded.memberId || loaded.personId !== claims.sub) return undefined;
    const user = { ...bound, kind: 'user' as const, userId: loaded.personId, memberId: loaded.memberId, sessionId: claims.sid };
    return loaded.kind === 'BREAK_GLASS' ? { ...user, eyesOnly: true } : user;
  }
}
