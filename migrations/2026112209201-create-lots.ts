import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACTING, as, bounded, rewrite, sql, wall } from './support.js';

// The offer's own predicate over copies of its columns, as stock has it.
const audience = `audience is null or org_id = ${ACTING} or (org_id, audience) in (select m.org_id, m.audience from supply.audience_member m where m.counterparty_id = ${ACTING})`;

const named = (en: string, cn: string, tw: string) => `'${JSON.stringify({ en, 'zh-CN': cn, 'zh-TW': tw })}'`;
const code = (list: string, row: [string, string, boolean, string, string, string]) => {
  const [name, same, sold, en, cn, tw] = row;
  return `('${list}', '1', '${name}', '{${same}}', ${sold}, ${named(en, cn, tw)}, '1990-01-01')`;
};
// Both lists of conditions with the map between them (parts-model 5.3): what is equal to what, and what is never in stock or never sold.
const conditions: [string, string, boolean, string, string, string][] = [
  ['NU', 'FN,NE,NS', true, 'New, unused', '全新未使用', '全新未使用'],
  ['FN', 'NU', true, 'Factory new', '原厂全新', '原廠全新'],
  ['NE', 'NU', true, 'New', '全新', '全新'],
  ['NS', 'NU', true, 'New surplus', '全新库存', '全新庫存'],
  ['OH', '', true, 'Overhauled', '大修', '翻修'],
  ['US', 'SV', true, 'Used, serviceable', '使用过，可用', '使用過，可用'],
  ['SV', 'US', true, 'Serviceable', '可用', '可用'],
  ['RP', '', true, 'Repaired', '已修理', '已修理'],
  ['IN', '', true, 'Inspected', '已检查', '已檢查'],
  ['MD', '', true, 'Modified', '已改装', '已改裝'],
  ['AR', '', true, 'As removed', '拆下状态', '拆下狀態'],
  ['EX', '', true, 'Exchange or lease', '交换或租赁', '交換或租賃'],
  ['CR', '', false, 'Condition on request', '状态待询', '狀態待詢'],
  ['ST', '', false, 'Stolen or missing', '被盗或遗失', '遭竊或遺失'],
  ['XX', '', false, 'Scrap', '报废', '報廢'],
];
const certificates: [string, string, boolean, string, string, string][] = [
  ['FAA_8130_3', '', true, 'FAA 8130-3', 'FAA 8130-3', 'FAA 8130-3'],
  ['EASA_FORM_1', '', true, 'EASA Form 1', 'EASA Form 1', 'EASA Form 1'],
  ['UK_CAA_FORM_1', '', true, 'UK CAA Form 1', 'UK CAA Form 1', 'UK CAA Form 1'],
  ['JAA_FORM_ONE', '', true, 'JAA Form One (historic)', 'JAA Form One（历史）', 'JAA Form One（歷史）'],
  ['TCCA_24_0078', '', true, 'TCCA 24-0078', 'TCCA 24-0078', 'TCCA 24-0078'],
  ['CASA_917', '', true, 'CASA Form 917', 'CASA Form 917', 'CASA Form 917'],
  ['CAAC_038', '', true, 'CAAC AAC-038', 'CAAC AAC-038', 'CAAC AAC-038'],
  ['ANAC_F_100_01', '', true, 'ANAC F-100-01', 'ANAC F-100-01', 'ANAC F-100-01'],
  ['COFC', '', true, 'Certificate of conformity', '合格证', '合格證'],
  ['ATA_106', '', true, 'ATA Spec 106 trace', 'ATA 106 追溯', 'ATA 106 追溯'],
  ['NON_INCIDENT', '', true, 'Non-incident statement', '无事故声明', '無事故聲明'],
  ['BACK_TO_BIRTH', '', true, 'Back-to-birth trace', '全寿命追溯', '全壽命追溯'],
  ['TRANSFER_DOCUMENT', '', true, 'Transfer document', '转让文件', '轉讓文件'],
  ['SAFETY_DATA_SHEET', '', true, 'Safety data sheet', '安全数据表', '安全資料表'],
  ['DANGEROUS_GOODS', '', true, 'Dangerous goods declaration', '危险品申报', '危險品申報'],
  ['END_USER', '', true, 'End-user statement', '最终用户声明', '最終使用者聲明'],
  ['EXPORT_LICENCE', '', true, 'Export licence', '出口许可证', '出口許可證'],
];
const traces: [string, string, boolean, string, string, string][] = [
  ['YES', '', true, 'Traceable', '可追溯', '可追溯'],
  ['NAV', '', true, 'Trace not available', '无追溯资料', '無追溯資料'],
  ['NAP', '', true, 'Trace not applicable', '不适用追溯', '不適用追溯'],
];
const codes = `insert into supply.lot_code (list, version, code, same_as, sold, names, valid_from) values ${[
  ...conditions.map((row) => code('CONDITION', row)),
  ...certificates.map((row) => code('CERTIFICATE', row)),
  ...traces.map((row) => code('TRACE', row)),
].join(', ')}`;

