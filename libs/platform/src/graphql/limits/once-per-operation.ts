import { Extensions } from '@nestjs/graphql';
import { onceExtension } from './limits.js';

/** A mutation that may stand once in an operation: a thousand aliased sign-ins are one refused request. */
export function OncePerOperation(): MethodDecorator {
  return Extensions({ [onceExtension]: true }) as MethodDecorator;
}
