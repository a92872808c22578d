import { addJob, affected, rows, type Work } from '#libs/platform';
import { availabilityOf } from '#libs/supply';
import type { Watch, WatchedState } from './watch.js';
import { stillFound, watchesById } from './watch.reader.js';
import { type Change, changesOf, firstSight, stateOf } from './watch.rules.js';

/** Pairs of watch and part looked at in one work; more follow in the next. */
const pairsMax = 200;
type Pair = { watchId: string; partId: string };
type Notice = Pair & Change & Pick<Watch, 'personId'> & { delivery: Watch['delivery'] | 'NO_MAIL' };

/**
 * Looks at what moved under the watches of the acting organisation, behind its own wall, and notes what each member is to be told: a change
 * once, however many of his watches it concerns. Gives the members who are to be mailed at once.
 */
export async function checkWatches(work: Work): Promise<string[]> {
  const touched = await rows<Pair>(
    work,
    'select watch_id as "watchId", part_id as "partId" from procurement.take_watch_touches($1)',
    [pairsMax],
  );
  if (touched.length === 0) return [];
  if (touched.length === pairsMax) await addJob(work, { task: 'procurement.check-watches', payload: {}, key: 'check-watches' });
  const pairs = await stillFound(work, touched);
  const notices = await changesUnder(work, pairs);
  await tell(work, notices);
  return [...new Set(notices.filter(({ delivery }) => delivery === 'AT_ONCE').map(({ personId }) => personId))];
}

async function changesUnder(work: Work, pairs: readonly Pair[]): Promise<Notice[]> {
  if (pairs.length === 0) return [];
  const watches = new Map(
    (
      await watchesById(
        work,
        pairs.map(({ watchId }) => watchId),
      )
    ).map((watch) => [watch.id, watch]),
  );
  const now = await statesOf(work, [...new Set(pairs.map(({ partId }) => partId))]);
  const before = await rememberedOf(work, pairs);
  const notices = pairs.flatMap((pair): Notice[] => {
    const [watch, after] = [watches.get(pair.watchId), now.get(pair.partId)];
    if (!watch || !after) return [];
    const earlier = before.get(`${pair.watchId} ${pair.partId}`) ?? firstSight(watch, after);
    const delivery = watch.byMail ? watch.delivery : 'NO_MAIL';
    return changesOf(watch, earlier, after).map((change) => ({ ...pair, ...change, personId: watch.personId, delivery }));
  });
  await remember(work, pairs, now);
  return once(notices);
}

/** Of several watches of one member that say the same of one part, the one that mails soonest speaks. */
function once(notices: readonly Notice[]): Notice[] {
  const rank = { AT_ONCE: 0, DAILY: 1, NO_MAIL: 2 };
  const told = new Map<string, Notice>();
  for (const notice of notices) {
    const key = `${notice.personId} ${notice.partId} ${notice.kind}`;
    const other = told.get(key);
    if (!other || rank[notice.delivery] < rank[other.delivery]) told.set(key, notice);
  }
  return [...told.values()];
}

async function statesOf(work: Work, partIds: readonly string[]): Promise<Map<string, WatchedState>> {
  const answers = await availabilityOf(work, { lines: partIds.map((partId) => ({ partId, quantity: '1' })) });
  return new Map(partIds.map((partId, line) => [partId, stateOf(answers[line]?.offers ?? [])]));
}

async function rememberedOf(work: Work, pairs: readonly Pair[]): Promise<Map<string, WatchedState>> {
  const found = await rows<Pair & { state: WatchedState }>(
    work,
    `select s.watch_id as "watchId", s.part_id as "partId", s.state from unnest($2::uuid[], $3::uuid[]) as t (watch, part)
     join procurement.watch_state s on s.org_id = $1 and s.watch_id = t.watch and s.part_id = t.part`,
    [work.actor.orgId, pairs.map(({ watchId }) => watchId), pairs.map(({ partId }) => partId)],
  );
  return new Map(found.map(({ watchId, partId, state }) => [`${watchId} ${partId}`, state]));
}

async function remember(work: Work, pairs: readonly Pair[], now: ReadonlyMap<string, WatchedState>): Promise<void> {
  const states = pairs.map(({ watchId, partId }) => ({ watch: watchId, part: partId, state: now.get(partId) }));
  await affected(
    work,
    `insert into procurement.watch_state (org_id, watch_id, part_id, state) select $1, t.watch, t.part, t.state from jsonb_to_recordset($2) as t (watch uuid, part uuid, state jsonb)
     order by 2, 3 on conflict (org_id, watch_id, part_id) do update set state = excluded.state`,
    [work.actor.orgId, JSON.stringify(states)],
  );
}

async function tell(work: Work, notices: readonly Notice[]): Promise<void> {
  if (notices.length === 0) return;
  const told = notices.map(({ personId, watchId, partId, kind, facts, delivery }) => ({
    personId,
    watchId,
    partId,
    kind,
    facts,
    delivery,
  }));
  await affected(
    work,
    `insert into procurement.watch_notice (org_id, person_id, watch_id, part_id, kind, facts, delivery)
     select $1, t."personId", t."watchId", t."partId", t.kind, t.facts, t.delivery
     from jsonb_to_recordset($2) as t ("personId" uuid, "watchId" uuid, "partId" uuid, kind text, facts jsonb, delivery text)`,
    [work.actor.orgId, JSON.stringify(told)],
  );
  work.notify('watch.told', work.actor.orgId, work.actor.orgId);
}