const tables = [
  `create table supply.lot_code (
    list text collate "C" not null check (list in ('CONDITION', 'CERTIFICATE', 'TRACE')), version text collate "C" not null, code text collate "C" not null check (length(code) between 1 and 30),
    same_as text[] collate "C" not null default '{}', sold boolean not null, names jsonb not null, valid_from date not null, valid_to date check (valid_to >= valid_from), primary key (list, version, code))`,
  wall(
    'global',
    'supply.lot_code',
    'Conditions, certificates and trace indicators by version; what equals what in the other list of conditions, and what is never sold from a shelf.',
  ),
  as('entrepot_definer', 'supply', [codes]),

  // A lot says what the units of an offer at a place are; stock says how many there are. Free is quantity - taken.
  `create table supply.lot (
    org_id uuid not null, id uuid not null default platform.uuid_v7(), offer_id uuid not null, audience uuid,
    location text collate "C" not null check (length(location) between 1 and 40),
    lot_number text collate "C" check (length(lot_number) between 1 and 60), serial_number text collate "C" check (length(serial_number) between 1 and 60),
    condition text collate "C" not null, certificates text[] collate "C" not null default '{}' check (cardinality(certificates) <= 20), trace text collate "C" not null check (trace in ('YES', 'NAV', 'NAP')),
    shelf_life_on date, quantity numeric not null check (quantity >= 0 and ${bounded('quantity')}), taken numeric not null default 0 check (taken >= 0),
    as_of timestamptz not null default transaction_timestamp(),
    primary key (org_id, id), unique nulls not distinct (org_id, offer_id, location, lot_number, serial_number), foreign key (org_id, offer_id) references supply.offer,
    check (lot_number is not null or serial_number is not null), check (serial_number is null or quantity in (0, 1))) with (fillfactor = 85)`,
  wall(
    'market',
    'supply.lot',
    'Units of an offer that share a lot or have a serial: condition, certificates, trace, shelf life, and how many of them orders have taken.',
    {
      visible: audience,
      app: 'insert (org_id, id, offer_id, audience, location, lot_number, serial_number, condition, certificates, trace, shelf_life_on, quantity), update (audience, condition, certificates, trace, shelf_life_on, quantity, as_of)',
      definer: 'select, update (quantity, taken)',
    },
  ),
  `create policy move on supply.lot for update to entrepot_definer using (${ACTING} is not null) with check (${ACTING} is not null)`,

  `create table supply.offer_certificates (
    org_id uuid not null, offer_id uuid not null, audience uuid, certificates text[] collate "C" not null check (cardinality(certificates) between 1 and 20),
    primary key (org_id, offer_id), foreign key (org_id, offer_id) references supply.offer)`,
  wall('market', 'supply.offer_certificates', 'What certificates a supplier promises with every unit of an offer.', {
    visible: audience,
  }),

  `create table supply.lot_certificate (
    org_id uuid not null, id uuid not null default platform.uuid_v7(), lot_id uuid not null, audience uuid, shown boolean not null default false,
    kind text collate "C" not null, number text check (length(number) between 1 and 60), issuer text check (length(issuer) between 1 and 120), dated_on date,
    sha256 text collate "C" not null check (sha256 ~ '^[0-9a-f]{64}$'), size bigint not null check (size > 0), media_type text collate "C" not null, name text not null check (length(name) between 1 and 200),
    attached_by jsonb not null, attached_at timestamptz not null default transaction_timestamp(),
    primary key (org_id, id), unique (org_id, lot_id, kind, sha256), foreign key (org_id, lot_id) references supply.lot)`,
  'create index lot_certificate_id on supply.lot_certificate (id)',
  wall(
    'market',
    'supply.lot_certificate',
    'A certificate of a lot, by hash. Seen by whoever sees the lot when its supplier says so, else by him alone.',
    {
      visible: `shown and (${audience})`,
      app: 'insert, update (audience, shown), delete',
    },
  ),

  // What an order line has taken of a lot, with what it needs copied: it stays true when the lot moves behind another wall.
  `create table supply.lot_claim (
    org_id uuid not null, lot_id uuid not null, counterparty_id uuid not null references organizations.organization, reference text collate "C" not null check (length(reference) between 1 and 255),
    quantity numeric not null check (quantity >= 0 and ${bounded('quantity')}), lot_number text collate "C", serial_number text collate "C", condition text collate "C" not null,
    certificates text[] collate "C" not null, trace text collate "C" not null, shelf_life_on date, location text collate "C" not null,
    primary key (org_id, lot_id, counterparty_id, reference), foreign key (org_id, lot_id) references supply.lot)`,
  'create index lot_claim_reference on supply.lot_claim (org_id, reference)',
  'create index lot_claim_counterparty on supply.lot_claim (counterparty_id, reference)',
  wall('two-party', 'supply.lot_claim', 'Units of a lot that an order line of a buyer (counterparty) has taken.', {
    app: '',
    definer: 'select, insert, update (quantity)',
  }),
  `create policy claim on supply.lot_claim for insert to entrepot_definer with check (counterparty_id = ${ACTING})`,
  `create policy give_back on supply.lot_claim for update to entrepot_definer using (counterparty_id = ${ACTING}) with check (counterparty_id = ${ACTING})`,
  // Who has left the audience since still gives back what his orders took; only the definer's functions look this way.
  `create policy taken on supply.lot for select to entrepot_definer using ((org_id, id) in (select c.org_id, c.lot_id from supply.lot_claim c where c.counterparty_id = ${ACTING}))`,
];

