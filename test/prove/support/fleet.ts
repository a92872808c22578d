import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, launchHub, launchWorker, type ProcessOptions, type Starting } from './processes.js';
import type { Random } from './random.js';

/** Two each, so that somebody is there while another is being killed. */
const pairs = 2;
/** Milliseconds a process is given to come back before somebody may be killed again, even it: processes die while they start, too. */
const respiteMs = 8_000;

interface Place {
  launch(): Starting;
  now: Starting;
  ready: boolean;
}

/** Hubs and workers as processes. One of each pair is killed by SIGKILL again and again, at any moment of its life, and comes back on its port. */
export class Fleet {
  private readonly hubs: Place[] = [];
  private readonly workers: Place[] = [];

  constructor(
    private readonly options: ProcessOptions,
    private readonly random: Random,
  ) {}

  get urls(): string[] {
    return this.hubs.map(({ now }) => now.process.url);
  }

  /** The first hub makes the keys that all share, so it comes alone. */
  async start(): Promise<void> {
    for (let i = 0; i < pairs; i++) {
      const port = await freePort();
      this.hubs.push(placed(() => launchHub({ ...this.options, port })));
      await this.hubs[i]!.now.ready;
    }
    for (let i = 0; i < pairs; i++) this.workers.push(placed(() => launchWorker(this.options)));
    await Promise.all(this.workers.map(({ now }) => now.ready));
  }

  /** Hubs and workers are killed by two hands at once; gives the number of kills. */
  async killAtRandom(times: number, tell: (killed: number) => void): Promise<number> {
    let killed = 0;
    const hand = async (places: readonly Place[]): Promise<void> => {
      while (killed < times) {
        await sleep(200 + this.random.below(2_000));
        const victim = this.random.pick(places);
        // Somebody must be left to work, or the run is long and shows nothing.
        if (killed >= times || !places.some((place) => place !== victim && place.ready)) continue;
        tell(++killed);
        await replace(victim);
        await Promise.race([victim.now.ready.catch(() => undefined), sleep(respiteMs)]);
      }
    };
    await Promise.all([hand(this.hubs), hand(this.workers)]);
    await Promise.all([...this.hubs, ...this.workers].map(revived));
    return killed;
  }

  async stop(): Promise<void> {
    await Promise.all([...this.hubs, ...this.workers].map(({ now }) => now.process.stop()));
  }
}

function placed(launch: () => Starting): Place {
  const place: Place = { launch, now: launch(), ready: false };
  watch(place);
  return place;
}

async function replace(place: Place): Promise<void> {
  place.ready = false;
  await place.now.process.kill();
  place.now = place.launch();
  watch(place);
}

function watch(place: Place): void {
  const { now } = place;
  now.ready.then(
    () => {
      place.ready = place.now === now;
    },
    () => undefined,
  );
}

/** Ready in the end; a port that somebody else took meanwhile may be free a moment later. */
async function revived(place: Place): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await place.now.ready;
    } catch (error) {
      if (tries === 3) throw error;
      await replace(place);
    }
  }
}
