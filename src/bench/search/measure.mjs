// Asks each search the same queries in Chromium and compares its answers with the truth.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import * as pagefind from 'pagefind';
import MiniSearch from 'minisearch';
import { launch } from './browser.mjs';
import { queries, read, truth } from './pages.mjs';
import { serve } from './server.mjs';

const SHOWN = 10;
const require = createRequire(import.meta.url);
const version = name => JSON.parse(fs.readFileSync(path.join('node_modules', name, 'package.json'), 'utf8')).version;
const sizes = process.argv.slice(2).filter(argument => /^\d+$/.test(argument)).map(Number);
const out = process.argv.includes('--out') ? process.argv[process.argv.indexOf('--out') + 1] : '';

/** Nobody types quicker: the browser is done with the page itself when the query comes. */
const TYPED_AFTER = 300;

/** The script of the site also tells which pages it would look into. */
const TELLING = { begins: '/assets/search-', ends: '.js', text: 'state.pages = ', by: 'window.candidates = state.pages = ' };

/** Asks the form on the page; done when the results stand there. In the page. */
function askForm(query) {
  return new Promise(done => {
    const form = document.getElementById('finder'), results = document.getElementById('search-results');
    const start = performance.now();
    form.elements.q.value = query;
    form.requestSubmit();
    const watch = new MutationObserver(() => {
      if (results.getAttribute('aria-busy') !== 'false') return;
      watch.disconnect();
      requestAnimationFrame(() => done({
        time: performance.now() - start,
        shown: [...results.querySelectorAll('a')].map(a => a.getAttribute('href').replace('../', '')),
        candidates: window.candidates || [],
        says: document.getElementById('search-status').textContent,
      }));
    });
    watch.observe(results, { attributes: true, attributeFilter: ['aria-busy'] });
  });
}

async function prongsai(page, site, pages) {
  const server = await serve(site, [TELLING]);
  return {
    name: 'Prongsai',
    async ask(query) {
      await page.open(server.origin + '/search/');
      await sleep(TYPED_AFTER);
      await server.sent();
      const found = await page.run(askForm, query);
      return {
        ...found,
        bytes: await server.sent(),
        all: found.candidates.map(number => pages[number].route),
        none: found.says.startsWith('ไม่พบ'),
      };
    },
    close: () => server.close(),
  };
}

async function withPagefind(page, folder, pages) {
  const { index } = await pagefind.createIndex({ forceLanguage: 'th' });
  for (const page of pages) {
    await index.addCustomRecord({ url: '/' + page.route, content: page.title + ' ' + page.body, language: 'th', meta: { title: page.title } });
  }
  await index.writeFiles({ outputPath: path.join(folder, 'pagefind') });
  await pagefind.close();
  fs.writeFileSync(path.join(folder, 'index.html'), '<!doctype html><html lang="th"><title>-</title>');
  const routes = new Map();
  for (const file of fs.readdirSync(path.join(folder, 'pagefind/fragment'))) {
    const text = zlib.gunzipSync(fs.readFileSync(path.join(folder, 'pagefind/fragment', file))).toString('utf8');
    routes.set(file.replace(/\.pf_fragment$/, ''), JSON.parse(text.slice(text.indexOf('{'))).url.slice(1));
  }
  const server = await serve(folder);
  return {
    name: 'Pagefind ' + version('pagefind'),
    async ask(query) {
      await page.open(server.origin + '/');
      await page.run(() => import('/pagefind/pagefind.js').then(async p => { window.pagefind = p; await p.init(); }));
      await sleep(TYPED_AFTER);
      await server.sent();
      const found = await page.run(async (query, shown) => {
        const start = performance.now();
        const { results } = await window.pagefind.search(query);
        const first = await Promise.all(results.slice(0, shown).map(result => result.data()));
        return { time: performance.now() - start, ids: results.map(r => r.id), shown: first.map(f => f.url.slice(1)) };
      }, query, SHOWN);
      const all = found.ids.map(id => routes.get(id));
      return { ...found, bytes: await server.sent(), all, none: !all.length };
    },
    close: () => server.close(),
  };
}

