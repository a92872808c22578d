/**
 * A naive model of cores: plain objects, days counted one by one, UTC, Monday to Friday. It shares no code with the hub. What time does
 * to a core is a queue of happenings; what people do is a step that is possible or not.
 */
const dayMs = 86_400_000;

export interface ModelTerms {
  deposit: number;
  coreValue: number;
  outright: number;
  fee: number;
  billedAt: 'CORE_VALUE' | 'OUTRIGHT';
  coreDays: number;
  dayKind: 'CALENDAR' | 'WORKING';
  lateFee: number;
  lateDays: number;
  lateFeesMax: number;
  billDays: number | null;
  replaceDays: number;
}

export interface ModelCore {
  name: string;
  buyer: number;
  part: string;
  terms: ModelTerms;
  status: string;
  due: number;
  late: boolean;
  fees: number;
  charges: Record<string, number>;
  out?: string;
  in?: string;
  inOpen: boolean;
  received: boolean;
  queue: { at: number; what: 'LATE' | 'FEE' | 'BILL' }[];
}

export type ModelStep =
  | { event: 'SEND'; serial: string }
  | { event: 'SHIP' | 'RECEIVE'; serial: string | null }
  | { event: 'ACCEPT' | 'INSPECT' | 'BILL' }
  | { event: 'REJECT'; reason: string }
  | { event: 'EXTEND'; dueDay: number };

export class Model {
  readonly cores: ModelCore[] = [];
  /** Serials that the supplier has out, and has taken in, by part and serial. */
  private readonly out = new Set<string>();
  private readonly taken = new Map<string, ModelCore>();

  add(name: string, buyer: number, { part, terms }: { part: string; terms: ModelTerms }): ModelCore {
    const core: ModelCore = {
      name,
      buyer,
      part,
      terms,
      status: 'AWAITED',
      due: 0,
      late: false,
      fees: 0,
      charges: {},
      inOpen: false,
      received: false,
      queue: [],
    };
    this.cores.push(core);
    return core;
  }

  /** Lets time pass for one core. */
  look(core: ModelCore, now: number): void {
    for (let next = core.queue[0]; next && next.at <= now; next = core.queue[0]) {
      core.queue.shift();
      if (next.what === 'LATE') {
        core.late = true;
        if (core.status === 'DUE') core.status = 'LATE';
      } else if (next.what === 'FEE') {
        core.fees += 1;
        this.charge(core, 'LATE_FEE', core.terms.lateFee);
      } else if (core.status === 'LATE' || core.status === 'REJECTED') this.bill(core);
    }
  }

  /** Takes a step; gives what the hub must answer. */
  take(core: ModelCore, now: number, step: ModelStep): string {
    this.look(core, now);
    const possible: Record<ModelStep['event'], boolean> = {
      SEND: core.status === 'AWAITED',
      SHIP: ['DUE', 'LATE', 'REJECTED'].includes(core.status),
      RECEIVE: ['DUE', 'LATE', 'REJECTED', 'SHIPPED'].includes(core.status),
      INSPECT: core.status === 'RECEIVED',
      ACCEPT: ['RECEIVED', 'INSPECTED'].includes(core.status),
      REJECT: ['RECEIVED', 'INSPECTED'].includes(core.status),
      // Where a day was agreed, it is waited for.
      BILL:
        !core.queue.some(({ what }) => what === 'BILL') && (core.status === 'LATE' || (core.status === 'SHIPPED' && core.late)),
      EXTEND:
        ['DUE', 'LATE', 'SHIPPED', 'REJECTED'].includes(core.status) &&
        (step.event !== 'EXTEND' || (step.dueDay + 1) * dayMs > Math.max(core.due, now)),
    };
    if (!possible[step.event]) return 'RotableNotPossible';
    if (step.event === 'SEND') return this.send(core, now, step.serial);
    if (step.event === 'SHIP' || step.event === 'RECEIVE') return this.move(core, step.event, step.serial);
    if (step.event === 'INSPECT') core.status = 'INSPECTED';
    else if (step.event === 'ACCEPT') {
      core.status = 'ACCEPTED';
      core.queue = [];
      this.charge(core, 'DEPOSIT_RETURNED', -core.terms.deposit);
    } else if (step.event === 'BILL') this.bill(core);
    else if (step.event === 'REJECT') this.reject(core, now, step.reason);
    else if (step.event === 'EXTEND') {
      core.due = (step.dueDay + 1) * dayMs;
      core.late = false;
      if (core.status === 'LATE') core.status = 'DUE';
      core.queue = core.status === 'REJECTED' ? this.replacement(core) : this.owing(core);
    }
    return 'OK';
  }

