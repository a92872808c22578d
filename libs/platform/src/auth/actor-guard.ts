import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Forbidden, Unauthenticated } from '../work/refusal.js';
import type { Actor } from './actor.js';
import { Authenticator } from './authenticator.js';
import { type Gate, gateKey } from './gates.js';
import { type RequestContext, requestContextOf } from './request-context.js';

/**
 * The door of the hub: runs once per root field, route and subscription. Answers without waiting when the token is known,
 * which is what keeps it off the bill of a hot read.
 */
@Injectable()
export class ActorGuard implements CanActivate {
  private readonly gates = new WeakMap<object, Gate | 'shut'>();

  constructor(private readonly authenticator: Authenticator) {}

  canActivate(host: ExecutionContext): boolean | Promise<boolean> {
    const handler = host.getHandler();
    const gate = this.gateOf(handler);
    const context = requestContextOf(host);
    // Serial mutations of a client that went away are not begun.
    if (context.gone) throw new Unauthenticated('the client has gone');
    const { authorization } = context;
    if (context.actor) return admit(gate, context.actor, handler.name);
    if (authorization === undefined) return admit(gate, undefined, handler.name);
    const known = this.authenticator.peek(authorization);
    if (!known) return this.wait(context, gate, handler.name);
    context.actor = known;
    return admit(gate, known, handler.name);
  }

  private async wait(context: RequestContext, gate: Gate | 'shut', name: string): Promise<boolean> {
    try {
      context.actor = await this.authenticator.identify(context.authorization ?? '');
    } catch (error) {
      // Signing in with an old token still in the header must work.
      if (gate !== 'public' || !(error instanceof Unauthenticated)) throw error;
    }
    return admit(gate, context.actor, name);
  }

  private gateOf(handler: object): Gate | 'shut' {
    const known = this.gates.get(handler);
    if (known) return known;
    const gate = (Reflect.getMetadata(gateKey, handler) as Gate | undefined) ?? 'shut';
    this.gates.set(handler, gate);
    return gate;
  }
}

function admit(gate: Gate | 'shut', actor: Actor | undefined, name: string): true {
  if (gate === 'public') return true;
  if (!actor) throw new Unauthenticated(name);
  if (gate === 'shut') throw new Forbidden(`${name} has no gate`);
  if (gate.length > 0 && !gate.some((permission) => actor.permissions.has(permission))) throw new Forbidden(gate.join(' or '));
  return true;
}
