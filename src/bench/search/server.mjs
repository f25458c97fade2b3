// A web server as municipalities rent them: files, compressed. Counts what it sends. It compresses before the first request:
// as it shares its one thread with the measuring, doing it between would be measured as the search's time.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import zlib from 'node:zlib';

const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml', '.wasm': 'application/wasm' };
const COMPRESSED = /\.(woff2|png|pagefind|pf_\w+)$/;

/** Serves a folder; `change` may give a file other bytes. */
export async function serve(root, change = (name, bytes) => bytes) {
  const files = new Map();
  for (const entry of fs.readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath ?? entry.path, entry.name);
    const name = '/' + path.relative(root, file).split(path.sep).join('/');
    const bytes = change(name, fs.readFileSync(file));
    files.set(name, COMPRESSED.test(name) ? bytes : zlib.gzipSync(bytes));
  }
  const server = http.createServer((request, response) => {
    let name = decodeURIComponent(new URL(request.url, 'http://x').pathname);
    if (name.endsWith('/')) name += 'index.html';
    const body = files.get(name);
    if (!body) {
      response.writeHead(404).end();
      return;
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
