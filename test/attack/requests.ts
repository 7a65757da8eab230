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

/** A request for every route that takes anything, each of its parameters marked, and for what is read of headers. */
export function attackedRequests(description: Description, standing: Standing): Attacked[] {
  const requests: Attacked[] = [];
  for (const [path, operations] of Object.entries(description.paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      const attacked = attackedRequest(`${method.toUpperCase()} ${path}`, operation, standing);
      if (attacked.parameters.length > 0) requests.push(attacked);
    }
  }
  // Links for one person's eyes first: to issue another one ends those before it.
  const heard = ({ route }: Attacked) => Number(route.includes('/heard'));
  requests.sort((one, other) => heard(other) - heard(one));
  return [
    ...requests,
    inHeaders('GET /api/cadres/S001', standing),
    secrets('GET /api/session?ways=1'),
  ];
}

function attackedRequest(route: string, operation: Operation, standing: Standing): Attacked {
  const examples: Record<string, string> = { ...parameterExamples(standing) };
  for (const [start, own] of exceptions(standing)) {
    if (route.startsWith(start)) Object.assign(examples, own);
  }
  const given = (operation.parameters ?? []).filter(({ name }) => examples[name] !== '');
  const missing = given.find(({ name }) => !(name in examples) && name !== 'id');
  if (missing) throw new Error(`${route}: examples.ts has no value for ${missing.name}`);
  const markedValue = (name: string) => `${encodeURIComponent(examples[name] ?? '1')}${MARK}`;
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
  const example = bodyExamples[route];
  if (!example) throw new Error(`${route}: examples.ts has no body`);
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