async function withMiniSearch(page, folder, pages) {
  const words = new Intl.Segmenter('th', { granularity: 'word' });
  const options = { fields: ['text'], idField: 'id' };
  const tokenize = text => [...words.segment(text)].filter(s => s.isWordLike).map(s => s.segment);
  const index = new MiniSearch({ ...options, tokenize });
  pages.forEach((page, id) => index.add({ id, text: page.folded }));
  fs.writeFileSync(path.join(folder, 'index.json'), JSON.stringify(index));
  fs.copyFileSync(require.resolve('minisearch').replace(/cjs.index\.cjs$/, 'umd/index.js'), path.join(folder, 'minisearch.js'));
  fs.writeFileSync(path.join(folder, 'index.html'), '<!doctype html><html lang="th"><title>-</title><script src="minisearch.js"></script>');
  const server = await serve(folder);
  await page.open(server.origin + '/');
  await server.sent();
  // The whole index has to be there before the first query; loaded once for all of them.
  const loading = await page.run(async options => {
    const start = performance.now(), words = new Intl.Segmenter('th', { granularity: 'word' });
    const tokenize = text => [...words.segment(text)].filter(s => s.isWordLike).map(s => s.segment);
    window.index = MiniSearch.loadJSON(await (await fetch('index.json')).text(), { ...options, tokenize });
    return performance.now() - start;
  }, options);
  const bytes = await server.sent();
  return {
    name: 'MiniSearch ' + version('minisearch'),
    async ask(query) {
      const found = await page.run(query => {
        const start = performance.now();
        return { ids: window.index.search(query.toLowerCase(), { combineWith: 'AND' }).map(r => r.id), time: performance.now() - start };
      }, query);
      const all = found.ids.map(id => pages[id].route);
      return { time: found.time + loading, bytes, all, shown: all.slice(0, SHOWN), none: !all.length };
    },
    close: () => server.close(),
  };
}

function rank(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
}

async function measure(search, asked, right) {
  const rows = [];
  for (const [i, query] of asked.entries()) {
    const answer = await search.ask(query.text);
    const all = new Set(answer.all);
    const found = [...right[i]].filter(route => all.has(route)).length;
    rows.push({
      recall: right[i].size ? found / right[i].size : 1,
      present: right[i].size > 0,
      missed: right[i].size - found,
      shown: answer.shown.length,
      falsely: answer.shown.filter(route => !right[i].has(route)).length,
      denied: answer.none && right[i].size > 0,
      bytes: answer.bytes,
      time: answer.time,
    });
    if (i % 50 === 49) console.error(`${search.name}: ${i + 1} queries`);
  }
  search.close();
  const present = rows.filter(row => row.present);
  const sum = name => rows.reduce((all, row) => all + Number(row[name]), 0);
  const kB = part => (rank(rows.map(row => row.bytes), part) / 1000).toFixed(0);
  const ms = part => rank(rows.map(row => row.time), part).toFixed(0);
  return {
    line: [search.name, (present.reduce((all, row) => all + row.recall, 0) / present.length).toFixed(3),
      present.filter(row => row.missed).length, `${sum('falsely')} of ${sum('shown')}`, sum('denied'),
      `${kB(0.5)} / ${kB(0.95)} / ${kB(1)}`, `${ms(0.5)} / ${ms(0.95)} / ${ms(1)}`],
    wrong: sum('missed') + sum('falsely') + sum('denied'),
  };
}

const browser = await launch(process.env.CHROME_BIN || '/usr/bin/chromium');
const head = ['search', 'recall', 'queries with a page missed', 'false among those shown', 'said to be nowhere, falsely', 'kB a query (median / 95 % / most)', 'ms (median / 95 % / most)'];
const lines = [`Chromium ${browser.version}, ${os.cpus().length} cores (${os.cpus()[0].model.trim()}), Node.js ${process.version}.`, ''];
let wrong = 0;
for (const size of sizes) {
  const pages = read(`${size}/site`);
  const asked = queries(pages);
  const right = asked.map(query => truth(pages, query.text));
  console.error(`${pages.length} pages, ${asked.length} queries, ${right.filter(r => !r.size).length} of them nowhere`);
  lines.push(`**${size.toLocaleString('en')} records** (${pages.length.toLocaleString('en')} pages that can be found; ${right.filter(r => !r.size).length} of ${asked.length} queries stand nowhere)`, '',
    `| ${head.join(' | ')} |`, `| ${head.map((_, i) => i ? '---:' : '---').join(' | ')} |`);
  for (const make of process.argv.includes('--alone') ? [prongsai] : [prongsai, withPagefind, withMiniSearch]) {
    const folder = `${size}/${make.name}`;
    fs.mkdirSync(folder, { recursive: true });
    const measured = await measure(await make(browser, make === prongsai ? `${size}/site` : folder, pages), asked, right);
    lines.push(`| ${measured.line.join(' | ')} |`);
    if (make === prongsai) wrong += measured.wrong;
    console.error(measured.line.join(' | '));
  }
  lines.push('');
}
await browser.close();
const table = lines.join('\n');
console.log(table);
if (out) {
  const MARK = '<!-- measured -->';
  const text = fs.readFileSync(out, 'utf8');
  fs.writeFileSync(out, text.slice(0, text.indexOf(MARK) + MARK.length) + '\n\n' + table);
}
process.exit(wrong ? 1 : 0);
