import { expect, test } from '@jest/globals';
import type { AddressInfo } from 'node:net';
import { PassThrough } from 'node:stream';
import { furnish, openServer } from '../../src/api/server.js';
import { openLog } from '../../src/health/log.js';
import { eventually } from '../support/eventually.js';

test('a server that ends while an answer is on its way sends the rest of it, and then waits for nobody', async () => {
  const server = openServer(openLog('silent', { write: () => undefined }), []).getInstance();
  await furnish(server, { requestsPerMinute: 100, publicUrl: 'http://127.0.0.1' });
  const answer = new PassThrough();
  server.get('/long', (_request, reply) => reply.send(answer));
  await server.listen({ port: 0, host: '127.0.0.1' });
  const { port } = server.server.address() as AddressInfo;

  answer.write('its beginning, ');
  const got = await fetch(`http://127.0.0.1:${String(port)}/long`);
  const closed = server.close();
  await eventually('it takes nobody new', () => !server.server.listening);
  answer.end('its end');
  expect(await got.text()).toBe('its beginning, its end');
  await closed;
}, 20_000);
