import { isLoopback } from './base-url';
import { defaultModel, type Model, modelOf } from './model';
import type { OwnPrice, Pricing } from './money/prices';

/** How a key is sent; `none`: there is none. */
export const authStyles = ['x-api-key', 'bearer', 'none'] as const;
export type Auth = (typeof authStyles)[number];

/** Rows that an endpoint's prices may have. */
export const mostPrices = 50;

/** Where requests go, as the user has set it up. */
export interface EndpointConfig {
  readonly id: string;
  /** As the user calls it. */
  readonly name: string;
  /** As `parseBaseUrl` writes it; the client appends `/v1/messages`. */
  readonly baseUrl: string;
  readonly auth: Auth;
  /** The model that is asked there. */
  readonly model: string;
  /** What the user says that models cost there; each model once. */
  readonly prices: readonly OwnPrice[];
}

/** Anthropic's own: always there, its address fixed. */
export const anthropicEndpoint: EndpointConfig = {
  id: 'anthropic',
  name: 'Anthropic',
  baseUrl: 'https://api.anthropic.com',
  auth: 'x-api-key',
  model: defaultModel.id,
  prices: [],
};

/** The device itself: nothing is sent, nothing is paid. It can be chosen like any other and is in no list. */
export const deviceEndpoint: EndpointConfig = {
  id: 'device',
  name: 'device',
  baseUrl: 'http://localhost',
  auth: 'none',
  model: 'device',
  prices: [],
};

/** The only origin that an endpoint's key may be sent to. */
export function originOf({ baseUrl }: EndpointConfig): string {
  return new URL(baseUrl).origin;
}

export function isAnthropic(endpoint: Pick<EndpointConfig, 'id'>): boolean {
  return endpoint.id === anthropicEndpoint.id;
}

export function isDevice(endpoint: Pick<EndpointConfig, 'id'>): boolean {
  return endpoint.id === deviceEndpoint.id;
}

/** Whether an endpoint is a server on this computer. */
export function isLocal(endpoint: EndpointConfig): boolean {
  return isLoopback(endpoint.baseUrl);
}

/**
 * What models cost at an endpoint: the user's word before any other. Other services map ids to models of their own: our list
 * says nothing of them.
 */
export function pricingOf(endpoint: EndpointConfig): Pricing {
  if (isDevice(endpoint)) return { kind: 'free' };
  const { prices } = endpoint;
  if (!isAnthropic(endpoint)) return { kind: 'own', prices };
  return prices.length === 0 ? { kind: 'listed' } : { kind: 'listed', prices };
}

/** Models that are known there: what it listed; of Anthropic the usual one before that. */
export function knownAt(endpoint: EndpointConfig, listed: readonly Model[]): readonly Model[] {
  return listed.length === 0 && isAnthropic(endpoint) ? [defaultModel] : listed;
}

/** Models that can be asked there: what is known, and what the user chose although it is not listed. */
export function modelsAt(endpoint: EndpointConfig, listed: readonly Model[]): readonly Model[] {
  const known = knownAt(endpoint, listed);
  const isKnown = known.some(({ id }) => id === endpoint.model);
  return isKnown ? known : [modelOf(endpoint.model, known), ...known];
}
