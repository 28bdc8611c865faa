import type { IncomingHttpHeaders } from 'node:http';
import { type Failure, failure } from './failure';

const VERSIONS = ['2023-01-01', '2023-06-01', '2026-10-21'];
const NO_OPT_IN = "CORS requests must set 'anthropic-dangerous-direct-browser-access' header";

export const optsIn = (headers: IncomingHttpHeaders): boolean =>
  headers['anthropic-dangerous-direct-browser-access'] === 'true';

/** The key, or what is wrong with how it was sent; with both headers x-api-key counts, as it does there. */
function checkKey(headers: IncomingHttpHeaders, keys: readonly string[]): Failure | undefined {
  const good = (key: string) => key.startsWith('sk-ant-demo') || keys.includes(key);
  const { 'x-api-key': key, authorization } = headers;
  if (typeof key === 'string') return good(key) ? undefined : failure(401, 'invalid x-api-key');
  if (authorization === undefined) return failure(401, 'x-api-key header is required');
  const bearer = /^Bearer (.+)$/i.exec(authorization)?.[1] ?? '';
  return good(bearer) ? undefined : failure(401, 'Invalid bearer token');
}

function checkVersion(headers: IncomingHttpHeaders): Failure | undefined {
  const version = headers['anthropic-version'];
  if (version === undefined) return failure(400, 'anthropic-version: header is required');
  if (VERSIONS.includes(String(version))) return undefined;
  return failure(400, `anthropic-version: "${version}" is not a valid version`);
}

/** It has no betas: those of the real one add fields that no request here may have. */
function checkBeta(headers: IncomingHttpHeaders): Failure | undefined {
  const beta = headers['anthropic-beta'];
  if (beta === undefined) return undefined;
  return failure(400, `Unexpected value(s) \`${beta}\` for the \`anthropic-beta\` header.`);
}

export function checkHeaders(
  headers: IncomingHttpHeaders,
  keys: readonly string[],
): Failure | undefined {
  if (headers.origin !== undefined && !optsIn(headers)) return failure(401, NO_OPT_IN);
  return checkKey(headers, keys) ?? checkVersion(headers) ?? checkBeta(headers);
}

export function checkContentType(headers: IncomingHttpHeaders): Failure | undefined {
  const type = headers['content-type'] ?? '';
  if (/^application\/json\s*(;|$)/i.test(type)) return undefined;
  return failure(400, 'content-type: must be application/json');
}