const reads = [
  // A wanted condition means its equals in the other list too.
  `create function supply.conditions_meant(p_wanted jsonb) returns text[] language plpgsql stable as $$
   begin
     if p_wanted is null then return null; end if;
     return array(select distinct u.code from jsonb_array_elements_text(p_wanted) w (code)
       cross join lateral (select w.code union all select unnest(c.same_as) from supply.lot_code c where c.list = 'CONDITION' and c.code = w.code) u);
   end $$`,
  // Lots of an offer with something free that meet what is wanted: { conditions?, certificates?, trace?, shelfDaysMin?, day? }. An unknown shelf life meets no demand.
  `create function supply.fitting_lots(p_supplier uuid, p_offer uuid, p_want jsonb)
   returns table (lot_id uuid, free numeric, shelf_life_on date) language plpgsql stable as $$
   declare
     v_conditions text[] := supply.conditions_meant(p_want -> 'conditions');
     v_certificates text[] := array(select jsonb_array_elements_text(p_want -> 'certificates'));
     v_day date := coalesce((p_want ->> 'day')::date, (transaction_timestamp() at time zone 'UTC')::date);
   begin
     return query select l.id, l.quantity - l.taken, l.shelf_life_on from supply.lot l
       where l.org_id = p_supplier and l.offer_id = p_offer and l.quantity > l.taken
         and (v_conditions is null or l.condition = any (v_conditions)) and l.certificates @> v_certificates
         and (not p_want ? 'trace' or l.trace = p_want ->> 'trace')
         and (not p_want ? 'shelfDaysMin' or l.shelf_life_on - v_day >= (p_want ->> 'shelfDaysMin')::integer);
   end $$`,
  // How many units of an offer meet what is wanted. An offer without lots answers by its own condition and promised certificates, never by trace or shelf life.
  `create function supply.fitting_quantity(p_supplier uuid, p_offer uuid, p_want jsonb) returns numeric language plpgsql stable as $$
   declare
     v_free numeric := (select coalesce(sum(greatest(s.quantity - s.reserved, 0)), 0) from supply.stock s where s.org_id = p_supplier and s.offer_id = p_offer);
     v_conditions text[];
   begin
     if exists (select from supply.lot l where l.org_id = p_supplier and l.offer_id = p_offer and l.quantity > 0) then
       return nullif(least(v_free, (select coalesce(sum(f.free), 0) from supply.fitting_lots(p_supplier, p_offer, p_want) f)), 0);
     end if;
     if p_want ? 'trace' or p_want ? 'shelfDaysMin' then return null; end if;
     v_conditions := supply.conditions_meant(p_want -> 'conditions');
     return (select v_free from supply.offer o left join supply.offer_certificates c on c.org_id = o.org_id and c.offer_id = o.id
       where o.org_id = p_supplier and o.id = p_offer and (v_conditions is null or o.condition = any (v_conditions))
         and coalesce(c.certificates, '{}') @> array(select jsonb_array_elements_text(p_want -> 'certificates')));
   end $$`,
  'grant execute on function supply.conditions_meant(jsonb), supply.fitting_lots(uuid, uuid, jsonb), supply.fitting_quantity(uuid, uuid, jsonb) to entrepot_app, entrepot_definer',
];

