import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export const root = path.resolve(import.meta.dirname, '../..');

/** Every file below `folder`, as paths relative to the root; generated and built folders are passed over. */
export function filesBelow(folder: string, match: RegExp): string[] {
  const at = path.join(root, folder);
  const found: string[] = [];
  const walk = (directory: string): void => {
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      if (entry.name === 'node_modules' || entry.name === 'dist' || entry.name === 'generated') continue;
      const full = path.join(directory, entry.name);
      if (entry.isDirectory()) walk(full);
      else if (match.test(full)) found.push(path.relative(root, full));
    }
  };
  if (statSync(at, { throwIfNoEntry: false })) walk(at);
  return found.sort();
}

export const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** Code to which the size laws apply: `libs` and `apps` without tables of data, generated files and specs. */
export function productFiles(): string[] {
  return ['libs', 'apps']
    .flatMap((folder) => filesBelow(folder, /\.(ts|tsx)$/))
    .filter((file) => !/\.(data|spec|d)\.tsx?$/.test(file));
}

export function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(
    file,
    read(file),
    ts.ScriptTarget.ES2023,
    true,
    file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
}

export interface FunctionSize {
  at: string;
  lines: number;
  parameters: number;
}

/** Functions, methods and named arrows with a body. A constructor's parameters are injection and do not count. */
export function functionSizes(file: string): FunctionSize[] {
  const source = parse(file);
  const found: FunctionSize[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isFunctionLike(node) as boolean) && 'body' in node && node.body) {
      const first = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
      const last = source.getLineAndCharacterOfPosition(node.getEnd()).line + 1;
      const parameters = (node as ts.FunctionLikeDeclaration).parameters;
      const injected = ts.isConstructorDeclaration(node) || parameters.some((p) => (ts.getDecorators(p) ?? []).length > 0);
      found.push({ at: `${file}:${first}`, lines: last - first + 1, parameters: injected ? 0 : parameters.length });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

export interface Door {
  at: string;
  kind: string;
  name: string;
  gates: string[];
}

const edges = new Set(['Query', 'Mutation', 'Subscription', 'Get', 'Post', 'Put', 'Patch', 'Delete', 'Handles']);
/** `@Handles(route)` takes its gate from the route, which cannot be declared without one. */
const gateNames = new Set(['Allow', 'AllowSignedIn', 'Public', 'Handles']);
const decoratorName = (decorator: ts.Decorator): string => decorator.expression.getText().replace(/\(.*$/s, '');

/** Every query, mutation, subscription and REST route with the gates that stand on it or on its class. */
export function doors(file: string): Door[] {
  const source = parse(file);
  const found: Door[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isClassDeclaration(node)) {
      const onClass = (ts.getDecorators(node) ?? []).map(decoratorName);
      for (const member of node.members) {
        if (!ts.isMethodDeclaration(member)) continue;
        const own = (ts.getDecorators(member) ?? []).map(decoratorName);
        const kind = own.find((name) => edges.has(name));
        if (kind)
          found.push({
            at: file,
            kind,
            name: member.name.getText(source),
            gates: [...own, ...onClass].filter((g) => gateNames.has(g)),
          });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
