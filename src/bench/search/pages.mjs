// The pages that can be found, the queries, and the truth: in which pages the words stand.
import fs from 'node:fs';
import path from 'node:path';

export function fold(text) {
  return text.normalize('NFKC').toLowerCase().replace(/[๐-๙]/g, d => d.charCodeAt(0) - 0xE50).replace(/\s+/g, ' ').trim();
}

function text(html) {
  const main = html.slice(html.indexOf('<main'), html.lastIndexOf('</main>'));
  return main
    .replace(/<(nav|svg)\b[^]*?<\/\1>/g, ' ')
    .replace(/<!--unsearched-->[^]*?<!--\/unsearched-->/g, ' ')
    .replace(/<span class="vh"[^]*?<\/span>/g, ' ')
    .replace(/<\/?(a|strong|em|span|small|time|sup|code|del|b|i|mark)(\s[^>]*)?>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&amp;/g, '&');
}

/** Every page that can be found: its address, title and folded text. */
export function read(site) {
  const pages = [];
  for (let i = 0; fs.existsSync(path.join(site, `search/pages/${i}.json`)); i++) {
    for (const [route, title] of JSON.parse(fs.readFileSync(path.join(site, `search/pages/${i}.json`), 'utf8'))) {
      const body = text(fs.readFileSync(path.join(site, route, 'index.html'), 'utf8'));
      pages.push({ route, title, body: body.replace(/\s+/g, ' ').trim(), folded: fold(title + ' ' + body) });
    }
  }
  return pages;
}

export function truth(pages, query) {
  const words = fold(query).split(' ');
  return new Set(pages.filter(page => words.every(word => page.folded.includes(word))).map(page => page.route));
}

/** Always the same numbers (mulberry32). */
function dice(seed) {
  return limit => {
    seed = seed + 0x6D2B79F5 | 0;
    let t = Math.imul(seed ^ seed >>> 15, 1 | seed);
    t = t + Math.imul(t ^ t >>> 7, 61 | t) ^ t;
    return Math.floor(((t ^ t >>> 14) >>> 0) / 4294967296 * limit);
  };
}

/** 300 queries cut from the texts: words out of the middle of sentences, whole words, numbers, two words, none. */
export function queries(pages) {
  const next = dice(2569);
  const any = list => list[next(list.length)];
  const words = new Intl.Segmenter('th', { granularity: 'word' });
  function cut(least, most) {
    for (;;) {
      const body = any(pages).folded, length = least + next(most - least + 1), start = next(Math.max(1, body.length - length));
      const part = body.slice(start, start + length);
      if (part.length === length && !/[\s“”"()]/.test(part) && !/^\p{M}/u.test(part)) return part;
    }
  }
  function word() {
    for (;;) {
      const body = any(pages).folded, start = next(Math.max(1, body.length - 200));
      const found = [...words.segment(body.slice(start, start + 200))].slice(1, -1).filter(s => s.isWordLike && s.segment.length > 3 && !/\d/.test(s.segment));
      if (found.length) return any(found).segment;
    }
  }
  function number() {
    for (;;) {
      const found = any(pages).folded.match(/\d[\d,./-]{3,}\d/g);
      if (found) return any(found);
    }
  }
  function fill(count, kind, make) {
    return Array.from({ length: count }, () => ({ kind, text: make() }));
  }
  return [
    ...fill(90, 'middle of a word', () => cut(5, 12)),
    ...fill(60, 'word', word),
    ...fill(40, 'number', number),
    ...fill(60, 'two words', () => cut(4, 8) + ' ' + cut(4, 8)),
    ...fill(50, 'made of two halves', () => cut(4, 6) + cut(4, 6)),
  ];
}