const moves = [
  // p_lines: [{ line, supplier, offer, quantity, want }]. Takes whole lines from fitting lots, those that expire first in front, under their locks. A line
  // that its lots cannot fill is answered SHORT with what fits; the caller's transaction is all or nothing.
  `create function supply.claim_lots(p_lines jsonb) returns table (line text, outcome text, fitting numeric)
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_org uuid := nullif(current_setting('app.org', true), '')::uuid;
     v_line record;
     v_lot record;
     v_left numeric;
     v_take numeric;
   begin
     if v_org is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
     for v_line in select l.* from jsonb_to_recordset(p_lines) as l (line text, supplier uuid, offer uuid, quantity numeric, want jsonb) order by l.supplier, l.offer, l.line loop
       line := v_line.line; outcome := 'TAKEN'; fitting := null;
       perform 1 from supply.lot l where l.org_id = v_line.supplier and l.offer_id = v_line.offer order by l.id for update;
       -- An offer without lots is judged by its own condition and promise.
       if not exists (select from supply.lot l where l.org_id = v_line.supplier and l.offer_id = v_line.offer and l.quantity > 0) then
         if supply.fitting_quantity(v_line.supplier, v_line.offer, v_line.want) is null then outcome := 'SHORT'; fitting := 0; end if;
         return next; continue;
       end if;
       select coalesce(sum(f.free), 0) into fitting from supply.fitting_lots(v_line.supplier, v_line.offer, v_line.want) f;
       -- What the line holds of the stock is the most that its lots can give: a unit that is still to come is of no lot.
       select least(fitting, coalesce(sum(g.reserved_delta), 0)) into fitting from supply.stock_ledger g where g.org_id = v_line.supplier and g.counterparty_id = v_org and g.reference = v_line.line;
       if fitting < v_line.quantity then outcome := 'SHORT'; return next; continue; end if;
       v_left := v_line.quantity;
       for v_lot in select l.*, f.free from supply.fitting_lots(v_line.supplier, v_line.offer, v_line.want) f join supply.lot l on l.org_id = v_line.supplier and l.id = f.lot_id
           order by l.shelf_life_on nulls last, l.id loop
         exit when v_left = 0;
         v_take := least(v_left, v_lot.free);
         update supply.lot l set taken = l.taken + v_take where l.org_id = v_lot.org_id and l.id = v_lot.id and l.quantity - l.taken >= v_take;
         if not found then raise exception using errcode = '40001', message = 'a lot moved under its lock'; end if;
         insert into supply.lot_claim (org_id, lot_id, counterparty_id, reference, quantity, lot_number, serial_number, condition, certificates, trace, shelf_life_on, location)
           values (v_lot.org_id, v_lot.id, v_org, v_line.line, v_take, v_lot.lot_number, v_lot.serial_number, v_lot.condition, v_lot.certificates, v_lot.trace, v_lot.shelf_life_on, v_lot.location);
         v_left := v_left - v_take;
       end loop;
       return next;
     end loop;
   end $$`,
];

