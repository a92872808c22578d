import type { Config } from '../config/config.js';

/**
 * Where people and partners reach the hub, for links in letters and documents: as configured; else where this process listens; else,
 * in a worker beside the hubs, where the configuration lets them listen. Without a slash at its end.
 */
export class PublicAddress {
  private listening: string | undefined;

  constructor(private readonly config: Pick<Config, 'publicUrl' | 'host' | 'port'>) {}

  get url(): string {
    const { publicUrl, host, port } = this.config;
    return (publicUrl ?? this.listening ?? reachable(host, port)).replace(/\/+$/, '');
  }

  /** Tells that this process listens, on a port that it may not have chosen itself. */
  listensOn(host: string, port: number): string {
    this.listening = reachable(host, port);
    return this.listening;
  }
}

/** A host that stands for all addresses of a machine is no address to go to. */
function reachable(host: string, port: number): string {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}