  private send(core: ModelCore, now: number, serial: string): string {
    const key = `${core.part} ${serial}`;
    const same = this.cores.filter((other) => other.inOpen && other.part === core.part && other.in === serial);
    if (same.some((other) => other.received && other.status !== 'ACCEPTED') || this.out.has(key)) return 'SerialTaken';
    for (const other of same) if (other.status === 'ACCEPTED') other.inOpen = false;
    this.taken.delete(key);
    this.out.add(key);
    core.out = serial;
    core.status = 'DUE';
    core.due = endOfDay(now, core.terms.coreDays, core.terms.dayKind);
    core.queue = this.owing(core);
    this.charge(core, 'DEPOSIT', core.terms.deposit);
    return 'OK';
  }

  private move(core: ModelCore, event: 'SHIP' | 'RECEIVE', said: string | null): string {
    const serial = said ?? (core.status === 'REJECTED' ? undefined : core.in);
    if (serial === undefined) return 'SerialMissing';
    if (serial === core.out) return 'SameUnit';
    const key = `${core.part} ${serial}`;
    const others = this.cores.filter(
      (other) => other !== core && other.inOpen && other.part === core.part && other.in === serial,
    );
    if (others.some((other) => other.buyer === core.buyer)) return 'SerialTaken';
    if (event === 'RECEIVE') {
      if (this.taken.has(key)) return 'SerialTaken';
      this.taken.set(key, core);
      this.out.delete(key);
      core.received = true;
      core.queue = [];
    }
    core.in = serial;
    core.inOpen = true;
    core.status = event === 'SHIP' ? 'SHIPPED' : 'RECEIVED';
    return 'OK';
  }

  private reject(core: ModelCore, now: number, reason: string): void {
    this.taken.delete(`${core.part} ${core.in}`);
    core.inOpen = false;
    core.queue = [];
    core.status = 'REJECTED';
    if (reason === 'BEYOND_REPAIR' || core.terms.replaceDays === 0) this.bill(core);
    else {
      core.due = Math.max(core.due, endOfDay(now, core.terms.replaceDays, 'CALENDAR'));
      core.queue = this.replacement(core);
    }
  }

  private bill(core: ModelCore): void {
    core.status = 'BILLED';
    core.queue = [];
    core.inOpen = false;
    this.charge(core, 'DEPOSIT_RETURNED', -core.terms.deposit);
    if (core.terms.billedAt === 'CORE_VALUE') this.charge(core, 'CORE_VALUE', core.terms.coreValue);
    else {
      this.charge(core, 'OUTRIGHT', core.terms.outright);
      this.charge(core, 'FEE_CREDITED', -core.terms.fee);
    }
  }

  private owing({ due, terms, fees }: ModelCore): ModelCore['queue'] {
    const end = terms.billDays === null ? Number.POSITIVE_INFINITY : due + terms.billDays * dayMs;
    const queue: ModelCore['queue'] = [{ at: due, what: 'LATE' }];
    for (let n = fees, at = due; terms.lateFee > 0 && n < terms.lateFeesMax && at < end; n++, at += terms.lateDays * dayMs)
      queue.push({ at, what: 'FEE' });
    return end === Number.POSITIVE_INFINITY ? queue : [...queue, { at: end, what: 'BILL' }];
  }

  private replacement({ due }: ModelCore): ModelCore['queue'] {
    return [
      { at: due, what: 'LATE' },
      { at: due, what: 'BILL' },
    ];
  }

  private charge(core: ModelCore, kind: string, amount: number): void {
    core.charges[kind] = (core.charges[kind] ?? 0) + amount;
  }
}

const isOff = (day: number): boolean => [0, 6].includes(new Date(day * dayMs).getUTCDay());

/** The midnight that ends the day so many days after an instant; a day off runs on to the next working one. */
function endOfDay(from: number, days: number, kind: 'CALENDAR' | 'WORKING'): number {
  let day = Math.floor(from / dayMs);
  if (kind === 'CALENDAR') day += days;
  while (isOff(day)) day++;
  for (let left = kind === 'WORKING' ? days : 0; left > 0; left--) {
    day++;
    while (isOff(day)) day++;
  }
  return (day + 1) * dayMs;
}
