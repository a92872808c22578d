import { setTimeout as sleep } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { type Logger, type OutboundClient, type SecretBox, systemActor, type UnitOfWork } from '#libs/platform';
import { figureKey } from '../availability/stock-label.js';
import type { AskedOffer, AskingProfile } from './asking.js';
import { sealedSecret, secretPurpose } from './asking.reader.js';
import type { AskingDirectory } from './asking-directory.js';
import { Breaker, type BreakerState } from './breaker.js';
import { type CallEnd, callErp } from './erp-line.js';
import { recordAsking } from './record-asking.js';

/** Calls of this process to all ERPs at once: slow ones must not take its sockets. */
const callsMaxOfAll = 64;
/** Offers of one call. */
const offersOfCall = 200;
/** Offers of which the process remembers when they were last asked. */
const remembered = 100_000;

/** An offer that a question shows, with its supplier. */
export type OfferToAsk = AskedOffer & { supplierId: string };

/** What asking has brought in time. */
export interface Asked {
  /** Whether stock was written, so that the answer should be read again. */
  renewed: boolean;
  /** Fresh figures of this question, by `figureKey`. */
  live: ReadonlySet<string>;
}

interface Line {
  breaker: Breaker;
  calls: number;
}

const nobody: Asked = { renewed: false, live: new Set() };

/**
 * Asks the ERPs of suppliers for the stock of what a buyer looks at. It answers when all have answered or the time is over, whichever
 * comes first; what comes later is kept for the next question. Per profile: a breaker, so many calls at once, and nobody is asked
 * again for an offer within its cache time; whoever asks for what is under way waits for that. Never throws.
 */
export class StockAsker {
  private readonly lines = new Map<string, Line>();
  private readonly askedAt = new LRUCache<string, number>({ max: remembered });
  private readonly underWay = new Map<string, Promise<Asked>>();
  private calls = 0;

  constructor(
    private readonly directory: AskingDirectory,
    private readonly services: { unitOfWork: UnitOfWork; outbound: OutboundClient; secrets: SecretBox; logger: Logger },
  ) {}

  /** Asks for these offers within so many milliseconds. */
  async ask(offers: readonly OfferToAsk[], withinMs: number): Promise<Asked> {
    if (offers.length === 0 || withinMs <= 0) return nobody;
    const live = new Set<string>();
    let renewed = false;
    const heard = (answer: Asked): void => {
      renewed ||= answer.renewed;
      for (const key of answer.live) live.add(key);
    };
    const asking = this.start(offers, heard).catch((error: unknown) =>
      this.services.logger.warn({ error }, 'suppliers could not be asked for their stock'),
    );
    const late = new AbortController();
    await Promise.race([asking, sleep(withinMs, undefined, { signal: late.signal }).catch(() => undefined)]);
    late.abort();
    // What comes from now on is another question's.
    return { renewed, live: new Set(live) };
  }

  /** How the line to a profile stands in this process. */
  stateOf(profileId: string): BreakerState {
    return this.lines.get(profileId)?.breaker.state ?? 'CLOSED';
  }

  /** One call to try a profile with: past breaker and cache, its figures are shown and not taken. */
  async tryOut(profile: AskingProfile, offer: AskedOffer): Promise<CallEnd> {
    const end = await callErp(this.services.outbound, profile, { offers: [offer], secret: await this.secretOf(profile) });
    await this.record(profile, { offers: [offer], end: { ...end, figures: [] }, cause: 'TEST' });
    return end;
  }

  private async start(offers: readonly OfferToAsk[], heard: (answer: Asked) => void): Promise<void> {
    const known = await this.directory.suppliers();
    const bySupplier = new Map<string, OfferToAsk[]>();
    for (const offer of offers)
      if (known.has(offer.supplierId)) bySupplier.set(offer.supplierId, [...(bySupplier.get(offer.supplierId) ?? []), offer]);
    await Promise.all(
      [...bySupplier].map(async ([supplierId, own]) => {
        const profiles = await this.directory.of(supplierId);
        await Promise.all(profiles.flatMap((profile) => this.askOf(profile, own)).map(async (end) => heard(await end)));
      }),
    );
  }

