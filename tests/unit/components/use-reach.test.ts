// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { useReach } from '../../../components/options/use-reach';
import { anthropicEndpoint, type EndpointConfig } from '../../../utils/core/endpoint';

const own: EndpointConfig = { ...anthropicEndpoint, id: 'own', baseUrl: 'https://own.example' };

afterEach(cleanup);

test('a host that was allowed, or taken back, in the browser is told when the user comes back', async () => {
  let reached = false;
  const hosts = { allowHost: async () => true, mayReach: async () => reached };
  const { result } = renderHook(() => useReach([own], hosts));
  await vi.waitFor(() => expect(result.current.isAllowed(own)).toBe(false));
  reached = true;
  await act(() => void window.dispatchEvent(new Event('focus')));
  await vi.waitFor(() => expect(result.current.isAllowed(own)).toBe(true));
});
