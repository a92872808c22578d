/** Thrown, never returned: the actor may not do this, or the thing is absent or not his. The edge answers it with `code` alone. */
export class Refusal extends Error {
  constructor(
    readonly code: 'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND',
    /** What was refused, for the log and the audit trail; never shown. */
    readonly reason = '',
  ) {
    super(reason ? `${code}: ${reason}` : code);
    this.name = new.target.name;
  }
}

/** Nobody is signed in, or the token is no longer good. */
export class Unauthenticated extends Refusal {
  constructor(reason?: string) {
    super('UNAUTHENTICATED', reason);
  }
}

/** The actor is known and lacks the right. */
export class Forbidden extends Refusal {
  constructor(reason?: string) {
    super('FORBIDDEN', reason);
  }
}

/** Absent, or not visible to the actor: the two look alike. */
export class NotFound extends Refusal {
  constructor(reason?: string) {
    super('NOT_FOUND', reason);
  }
}
