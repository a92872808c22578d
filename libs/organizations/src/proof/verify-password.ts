import { one, rows, type Throttle, type ThrottleRule, type UnitOfWork } from '#libs/platform';
import { normalEmail } from '../credential/email.js';
import { passwordMatches } from '../credential/password.js';
import { networkOf, type Origin, type Places, placesOf } from './origin.js';

const quarter = 15 * 60;
/**
 * Passwords tried per account in 15 minutes: 5 from all places together where the person never signed in, 5 from each network
 * where he did, 10 from each of his devices. Whoever guesses has at most the first two, 10 in all; whoever guesses from
 * elsewhere uses up only the first, so the person still gets in at home.
 */
const stranger: ThrottleRule = { name: 'password:stranger', points: 5, seconds: quarter };
const knownNetwork: ThrottleRule = { name: 'password:network', points: 5, seconds: quarter };
const knownDevice: ThrottleRule = { name: 'password:device', points: 10, seconds: quarter };
/** Failed tries from one unknown network over all accounts; stops one password being tried on everybody. */
const spraying: ThrottleRule = { name: 'password:spraying', points: 100, seconds: quarter };

/** Who a password belongs to. */
export interface Person {
  id: string;
  email: string;
  name: string;
  locale: string;
  /** What was verified: changing the password compares with it. */
  passwordHash: string;
}

/** An address and a password, and where they come from. */
export interface Claim {
  email: string;
  password: string;
  origin: Origin;
}

export type Verified =
  | { outcome: 'RIGHT'; person: Person }
  | { outcome: 'WRONG' }
  | { outcome: 'THROTTLED'; retryAfterSeconds: number };

/** What verifying needs. */
export interface PasswordDesk {
  unitOfWork: UnitOfWork;
  throttle: Pick<Throttle, 'take' | 'giveBack'>;
}

/**
 * Whether address and password belong together. Known and unknown addresses take the same way: one query, one count, one argon2;
 * a throttled try is not evaluated. A right one makes network and device known for 180 days.
 */
export async function verifyPassword(desk: PasswordDesk, { email: given, password, origin }: Claim): Promise<Verified> {
  const email = normalEmail(given) ?? given.trim().toLowerCase().slice(0, 320);
  const places = placesOf(origin);
  const stored = await desk.unitOfWork.guest((work) =>
    one<Stored>(work, credentials, [email, [places.network, places.device].filter(Boolean)]),
  );

  const limits = limitsFor({ email, origin, places, known: stored?.known ?? [] });
  for (const limit of limits) {
    const retryAfterSeconds = await desk.throttle.take(limit.rule, limit.key);
    if (retryAfterSeconds !== undefined) return { outcome: 'THROTTLED', retryAfterSeconds };
  }
  const right = await passwordMatches(stored?.passwordHash, password);
  if (!right || !stored?.passwordHash) return { outcome: 'WRONG' };

  for (const limit of limits) await desk.throttle.giveBack(limit.rule, limit.key);
  const { known: _, ...person } = stored;
  await desk.unitOfWork.guest((work) =>
    rows(work, 'select organizations.note_places($1, $2::bytea[])', [person.id, seen(places)]),
  );
  return { outcome: 'RIGHT', person: { ...person, passwordHash: stored.passwordHash } };
}

const credentials = `select c.id, c.email, c.name, c.locale, c.password_hash as "passwordHash", c.known from organizations.credentials_of($1, $2::bytea[]) as c`;

interface Stored {
  id: string;
  email: string;
  name: string;
  locale: string;
  passwordHash: string | null;
  known: Buffer[];
}

interface Limit {
  rule: ThrottleRule;
  key: string;
}

const seen = ({ network, device }: Places): Buffer[] => (device ? [network, device] : [network]);

function limitsFor({
  email,
  origin,
  places,
  known,
}: {
  email: string;
  origin: Origin;
  places: Places;
  known: readonly Buffer[];
}): Limit[] {
  const knows = (place: Buffer | undefined): place is Buffer => place !== undefined && known.some((other) => other.equals(place));
  const network = networkOf(origin.address);
  if (knows(places.device)) return [{ rule: knownDevice, key: `${email} ${places.device.toString('hex')}` }];
  if (knows(places.network)) return [{ rule: knownNetwork, key: `${email} ${network}` }];
  // The network's count first: one that has used it up takes no more points from the accounts it tries.
  return [
    { rule: spraying, key: network },
    { rule: stranger, key: email },
  ];
}
