// A web server as municipalities rent them: files, compressed. Counts what it sends. It compresses before the first request
// and has a thread of its own: what the measuring does meanwhile would otherwise be measured as the search's time.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import zlib from 'node:zlib';
import { once } from 'node:events';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml', '.wasm': 'application/wasm' };
const COMPRESSED = /\.(woff2|png|pagefind|pf_\w+)$/;

/** Serves a folder; `replaced` gives files other text: by the beginning and the end of their names, what becomes of what. */
export async function serve(root, replaced = []) {
  const worker = new Worker(new URL(import.meta.url), { workerData: { root, replaced } });
  const [origin] = await once(worker, 'message');
  return {
    origin,
    /** How many bytes were sent since this was last asked. */
    async sent() {
      worker.postMessage('sent');
      return (await once(worker, 'message'))[0];
    },
    close: () => worker.terminate(),
  };
}

function files(root, replaced) {
  const files = new Map();
  for (const entry of fs.readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath ?? entry.path, entry.name);
    const name = '/' + path.relative(root, file).split(path.sep).join('/');
    const bytes = change(name, fs.readFileSync(file), replaced);
    files.set(name, COMPRESSED.test(name) ? bytes : zlib.gzipSync(bytes));
  }
  return files;
}

function change(name, bytes, replaced) {
  for (const { begins, ends, text, by } of replaced) {
    if (name.startsWith(begins) && name.endsWith(ends)) {
      const before = bytes.toString(), after = before.replace(text, by);
      if (after === before) throw new Error(`${name} has changed: where is "${text}"?`);
      return Buffer.from(after);
    }
  }
  return bytes;
}

async function run({ root, replaced }) {
  const all = files(root, replaced);
  let sent = 0;
  const server = http.createServer((request, response) => {
    let name = decodeURIComponent(new URL(request.url, 'http://x').pathname);
    if (name.endsWith('/')) name += 'index.html';
    const body = all.get(name);
    if (!body) {
      response.writeHead(404).end();
      return;
    }
    sent += body.length;
    const head = { 'content-type': TYPES[path.extname(name)] || 'application/octet-stream', 'content-length': body.length };
    if (!COMPRESSED.test(name)) head['content-encoding'] = 'gzip';
    response.writeHead(200, head).end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  parentPort.on('message', () => {
    parentPort.postMessage(sent);
    sent = 0;
  });
  parentPort.postMessage('http://127.0.0.1:' + server.address().port);
}

if (!isMainThread) run(workerData);
