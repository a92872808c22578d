import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DataSource } from 'typeorm';
import { Denials } from '../audit/denials.js';
import { Throttle } from '../audit/throttle.js';
import { TokenIssuer } from '../auth/token-issuer.js';
import { loadTokenKeys, readTokenKeys } from '../auth/token-keys.js';
import type { Config } from '../config/config.js';
import { makeDataSource } from '../database/data-source.js';
import { HotReads } from '../database/hot-reads.js';
import { assertSafeRole, type DatabaseUrls } from '../database/roles.js';
import { LocalFileStore } from '../files/local-file-store.js';
import { Sentences } from '../graphql/sentences.js';
import { StoredOperations } from '../graphql/server/stored-operations.js';
import { PublicAddress } from '../http/public-address.js';
import { MailRoom } from '../mail/mail-room.js';
import { Notices } from '../notifications/notices.js';
import { type Logger, makeLogger } from '../observability/logger.js';
import { Metrics } from '../observability/metrics.js';
import { OutboundClient } from '../outbound/outbound-client.js';
import { loadSecretKeys, SecretBox, type SecretKeys } from '../secrets/secret-box.js';
import { UnitOfWork } from '../work/unit-of-work.js';
import { type Room, routesOf } from './room.js';

/** Everything of platform that a process has one of. Made before Nest, closed after it. */
export interface Services {
  readonly config: Config;
  readonly urls: DatabaseUrls;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly sentences: Sentences;
  readonly dataSource: DataSource;
  readonly unitOfWork: UnitOfWork;
  readonly hot: HotReads;
  readonly notices: Notices;
  readonly tokens: TokenIssuer;
  readonly files: LocalFileStore;
  readonly secrets: SecretBox;
  readonly outbound: OutboundClient;
  readonly mail: MailRoom;
  readonly address: PublicAddress;
  readonly throttle: Throttle;
  readonly denials: Denials;
  readonly stored: StoredOperations;
  close(): Promise<void>;
}

/** What a process is made of. */
export interface ServiceOptions {
  config: Config;
  urls: DatabaseUrls;
  rooms: readonly Room[];
  logger?: Logger;
}

/** Opens pools, the line of notices, keys and stores. Throws StartError when the database role could pass the walls. */
export async function openServices({ config, urls, rooms, logger: given }: ServiceOptions): Promise<Services> {
  const logger = given ?? makeLogger({ level: config.logLevel });
  const entities = rooms.flatMap((room) => room.entities ?? []);
  const pool = { poolMax: config.poolMax, statementTimeoutMs: config.statementMsMax };
  const dataSource = await makeDataSource(urls.appUrl, entities, pool).initialize();
  await assertSafeRole(dataSource);
  const unitOfWork = new UnitOfWork(dataSource, { routes: routesOf(rooms) });
  const hot = new HotReads(urls.appUrl, { poolMax: config.hotPoolMax });
  const notices = new Notices(urls.appUrl, (error) => logger.warn({ error }, 'the line of notices is in trouble'));
  await notices.start();
  const throttle = new Throttle(urls.jobsUrl);
  const mail = new MailRoom({ smtpUrl: config.smtpUrl, from: config.mailFrom });
  const denials = new Denials(unitOfWork, logger);
  const metrics = new Metrics();
  metrics.watchPool('hot', () => hot.load);
  return {
    ...{ config, urls, logger, metrics, dataSource, unitOfWork, hot, notices, throttle, mail, denials },
    ...(await stores(config)),
    address: new PublicAddress(config),
    outbound: new OutboundClient(config.outboundAllow),
    async close() {
      await denials.settled();
      mail.close();
      await Promise.allSettled([notices.close(), hot.close(), throttle.close()]);
      await dataSource.destroy();
    },
  };
}

async function stores(config: Config): Promise<Pick<Services, 'sentences' | 'tokens' | 'files' | 'secrets' | 'stored'>> {
  const keys = path.resolve(config.dataDir, 'keys');
  const tokenKeys = await (config.tokenKey ? readTokenKeys(config.tokenKey) : loadTokenKeys(path.join(keys, 'token.json')));
  const secretKeys: SecretKeys = config.secretKeys ?? loadSecretKeys(path.join(keys, 'secret.json'));
  return {
    sentences: Sentences.load(),
    tokens: new TokenIssuer(tokenKeys),
    files: new LocalFileStore(path.resolve(config.dataDir, 'files')),
    secrets: new SecretBox(secretKeys),
    stored: StoredOperations.load(path.join(projectRoot, 'apps/portal/src/graphql/generated/persisted-documents.json')),
  };
}

/** The checkout: four folders above this file in the sources, five in dist. */
export const projectRoot = rootAbove(fileURLToPath(new URL('../../../../', import.meta.url)));

function rootAbove(folder: string): string {
  return existsSync(path.join(folder, 'package.json')) ? folder : path.resolve(folder, '..');
}
