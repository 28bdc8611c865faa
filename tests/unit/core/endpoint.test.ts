import { describe, expect, test } from 'vitest';
import {
  anthropicEndpoint,
  deviceEndpoint,
  isLocal,
  originOf,
  pricingOf,
} from '../../../utils/core/endpoint';
import { endpointWith } from '../support';

const own = endpointWith();

describe('an endpoint', () => {
  test('has the origin that its key is for', () => {
    const at = (baseUrl: string) => originOf(endpointWith({ baseUrl }));
    expect(at('https://gateway.example.org/a/b')).toBe('https://gateway.example.org');
    expect(at('https://gateway.example.org:8443')).toBe('https://gateway.example.org:8443');
    expect(at('http://localhost:11434')).toBe('http://localhost:11434');
  });

  test('has prices of our list for Anthropic alone', () => {
    expect(pricingOf(anthropicEndpoint)).toEqual({ kind: 'listed' });
    const prices = [{ model: 'claude-haiku-5-5', input: 0, output: 0 }];
    expect(pricingOf({ ...anthropicEndpoint, prices })).toEqual({ kind: 'listed', prices });
    expect(pricingOf(deviceEndpoint)).toEqual({ kind: 'free' });
    expect(pricingOf(own)).toEqual({ kind: 'own', prices: [] });
    const disguised = endpointWith({ baseUrl: anthropicEndpoint.baseUrl });
    expect(pricingOf(disguised)).toEqual({ kind: 'own', prices: [] });
  });

  test('is on this computer or is not', () => {
    expect(isLocal(endpointWith({ baseUrl: 'http://127.0.0.1:8080' }))).toBe(true);
    expect(isLocal(own)).toBe(false);
  });
});
