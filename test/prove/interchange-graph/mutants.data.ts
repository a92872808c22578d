/** A hole in the search of the hub itself, cut into its statement in a throw-away clone. Each of them must be noticed on the random graphs. */
export interface Mutant {
  name: string;
  /** What stands in the statement, and what shall stand there everywhere instead. */
  from: string;
  to: string;
}

export const mutants: readonly Mutant[] = [
  {
    name: 'one-way links are walked back',
    from: "l.meaning in ('TWO_WAY', 'REIDENTIFIED') and",
    to: "l.meaning in ('TWO_WAY', 'REIDENTIFIED', 'ONE_WAY') and",
  },
  { name: "a supplier's claim counts", from: "l.asserted_as = 'OPERATOR'", to: "l.asserted_as in ('OPERATOR', 'SUPPLIER')" },
  { name: "any maker's word counts", from: "l.maker_id = p.manufacturer_id", to: 'l.maker_id is not null' },
  { name: 'revoked approvals count', from: 'y.revoked_at is null', to: 'true' },
  { name: 'approvals count before their day', from: 'y.valid_from <= q.day', to: 'true' },
  { name: 'approvals count for every fleet', from: '(y.fleet is null or y.fleet = q.fleet)', to: 'true' },
  { name: 'withdrawn links are followed', from: 'l.withdrawn_at is null', to: 'true' },
  { name: 'ended links are followed', from: 'coalesce(l.effective_to, q.day) >= q.day', to: 'true' },
  { name: 'links are followed before their day', from: 'l.effective_from <= q.day', to: 'true' },
  { name: 'another application is no hindrance', from: "when 'MISS' then false when 'UNKNOWN' then q.consent", to: "when 'MISS' then true when 'UNKNOWN' then q.consent" },
  { name: 'an unknown application is no hindrance', from: "when 'UNKNOWN' then q.consent else", to: "when 'UNKNOWN' then true else" },
  { name: 'qualified links need no consent', from: 'q.consent or not (', to: 'true or not (' },
  { name: 'classes that ask are not asked', from: "or g.effect = 'CHECK'", to: '' },
  { name: 'parts of class V are offered', from: "v.effect = 'BLOCK'", to: "v.effect = 'NEVER'" },
  { name: 'parts that are not interchangeable are offered', from: "v.meaning = 'NOT'", to: "v.meaning = 'NEVER'" },
  { name: '"not interchangeable" holds one way', from: 'or v.to_part = any (t.ids)', to: 'or false and v.to_part = any (t.ids)' },
  { name: 'sets are offered with what may not be', from: 'and m.whole and', to: 'and' },
  { name: 'the last step alone makes the rank', from: 'greatest(w.rank, s.rank), w.depth + 1', to: 's.rank, w.depth + 1' },
  { name: 'the longer path is taken', from: 'order by s.n, s.part, s.rank, s.depth)', to: 'order by s.n, s.part, s.rank, s.depth desc)' },
  { name: "a buyer's claim counts", from: 'l.counts_at_once and', to: '' },
  { name: 'links of merged parts are not followed', from: 'l.from_part = any (t.ids)', to: 'l.from_part = (t.ids)[1]' },
  { name: 'links that lead back to merged parts are not followed', from: 'l.to_part = any (t.ids)', to: 'l.to_part = (t.ids)[1]' },
  { name: '"not interchangeable" of a merged part is forgotten', from: 'v.from_part = any (t.ids)', to: 'v.from_part = (t.ids)[1]' },
  { name: 'class V of a merged part is forgotten', from: "v.effect = 'BLOCK'", to: "v.effect = 'BLOCK' and v.from_part not in (select y.from_part from catalog.identity_correction y)" },
  { name: 'merged parts are offered beside what they are', from: 'c.from_part = l.to_part and', to: 'false and' },
  { name: 'own numbers count after their day', from: 'coalesce(twin.valid_to, q.day) >= q.day', to: 'true' },
  { name: 'numbers of other kinds count as own ones', from: ".kind = 'OWN_STOCK_NUMBER'", to: '.kind is not null' },
];
