// @vitest-environment node
import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { startProxy } from '../../stand-in/proxy';
import { startStandIn } from '../../stand-in/stand-in';

test('the proxy leads the mapped host to the stand-in and nobody anywhere else', async () => {
  const standIn = await startStandIn();
  const proxy = await startProxy({ map: { 'api.anthropic.com:443': standIn.port } });
  const tunnel = async (path: string) => {
    const asked = request({ host: '127.0.0.1', port: proxy.port, method: 'CONNECT', path }).end();
    const [response, socket] = await once(asked, 'connect');
    return { status: response.statusCode, socket };
  };
  const good = await tunnel('api.anthropic.com:443');
  expect(good.status).toBe(200);
  good.socket.write('GET /nowhere HTTP/1.1\r\nhost: api.anthropic.com\r\n\r\n');
  const [answer] = await once(good.socket, 'data');
  expect(String(answer)).toMatch(/^HTTP\/1\.1 404 /);
  expect((await tunnel('evil.example:443')).status).toBe(403);
  expect(proxy.hosts).toEqual(['api.anthropic.com:443', 'evil.example:443']);
  await proxy.close();
  await standIn.close();
  await expect(once(connect(proxy.port, '127.0.0.1'), 'connect')).rejects.toThrow('ECONNREFUSED');
});
