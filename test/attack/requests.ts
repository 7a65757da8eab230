import { bodyExamples, exceptions, FILE, headerExamples, parameterExamples } from './examples.js';
import type { Standing } from './standing.js';

/** By which sqlmap knows where to put its payloads. */
const MARK = '*';

interface Parameter {
  readonly name: string;
  readonly in: string;
}

interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> };
}

/** The part of the API's own description that says where something can be put in. */
export interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** A request with marks in it. */
export interface Attacked {
  readonly route: string;
  readonly parameters: readonly string[];
  /** The whole request, as it goes over the wire. */
  text(host: string): string;
}

/** What of a route has no example. */
function lacking(route: string, { parameters = [], requestBody }: Operation, standing: Standing) {
  const examples = examplesFor(route, standing);
  const names = parameters.filter(({ name }) => !(name in examples)).map(({ name }) => name);
  const body = requestBody && 'application/json' in requestBody.content;
  return [...names, ...(body && !bodyExamples[route] ? ['the body'] : [])];
}

/**
 * A request for every route that takes anything, each of its parameters marked, and for what is read of headers.
 * Throws where a route has no example, and tells all such.
 */
export function attackedRequests(description: Description, standing: Standing): Attacked[] {
  const routes = Object.entries(description.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(
      ([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const,
    ),
  );
  const without = routes.flatMap(([route, operation]) =>
    lacking(route, operation, standing).map((name) => `${route}: ${name}`),
  );
  if (without.length > 0) throw new Error(`examples.ts has nothing for ${without.join('; ')}`);
  const requests = routes
    .map(([route, operation]) => attackedRequest(route, operation, standing))
    .filter(({ parameters }) => parameters.length > 0);
  // Links for one person's eyes first: to issue another one ends those before it.
  const heard = ({ route }: Attacked) => Number(route.includes('/heard'));
  requests.sort((one, other) => heard(other) - heard(one));
  return [
    ...requests,
    inHeaders('GET /api/cadres/S001', standing),
    secrets('GET /api/session?ways=1'),
  ];
}

/** What parameters of a route are given, by their names; empty: left out. */
function examplesFor(route: string, standing: Standing): Readonly<Record<string, string>> {
  const own = exceptions(standing).filter(([start]) => route.startsWith(start));
  return Object.assign({ id: '1' }, parameterExamples(standing), ...own.map(([, named]) => named));
}

function attackedRequest(route: string, operation: Operation, standing: Standing): Attacked {
  const examples = examplesFor(route, standing);
  const given = (operation.parameters ?? []).filter(({ name }) => examples[name] !== '');
  const markedValue = (name: string) => `${encodeURIComponent(examples[name] ?? '')}${MARK}`;
  const [method = '', path = ''] = route.split(' ');
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => markedValue(name));
  const query = given.filter((one) => one.in === 'query');
  const search = query.map(({ name }) => `${name}=${markedValue(name)}`).join('&');
  const body = bodyOf(route, operation);
  const head = `${method} ${filled}${search && `?${search}`} HTTP/1.1`;
  return {
    route,
    parameters: [...given.map(({ name }) => name), ...(body?.names ?? [])],
    text: (host) =>
      [head, `Host: ${host}`, ...credentials(path, standing), ...(body?.lines ?? []), '']
        .join('\r\n')
        .concat('\r\n', body?.text ?? ''),
  };
}

function bodyOf(route: string, { requestBody }: Operation) {
  if (!requestBody) return undefined;
  if (!('application/json' in requestBody.content)) {
    const text = FILE.replace('X9,Name,P', ['X9', 'Name', 'P'].map((cell) => cell + MARK).join());
    return { names: ['cells of the file'], lines: ['Content-Type: text/csv'], text };
  }
  const example = bodyExamples[route] ?? {};
  const text = JSON.stringify(marked(example));
  return { names: Object.keys(example), lines: ['Content-Type: application/json'], text };
}

function marked(value: unknown): unknown {
  if (typeof value === 'string') return value + MARK;
  if (Array.isArray(value)) return value.map(marked);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, marked(part)]));
}

function credentials(path: string, { token, session, link }: Standing): string[] {
  const accept = 'Accept: application/json';
  if (path.startsWith('/api/heard')) return [accept, `Probity-Link: ${link}`];
  if (/^\/api\/sessions?\b/.test(path)) {
    return [accept, `Cookie: ${session.cookie}`, `X-CSRF-Token: ${session.csrfToken}`];
  }
  return [accept, `Authorization: Bearer ${token}`];
}

function inHeaders(route: string, { token }: Standing): Attacked {
  const lines = Object.entries(headerExamples).map(([name, value]) => `${name}: ${value}${MARK}`);
  return {
    route: `${route} (headers)`,
    parameters: Object.keys(headerExamples),
    text: (host) =>
      [
        `${route} HTTP/1.1`,
        `Host: ${host}`,
        `Authorization: Bearer ${token}`,
        ...lines,
        '',
        '',
      ].join('\r\n'),
  };
}

/** The secrets that callers are known by; each is looked up in a table. */
function secrets(route: string): Attacked {
  const lines = [`Authorization: Bearer probity_${'A'.repeat(43)}${MARK}`];
  return {
    route: `${route} (token)`,
    parameters: ['Authorization'],
    text: (host) => [`${route} HTTP/1.1`, `Host: ${host}`, ...lines, '', ''].join('\r\n'),
  };
}
