// Serves a built site on this machine as a web server does (gzip, types, caching) and has Lighthouse look at its pages.
//   node audit.mjs <site> <base> <page>...     pages from the top of the site: '' ita/2562/
// Prints a table; exit code 1 where a page has less than 100 in any category.
import { createServer } from 'node:http';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createRequire } from 'node:module';

// The tools are installed in the folder that this is started in, not beside this file.
const tools = createRequire(join(process.cwd(), 'package.json'));
const { default: lighthouse } = await import(tools.resolve('lighthouse'));
const { launch } = await import(tools.resolve('chrome-launcher'));

const [site, base, ...pages] = process.argv.slice(2);
const types = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json', '.xml': 'application/xml', '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json', '.svg': 'image/svg+xml', '.png': 'image/png', '.woff2': 'font/woff2',
};
const packed = new Set(['.html', '.css', '.js', '.json', '.xml', '.txt', '.svg', '.webmanifest']);

function answer(request, response) {
  const path = decodeURIComponent(new URL(request.url, 'http://site').pathname);
  let file = path.startsWith(base) ? normalize(join(site, path.slice(base.length))) : '';
  if (file && existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
  const found = file.startsWith(site) && existsSync(file);
  if (!found) file = join(site, '404.html');
  const type = extname(file);
  const headers = {
    'content-type': types[type] ?? 'application/octet-stream',
    // Assets carry the checksum of their content in their names.
    'cache-control': path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    'x-content-type-options': 'nosniff',
  };
  let body = readFileSync(file);
  if (packed.has(type)) {
    body = gzipSync(body, { level: 9 });
    headers['content-encoding'] = 'gzip';
  }
  headers['content-length'] = body.length;
  response.writeHead(found ? 200 : 404, headers);
  response.end(request.method === 'HEAD' ? undefined : body);
}

const categories = ['performance', 'accessibility', 'best-practices', 'seo'];
const server = createServer(answer);
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const profile = mkdtempSync(join(tmpdir(), 'prongsai-lighthouse-'));
const chrome = await launch({
  chromePath: process.env.CHROME_PATH,
  userDataDir: profile,
  chromeFlags: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'],
});
let below = 0;
console.log('| page | performance | accessibility | best practices | SEO | largest paint | shift | bytes |');
console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
try {
  for (const page of pages) {
    const url = `http://127.0.0.1:${server.address().port}${base}${page}`;
    const { lhr } = await lighthouse(url, { port: chrome.port, logLevel: 'error', onlyCategories: categories });
    const scores = categories.map((c) => Math.round((lhr.categories[c].score ?? 0) * 100));
    const shown = (audit) => lhr.audits[audit]?.displayValue ?? '';
    console.log(`| /${page} | ${scores.join(' | ')} | ${shown('largest-contentful-paint')} | ${shown('cumulative-layout-shift')} | ${shown('total-byte-weight')} |`);
    writeFileSync(`report-${page.replace(/\W+/g, '-')}.json`, JSON.stringify(lhr, null, 1));
    for (const c of categories) {
      for (const { id, weight } of lhr.categories[c].auditRefs) {
        const audit = lhr.audits[id];
        if (weight > 0 && audit.score !== null && audit.score < 1 && (lhr.categories[c].score ?? 0) < 1) {
          console.error(`/${page} ${c}: ${id}: ${audit.title} ${audit.displayValue ?? ''}`);
        }
      }
    }
    if (lhr.runtimeError || scores.some((s) => s < 100)) below++;
  }
} finally {
  await chrome.kill();
  server.close();
  rmSync(profile, { recursive: true, force: true });
}
process.exit(below === 0 ? 0 : 1);