const follows = [
  // Runs inside the functions that move stock: what a line gives back it gives back of its lots, the latest expiring first; what left the shelf left the lot.
  `create function supply.follow_ledger() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
   declare
     v_left numeric := -new.reserved_delta;
     v_claim record;
     v_take numeric;
   begin
     for v_claim in select c.* from supply.lot_claim c where c.org_id = new.org_id and c.counterparty_id = new.counterparty_id and c.reference = new.reference and c.quantity > 0
         order by c.shelf_life_on desc nulls first, c.lot_id desc loop
       exit when v_left <= 0;
       v_take := least(v_left, v_claim.quantity);
       update supply.lot_claim c set quantity = c.quantity - v_take where c.org_id = v_claim.org_id and c.lot_id = v_claim.lot_id and c.counterparty_id = v_claim.counterparty_id and c.reference = v_claim.reference;
       update supply.lot l set taken = l.taken - v_take, quantity = case new.kind when 'CONSUME' then greatest(l.quantity - v_take, 0) else l.quantity end where l.org_id = v_claim.org_id and l.id = v_claim.lot_id;
       v_left := v_left - v_take;
     end loop;
     return null;
   end $$`,
];

const followed: readonly (readonly [string, string])[] = [
  [
    'return null;',
    'update supply.lot s set audience = new.audience where s.org_id = new.org_id and s.offer_id = new.id; update supply.offer_certificates s set audience = new.audience where s.org_id = new.org_id and s.offer_id = new.id; update supply.lot_certificate s set audience = new.audience from supply.lot l where l.org_id = new.org_id and l.offer_id = new.id and s.org_id = l.org_id and s.lot_id = l.id; return null;',
  ],
];
const asked: readonly (readonly [string, string])[] = [
  [`'$[*] ? (exists(@.bases))'`, `'$[*] ? (exists(@.bases) || exists(@.want))'`],
  [`'{part,offer,bases}'::text[]`, `'{part,offer,bases,want}'::text[]`],
  [
    `when o.others then 'BASIS_REFUSED'`,
    `when o.others then case when l.line ? 'want' then 'LOT_REFUSED' else 'BASIS_REFUSED' end`,
  ],
  [
    'select l.bases is null or coalesce(catalog.approval_basis(coalesce(e.approval_basis, p.approval_basis)) = any (l.bases), false) as fits',
    `select (l.bases is null or coalesce(catalog.approval_basis(coalesce(e.approval_basis, p.approval_basis)) = any (l.bases), false)) and (not l.line ? 'want' or supply.fitting_quantity(e.org_id, e.id, l.line -> 'want') is not null) as fits`,
  ],
];
const back = (pieces: typeof asked) => pieces.map(([from, to]) => [to, from] as const);

/** Lots and serials of an offer with what they are, hard filters over them, what orders have taken of them, and their certificates. */
export class CreateLots2026112209201 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, [
      ...tables,
      ...reads,
      as('entrepot_definer', 'supply', [...moves, 'grant execute on function supply.claim_lots(jsonb) to entrepot_app']),
      ...follows,
      `create trigger follow_ledger after insert on supply.stock_ledger for each row when (new.reserved_delta < 0) execute function supply.follow_ledger()`,
    ]);
    await rewrite(runner, 'supply.follow_audience', followed);
    await rewrite(runner, 'supply.read_asked_lines', asked);
  }

  async down(runner: QueryRunner): Promise<void> {
    await rewrite(runner, 'supply.read_asked_lines', back(asked));
    await rewrite(runner, 'supply.follow_audience', back(followed));
    await sql(runner, [
      'drop trigger follow_ledger on supply.stock_ledger',
      'drop function supply.follow_ledger()',
      'drop function supply.claim_lots(jsonb)',
      'drop policy taken on supply.lot',
      'drop table supply.lot_claim',
      'drop table supply.lot_certificate',
      'drop table supply.offer_certificates',
      'drop function supply.fitting_quantity(uuid, uuid, jsonb)',
      'drop function supply.fitting_lots(uuid, uuid, jsonb)',
      'drop function supply.conditions_meant(jsonb)',
      'drop table supply.lot',
      'drop table supply.lot_code',
    ]);
  }
}
