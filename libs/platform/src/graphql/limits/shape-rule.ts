import {
  type ASTVisitor,
  type DirectiveNode,
  type FieldNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';
import { limits, onceExtension } from './limits.js';

/**
 * The shape of a document: aliases, repeated fields, directives, depth and root calls. One rule, because each of them walks
 * the same nodes. Cycles of fragments are safe here and refused by GraphQL's own rule.
 */
export function shapeRule(context: ValidationContext): ASTVisitor {
  let aliases = 0;
  let directives = 0;
  const told = new Set<string>();
  const refuse = (what: string, max: number) => {
    if (told.has(what)) return;
    told.add(what);
    context.reportError(new GraphQLError(`Too many ${what}: at most ${max}.`));
  };
  return {
    Field(node: FieldNode) {
      if (node.alias && ++aliases > limits.aliasesMax) refuse('aliases', limits.aliasesMax);
    },
    Directive(_: DirectiveNode) {
      if (++directives > limits.directivesMax) refuse('directives', limits.directivesMax);
    },
    SelectionSet(node: SelectionSetNode) {
      if (repeats(node) > limits.repeatsMax) refuse('repetitions of a field', limits.repeatsMax);
    },
    OperationDefinition(node: OperationDefinitionNode) {
      if (tooDeep(node.selectionSet, context)) refuse('levels', limits.depthMax);
      const calls = rootCalls(node.selectionSet, context);
      if (calls.length > limits.rootCallsMax) refuse('calls in one operation', limits.rootCallsMax);
      refuseRepeatedOnce(node, calls, context);
    },
  };
}

function repeats(set: SelectionSetNode): number {
  const seen = new Map<string, number>();
  let most = 0;
  for (const selection of set.selections) {
    if (selection.kind === Kind.INLINE_FRAGMENT) continue;
    const key = selection.kind === Kind.FIELD ? (selection.alias ?? selection.name).value : `...${selection.name.value}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    most = Math.max(most, count);
  }
  return most;
}

/**
 * Names of the fields called at the root, fragments followed; stops counting one beyond the limit. Each fragment is walked
 * once: fragments that spread each other twice would otherwise double the work with every few tokens.
 */
function rootCalls(root: SelectionSetNode, context: ValidationContext): string[] {
  const walked = new Map<string, readonly string[]>();
  const callsOf = (set: SelectionSetNode): string[] => {
    const calls: string[] = [];
    for (const selection of set.selections) {
      if (calls.length > limits.rootCallsMax) break;
      if (selection.kind === Kind.FRAGMENT_SPREAD) calls.push(...callsBehind(selection.name.value));
      else if (selection.kind === Kind.INLINE_FRAGMENT) calls.push(...callsOf(selection.selectionSet));
      else if (!selection.name.value.startsWith('__')) calls.push(selection.name.value);
    }
    return calls.slice(0, limits.rootCallsMax + 1);
  };
  const callsBehind = (name: string): readonly string[] => {
    const known = walked.get(name);
    if (known) return known;
    // A fragment that comes back to itself adds nothing; GraphQL's own rule refuses it.
    walked.set(name, []);
    const fragment = context.getFragment(name);
    const calls = fragment ? callsOf(fragment.selectionSet) : [];
    walked.set(name, calls);
    return calls;
  };
  return callsOf(root);
}

function refuseRepeatedOnce(node: OperationDefinitionNode, calls: readonly string[], context: ValidationContext): void {
  const fields = context.getSchema().getRootType(node.operation)?.getFields() ?? {};
  const once = new Set(Object.keys(fields).filter((name) => fields[name]?.extensions[onceExtension] === true));
  for (const name of once) {
    if (calls.filter((call) => call === name).length > 1) {
      context.reportError(new GraphQLError(`${name} may stand once in an operation.`));
    }
  }
}

/** Whether any path is longer than the limit. Fragments are measured once, so a document costs its length, not its expansion. */
function tooDeep(root: SelectionSetNode, context: ValidationContext): boolean {
  const depths = new Map<string, number>();
  const open = new Set<string>();
  const depthOf = (set: SelectionSetNode): number => {
    let deepest = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) deepest = Math.max(deepest, fieldDepth(selection));
      else if (selection.kind === Kind.INLINE_FRAGMENT) deepest = Math.max(deepest, depthOf(selection.selectionSet));
      else deepest = Math.max(deepest, fragmentDepth(selection.name.value));
    }
    return deepest;
  };
  const fieldDepth = (field: FieldNode): number => {
    if (field.name.value.startsWith('__')) return 1;
    return field.selectionSet ? 1 + depthOf(field.selectionSet) : 1;
  };
  const fragmentDepth = (name: string): number => {
    const known = depths.get(name);
    if (known !== undefined) return known;
    const fragment = open.has(name) ? undefined : context.getFragment(name);
    if (!fragment) return 0;
    open.add(name);
    const depth = depthOf(fragment.selectionSet);
    open.delete(name);
    depths.set(name, depth);
    return depth;
  };
  return depthOf(root) > limits.depthMax;
}
