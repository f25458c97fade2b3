// A web server as municipalities rent them: files, compressed. Counts what it sends.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import zlib from 'node:zlib';

const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml', '.wasm': 'application/wasm' };
const COMPRESSED = /\.(woff2|png|pagefind|pf_\w+)$/;

export async function serve(root) {
  const files = new Map();
  const server = http.createServer((request, response) => {
    let name = decodeURIComponent(new URL(request.url, 'http://x').pathname);
    if (name.endsWith('/')) name += 'index.html';
    let body = files.get(name);
    if (!body) {
      try {
        const bytes = fs.readFileSync(path.join(root, name));
        body = COMPRESSED.test(name) ? bytes : zlib.gzipSync(bytes);
      } catch {
        response.writeHead(404).end();
        return;
      }
      files.set(name, body);
    }
    server.sent += body.length;
    server.requests++;
    const head = { 'content-type': TYPES[path.extname(name)] || 'application/octet-stream', 'content-length': body.length };
    if (!COMPRESSED.test(name)) head['content-encoding'] = 'gzip';
    response.writeHead(200, head).end(body);
  });
  server.sent = 0;
  server.requests = 0;
  await new Promise(ready => server.listen(0, '127.0.0.1', ready));
  server.origin = 'http://127.0.0.1:' + server.address().port;
  return server;
}