  /** The calls that a question needs of one profile: some are under way already, some offers were asked for a moment ago. */
  private askOf(profile: AskingProfile, offers: readonly OfferToAsk[]): Promise<Asked>[] {
    const now = performance.now();
    const awaited = new Set<Promise<Asked>>();
    const fresh = new Map<string, OfferToAsk>();
    for (const offer of offers) {
      const key = `${profile.id} ${offer.offerId}`;
      const running = this.underWay.get(key);
      if (running) awaited.add(running);
      else if ((this.askedAt.get(key) ?? Number.NEGATIVE_INFINITY) + profile.cacheSeconds * 1000 <= now)
        fresh.set(offer.offerId, offer);
    }
    const open = [...fresh.values()];
    for (let from = 0; from < open.length; from += offersOfCall) {
      const call = this.call(profile, open.slice(from, from + offersOfCall));
      if (call) awaited.add(call);
    }
    return [...awaited];
  }

  /** undefined: the line is open or busy, so the cache answers. */
  private call(profile: AskingProfile, offers: readonly OfferToAsk[]): Promise<Asked> | undefined {
    const line = this.lines.get(profile.id) ?? { breaker: new Breaker(), calls: 0 };
    this.lines.set(profile.id, line);
    if (line.calls >= profile.callsMax || this.calls >= callsMaxOfAll || !line.breaker.admits()) return undefined;
    line.calls += 1;
    this.calls += 1;
    const keys = offers.map(({ offerId }) => `${profile.id} ${offerId}`);
    const running = this.exchange(profile, { line, offers })
      .catch((error: unknown) => {
        // What goes wrong with one ERP, its secret or its figures must not take away the answers of the others.
        line.breaker.failed();
        this.services.logger.warn({ error, profileId: profile.id }, 'an ERP could not be asked for its stock');
        return nobody;
      })
      .finally(() => {
        line.calls -= 1;
        this.calls -= 1;
        for (const key of keys) this.underWay.delete(key);
      });
    for (const key of keys) this.underWay.set(key, running);
    return running;
  }

  private async exchange(
    profile: AskingProfile,
    { line, offers }: { line: Line; offers: readonly OfferToAsk[] },
  ): Promise<Asked> {
    const end = await callErp(this.services.outbound, profile, { offers, secret: await this.secretOf(profile) });
    await this.record(profile, { offers, end, cause: 'REQUEST' });
    // Only what could be written is an answer.
    if (end.outcome === 'ANSWERED') {
      line.breaker.succeeded();
      for (const { offerId } of offers) this.askedAt.set(`${profile.id} ${offerId}`, performance.now());
    } else line.breaker.failed();
    const since = Date.now() - profile.freshSeconds * 1000;
    const fresh = end.figures.filter(({ asOf }) => asOf.getTime() >= since);
    return { renewed: end.figures.length > 0, live: new Set(fresh.map((figure) => figureKey(figure.offerId, figure.location))) };
  }

  private async record(
    profile: AskingProfile,
    { offers, end, cause }: { offers: readonly AskedOffer[]; end: CallEnd; cause: 'REQUEST' | 'TEST' },
  ): Promise<void> {
    const { figures, outcome, status, ms, problems } = end;
    const call = { profileId: profile.id, cause, outcome, status, ms, lines: offers.length, problems };
    await this.services.unitOfWork.run(systemActor(profile.orgId), (work) =>
      recordAsking(work, { call, location: profile.location, offers, figures }),
    );
  }

  private async secretOf(profile: AskingProfile): Promise<string | undefined> {
    if (!profile.hasSecret) return undefined;
    const { unitOfWork, secrets } = this.services;
    const sealed = await unitOfWork.read(systemActor(profile.orgId), (work) => sealedSecret(work, profile.id));
    return sealed === undefined ? undefined : secrets.open(sealed, secretPurpose(profile.orgId, profile.location));
  }
}
