import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD, ModuleRef } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { Denials } from '../audit/denials.js';
import { Throttle } from '../audit/throttle.js';
import { ActorGuard } from '../auth/actor-guard.js';
import { ActorSource } from '../auth/actor-source.port.js';
import { Authenticator } from '../auth/authenticator.js';
import { TokenIssuer } from '../auth/token-issuer.js';
import { HotReads } from '../database/hot-reads.js';
import { FileStore } from '../files/file-store.js';
import { Sentences } from '../graphql/sentences.js';
import { PublicAddress } from '../http/public-address.js';
import { MailRoom } from '../mail/mail-room.js';
import { Notices } from '../notifications/notices.js';
import { Metrics } from '../observability/metrics.js';
import { OutboundClient } from '../outbound/outbound-client.js';
import { SecretBox } from '../secrets/secret-box.js';
import { UnitOfWork } from '../work/unit-of-work.js';
import type { Services } from './services.js';

/** Token under which the settings are injected: `@Inject(CONFIG) config: Config`. */
export const CONFIG = Symbol('configuration');
/** Token under which the logger is injected: `@Inject(LOGGER) logger: Logger`. */
export const LOGGER = Symbol('logger');

/** Platform's services for injection into every room: UnitOfWork, HotReads, Notices, TokenIssuer, FileStore, SecretBox, OutboundClient, PublicAddress, Throttle, Metrics, Sentences, CONFIG, LOGGER. */
@Module({})
export class PlatformModule {
  /** The services of this process, and the guard before every door. */
  static with(services: Services): DynamicModule {
    const values: readonly [unknown, unknown][] = [
      [CONFIG, services.config],
      [LOGGER, services.logger],
      [DataSource, services.dataSource],
      [UnitOfWork, services.unitOfWork],
      [HotReads, services.hot],
      [Notices, services.notices],
      [TokenIssuer, services.tokens],
      [FileStore, services.files],
      [SecretBox, services.secrets],
      [OutboundClient, services.outbound],
      [PublicAddress, services.address],
      [MailRoom, services.mail],
      [Throttle, services.throttle],
      [Denials, services.denials],
      [Metrics, services.metrics],
      [Sentences, services.sentences],
    ];
    const tokens = values.map(([provide]) => provide as never);
    return {
      module: PlatformModule,
      global: true,
      providers: [
        ...values.map(([provide, useValue]) => ({ provide: provide as never, useValue })),
        { provide: Authenticator, inject: [ModuleRef], useFactory: (ref: ModuleRef) => authenticator(services, ref) },
        { provide: APP_GUARD, useClass: ActorGuard },
      ],
      exports: [...tokens, Authenticator],
    };
  }
}

/** The source of actors is bound by a room above; it is asked for at the first token. */
function authenticator({ tokens, notices }: Services, ref: ModuleRef): Authenticator {
  const source = { load: (claims: Parameters<ActorSource['load']>[0]) => ref.get(ActorSource, { strict: false }).load(claims) };
  return new Authenticator(tokens, source, notices);
}
