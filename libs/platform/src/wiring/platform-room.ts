import { Module } from '@nestjs/common';
import { TrailResolver } from '../audit/trail.resolver.js';
import { OutboxResolver } from '../mail/outbox.resolver.js';
import type { Room } from './room.js';

/** Platform's own doors: the outbox and the audit trail. */
@Module({ providers: [OutboxResolver, TrailResolver] })
export class PlatformDoors {}

/** Platform as a room: the first in every list. */
export const platformRoom: Room = { name: 'platform', module: PlatformDoors };
