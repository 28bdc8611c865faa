import * as v from 'valibot';
import { anthropicEndpoint } from '../core/endpoint';
import { limitKinds } from '../core/money/budget';
import { interruptionCauses, type LinkFault, type Problem, plainLinkFaults } from '../core/problem';

/** Alternatives of a union that hold nothing but their kind. */
export const kinds = <const T extends readonly string[]>(list: T) =>
  v.object({ kind: v.picklist(list) });

const linkFault: v.GenericSchema<unknown, LinkFault> = v.variant('kind', [
  v.object({ kind: v.literal('status'), status: v.number() }),
  v.object({ kind: v.literal('not-text'), type: v.string() }),
  kinds(plainLinkFaults),
  // Until 2026-11 there were browsers that could not parse one.
  v.pipe(
    v.object({ kind: v.literal('too-old') }),
    v.transform(() => ({ kind: 'no-view' as const })),
  ),
]);

/** A problem as it is stored in a run. */
export const problem: v.GenericSchema<unknown, Problem> = v.variant('kind', [
  v.object({
    kind: v.literal('no-key'),
    service: v.optional(v.string(), anthropicEndpoint.name),
  }),
  kinds(['key-gone', 'locked', 'key-refused', 'no-credit', 'browser-calls-forbidden']),
  kinds(['rate-limited', 'overloaded', 'service-stopped', 'offline', 'unreachable']),
  kinds(['captive-portal', 'cut', 'unreadable-reply', 'frame-unreadable']),
  v.object({ kind: v.literal('only-a-frame'), address: v.string() }),
  v.object({ kind: v.literal('nothing-selected'), needed: v.optional(v.literal(true)) }),
  kinds(['page-forbids', 'page-silent', 'storage-failing', 'needs-gesture', 'not-on-device']),
  kinds(['stopped', 'endpoint-gone']),
  kinds(['no-picture', 'picture-empty', 'picture-unreadable']),
  kinds(['database-damaged', 'database-newer', 'gloss-failed']),
  kinds(['private-window-off', 'pdf-broken', 'pdf-locked', 'pdf-unreachable', 'file-gone']),
  v.object({
    kind: v.literal('over-limit'),
    cost: v.nullable(v.number()),
    limit: v.picklist(limitKinds),
    most: v.number(),
    left: v.number(),
  }),
  v.object({ kind: v.literal('pdf-too-big'), bytes: v.number(), limit: v.number() }),
  v.object({ kind: v.literal('pdf-not-taken'), service: v.string() }),
  v.object({
    kind: v.picklist(['spend-limit', 'not-permitted', 'request-rejected']),
    message: v.string(),
  }),
  v.object({ kind: v.literal('model-not-found'), model: v.string() }),
  v.object({ kind: v.literal('service-failed'), status: v.number() }),
  v.object({
    kind: v.picklist(['host-not-allowed', 'server-down', 'not-the-api']),
    origin: v.string(),
  }),
  v.object({
    kind: v.literal('site-not-allowed'),
    origin: v.string(),
    address: v.optional(v.string()),
  }),
  v.object({ kind: v.literal('link-unread'), address: v.string(), fault: linkFault }),
  // Until 2026-11 only a link could be stopped while it was read.
  v.pipe(
    v.object({ kind: v.literal('link-unread'), fault: kinds(['stopped']) }),
    v.transform(() => ({ kind: 'stopped' as const })),
  ),
  v.object({
    kind: v.literal('too-large'),
    tokens: v.nullable(v.number()),
    limit: v.nullable(v.number()),
  }),
  v.object({ kind: v.literal('refused'), category: v.nullable(v.string()) }),
  v.object({
    kind: v.literal('interrupted'),
    cause: v.picklist(interruptionCauses),
  }),
]);
