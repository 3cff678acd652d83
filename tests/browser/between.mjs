// A server between the browser and the site, which can do what networks do.
import {createServer, request} from 'node:http';

// Answers for an address what `answer` says: {status, type, body}; 'cut': the connection ends before anything has
// come, 'half': in the middle of the file. Undefined: what the site says.
export async function between(t, site, answer) {
  const {port} = new URL(site);
  const middle = createServer((asked, reply) => {
    const instead = answer(asked.url);
    if (instead === 'cut') return reply.destroy();
    if (instead && instead !== 'half')
      return reply.writeHead(instead.status ?? 200, {'Content-Type': instead.type ?? 'text/html', 'Cache-Control': 'no-store'}).end(instead.body ?? '');
    request({port, path: asked.url, headers: asked.headers, method: asked.method}, (from) => {
      reply.writeHead(from.statusCode, from.headers);
      if (instead !== 'half') return from.pipe(reply);
      const whole = [];
      from.on('data', (part) => whole.push(part));
      from.on('end', () => {
        const bytes = Buffer.concat(whole);
        reply.write(bytes.subarray(0, bytes.length / 2), () => reply.destroy());
      });
    }).on('error', () => reply.destroy()).end();
  });
  await new Promise((resolve) => { middle.listen(0, resolve); });
  t.after(() => { middle.closeAllConnections(); middle.close(); });
  return `http://localhost:${middle.address().port}`;
}
