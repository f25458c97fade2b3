// The search page. The index (search/terms/) says which pages may have the words; each page that is shown was fetched, and
// has them. How a page is read and a text folded is the same in the generator, or the index would not lead to all.
(function () {
  'use strict';
  var form = document.getElementById('finder');
  var field = form.elements.q;
  var list = document.getElementById('suggestions');
  var status = document.getElementById('search-status');
  var results = document.getElementById('search-results');
  var more = document.getElementById('search-more');
  var lists = document.getElementById('search-index');
  var root = form.getAttribute('data-root');
  var thai = form.getAttribute('data-numerals') === 'thai';
  var SHOWN = 10, RUNS = 6, SUGGESTED = 6;
  var known = {};
  var turn = 0;

  // One request for each file, however often it is asked for. Most never are again: writing them to the browser's cache
  // takes longer than sending them.
  function load(path, how, cache) {
    if (!known[path]) {
      known[path] = fetch(root + path, { cache: cache || 'no-store' }).then(function (answer) {
        if (!answer.ok) throw new Error(path);
        return answer[how]();
      });
      known[path].catch(function () { delete known[path]; });
    }
    return known[path];
  }
  function index() {
    return load('search/index.json', 'json', 'no-cache');
  }
  function entry(page) {
    return load('search/pages/' + (page >> 5) + '.json', 'json').then(function (part) { return part[page & 31]; });
  }

  function fold(text) {
    return text.normalize('NFKC').toLowerCase()
      .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')
      .replace(/[๐-๙]/g, function (digit) { return digit.charCodeAt(0) - 0xE50; })
      .replace(/\u0E4D([\u0E48-\u0E4B]+)/g, '$1\u0E4D')
      .replace(/\s+/g, ' ').trim();
  }
  function plain(html) {
    var main = /<main[^]*<\/main>/.exec(html);
    var text = (main ? main[0] : '')
      .replace(/<(nav|svg)\b[^]*?<\/\1>|<!--unsearched-->[^]*?<!--\/unsearched-->|<span class="vh"[^]*?<\/span>/g, ' ')
      .replace(/<\/?(?:a|abbr|b|bdi|cite|code|del|em|i|ins|mark|q|s|small|span|strong|su[bp]|time|u|wbr)(?![a-z0-9])[^>]*>/gi, '')
      .replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
    return (/&/.test(text) ? new DOMParser().parseFromString(text, 'text/html').body.textContent : text).trim();
  }

  // The number of a run of characters (FNV-1a). Those of five are in the index only by half.
  function hash(word, from, length) {
    var h = 0x811C9DC5;
    for (var k = from; k < from + length; k++) h = Math.imul(h ^ word.charCodeAt(k), 0x01000193);
    return length > 4 && h >>> 16 & 1 ? -1 : (h ^ h >>> 15) & 0xFFFF;
  }
  // The runs that a page with the words must have: of five, and of three (or all of a shorter word) that do not lie within
  // those. Each is a file to fetch.
  function runs(words) {
    function all(length) {
      var found = [], start = 0;
      words.forEach(function (word) {
        var n = length > 4 ? 5 : Math.min(3, word.length);
        for (var i = 0; i + n <= word.length; i++) found.push({ run: hash(word, i, n), at: start + i });
        start += word.length + 2;
      });
      return found;
    }
    var five = some(all(5).filter(function (f) { return f.run >= 0; }), RUNS - 1);
    return five.concat(some(all(3).filter(function (t) {
      return !five.some(function (f) { return t.at >= f.at && t.at < f.at + 3; });
    }), RUNS - five.length)).map(function (r) { return r.run; });
  }
  // So many of them, from all over.
  function some(all, most) {
    return all.length <= most ? all
      : Array.from({ length: most }, function (_, i) { return all[Math.round((i + .5) * all.length / most - .5)]; });
  }

  // One bit for each page that has a term.
  function having(bytes, term, size) {
    var at = 0, now = 0, bits = new Uint8Array(size);
    function number() {
      var value = 0, shift = 0, b;
      do { b = bytes[at++]; value |= (b & 127) << shift; shift += 7; } while (b > 127);
      return value;
    }
    while (at < bytes.length) {
      now += number();
      var head = number(), end = at + (head >> 1);
      if (now >= term) {
        if (now > term) break;
        if (head & 1) bits.set(bytes.subarray(at, end));
        else for (var page = 0; at < end;) { page += number(); bits[page >> 3] |= 1 << (page & 7); }
        break;
      }
      at = end;
    }
    return bits;
  }

  // Pages that may have all the words anywhere (part 0) or in the title (part 1), as bits.
  function candidates(site, words, part) {
    var size = (site.kinds.length + 31 >> 5) * 4;
    return Promise.all(runs(words).map(function (run) {
      var term = 2 * run + part;
      return load('search/terms/' + Math.floor(term * site.shards / 131072) + '.bin', 'arrayBuffer')
        .then(function (bytes) { return having(new Uint8Array(bytes), term, size); });
    })).then(function (lists) {
      var all = new Uint32Array(lists[0].buffer);
      for (var i = 1; i < lists.length; i++) {
        var list = new Uint32Array(lists[i].buffer);
        for (var k = 0; k < all.length; k++) all[k] &= list[k];
      }
      return all;
    });
  }
  // Their numbers, the newest first; without those of another list.
  function numbers(bits, others) {
    var pages = [];
    for (var k = bits.length - 1; k >= 0; k--) {
      for (var rest = others ? bits[k] & ~others[k] : bits[k]; rest;) {
        var bit = 31 - Math.clz32(rest);
        pages.push(32 * k + bit);
        rest ^= 1 << bit;
      }
    }
    return pages;
  }
  function chosen(site, pages) {
    var kind = form.elements.kind.value, year = form.elements.year.value, first = 0, years = [];
    if (!kind && !year) return pages;
    site.years.forEach(function (part) {
      if (String(part[0]) === year) years.push([first, first + part[1]]);
      first += part[1];
    });
    return pages.filter(function (page) {
      return (!kind || site.kinds[page] === kind) &&
        (!year || years.some(function (range) { return page >= range[0] && page < range[1]; }));
    });
  }

  function hasAll(text, words) {
    return words.every(function (word) { return text.indexOf(word) >= 0; });
  }
  // Looks into the page itself; nothing where the words do not stand there.
  function verify(page, words) {
    return entry(page).then(function (about) {
      return load(about[0], 'text').then(function (html) {
        var text = plain(html), title = fold(about[1]), phrase = words.join(' ');
        var folded = fold(text);
        if (!hasAll(title + ' ' + folded, words)) return null;
        var inTitle = title.indexOf(phrase) >= 0 ? 3 : hasAll(title, words) ? 2 : 0;
        return { page: page, about: about, text: text, folded: folded, rank: inTitle || (folded.indexOf(phrase) >= 0 ? 1 : 0) };
      });
    });
  }

  // A folded text in which every character knows where it came from.
  var folds = {};
  function traced(text) {
    var folded = [], from = [];
    for (var i = 0; i < text.length; i++) {
      var c = text[i];
      var code = text.charCodeAt(i);
      var same = code < 0x7F ? code < 0x41 || code > 0x5A : code > 0xE00 && code < 0xE4D && code !== 0xE33;
      if (!same) c = folds[c] || (folds[c] = fold(c));
      if (code > 0xE47 && code < 0xE4C && folded[folded.length - 1] === 'ํ') folded.splice(-1, 0, c);
      else for (var k = 0; k < c.length; k++) folded.push(c[k]);
      while (from.length < folded.length) from.push(i);
    }
    from.push(text.length);
    return { text: folded.join(''), from: from };
  }
  function isMark(c) {
    return /\p{M}/u.test(c || '');
  }
  // The part of a text in which the first of the words stands, with what may be shown around it: all characters of ten pages
  // would be most of the work. Folding keeps spaces, or the whole text is the part.
  function near(text, folded, words) {
    var at = folded.indexOf(words.join(' ')), from = 0, k = 0, own = text.split(' '), theirs = folded.split(' ');
    if (own.length !== theirs.length) return text;
    if (at < 0) at = Math.min.apply(null, words.map(function (word) { return folded.indexOf(word) >>> 0; }));
    if (at >= folded.length) at = 0;
    for (; at > theirs[k].length; k++) {
      at -= theirs[k].length + 1;
      from += own[k].length + 1;
    }
    return text.slice(Math.max(0, from - 99), from + own[k].length + 300);
  }
  // The words in a text are marked; of a page, whose folded text is given, a part is enough.
  function marked(text, words, folded) {
    var whole = folded === undefined;
    if (!whole) text = near(text, folded, words);
    var trace = traced(text), ranges = [], parts = document.createDocumentFragment();
    words.forEach(function (word) {
      for (var at = trace.text.indexOf(word); at >= 0; at = trace.text.indexOf(word, at + word.length)) {
        ranges.push([trace.from[at], trace.from[at + word.length]]);
      }
    });
    var first = trace.text.indexOf(words.join(' '));
    ranges.sort(function (a, b) { return a[0] - b[0]; });
    var middle = first >= 0 ? trace.from[first] : ranges.length ? ranges[0][0] : 0;
    var start = whole ? 0 : Math.max(0, middle - 60), end = whole ? text.length : Math.min(text.length, middle + 140);
    while (start > 0 && isMark(text[start])) start--;
    while (end < text.length && isMark(text[end])) end++;
    var at = start;
    parts.append(start > 0 ? '… ' : '');
    ranges.forEach(function (range) {
      var from = Math.max(range[0], at), to = Math.min(range[1], end);
      while (to < end && isMark(text[to])) to++;
      if (from >= to) return;
      var mark = document.createElement('mark');
      mark.textContent = text.slice(from, to);
      parts.append(text.slice(at, from), mark);
      at = to;
    });
    parts.append(text.slice(at, end), end < text.length ? ' …' : '');
    return parts;
  }

  function element(name, content, className) {
    var made = document.createElement(name);
    if (className) made.className = className;
    made.append(content);
    return made;
  }
  function numerals(count) {
    return thai ? String(count).replace(/\d/g, function (d) { return String.fromCharCode(0xE50 + +d); }) : String(count);
  }
  function show(found, state) {
    var item = document.createElement('li');
    var link = element('a', marked(found.about[1], state.words));
    link.href = root + found.about[0];
    var kind = form.querySelector('option[value="' + found.about[2] + '"]');
    item.append(element('h2', link), element('p', marked(found.text, state.words, found.folded), 'passage'),
      element('p', [kind && kind.textContent, found.about[3]].filter(Boolean).join(' · '), 'record-meta'));
    results.append(item);
    return link;
  }
  function tell(state) {
    var rest = state.pages.length - state.at;
    var checked = ' ตรวจแล้ว ' + numerals(state.at) + ' จาก ' + numerals(state.pages.length) + ' หน้าที่อาจมีคำนี้';
    if (!state.shown) {
      status.textContent = rest ? 'ยังไม่พบ “' + state.query + '”' + checked : 'ไม่พบ “' + state.query + '” ในเว็บไซต์นี้';
    } else {
      status.textContent = rest ? 'แสดง ' + numerals(state.shown) + ' หน้าแรกที่พบ' + checked : 'พบ ' + numerals(state.shown) + ' หน้า';
    }
    more.hidden = !rest;
    lists.hidden = true;
    more.textContent = state.shown ? 'แสดงต่อ' : 'ค้นต่อ';
  }

  // Looks into the next ten candidates and shows those that have the words.
  function go(state) {
    var batch = state.pages.slice(state.at, state.at + SHOWN);
    more.hidden = true;
    busy(true);
    return Promise.all(batch.map(function (page) { return verify(page, state.words); })).then(function (checked) {
      if (state.turn !== turn) return null;
      state.at += batch.length;
      var found = checked.filter(Boolean);
      found.sort(function (a, b) { return b.rank - a.rank || b.page - a.page; });
      var links = found.map(function (page) { return show(page, state); });
      state.shown += links.length;
      tell(state);
      busy(false);
      return links[0];
    }).catch(failed);
  }
  function busy(on) {
    results.setAttribute('aria-busy', String(on));
  }
  function failed() {
    busy(false);
    status.textContent = 'ค้นหาไม่สำเร็จ โปรดตรวจสอบการเชื่อมต่อแล้วลองอีกครั้ง';
  }
  function search() {
    var state = { turn: ++turn, query: field.value.trim(), words: fold(field.value).split(' ').filter(Boolean), at: 0, shown: 0 };
    close();
    results.textContent = '';
    more.hidden = true;
    // The lists below make room when there is something to show: until then a line changes on the screen, no more.
    lists.hidden = !!state.words.length && (lists.hidden || turn < 2);
    status.textContent = state.words.length ? 'กำลังค้นหา…' : '';
    busy(!!state.words.length);
    if (!state.words.length) return Promise.resolve(state);
    return index().then(function (site) {
      return Promise.all([candidates(site, state.words, 1), candidates(site, state.words, 0)]).then(function (found) {
        state.pages = chosen(site, numbers(found[0]).concat(numbers(found[1], found[0])));
        more.onclick = function () {
          go(state).then(function (first) { if (first) first.focus(); });
        };
        return state.turn === turn && go(state);
      });
    }).catch(failed).then(function () { return state; });
  }

  // Suggests titles while a reader types.
  var active = -1;
  function close() {
    active = -1;
    list.hidden = true;
    list.textContent = '';
    field.setAttribute('aria-expanded', 'false');
    field.removeAttribute('aria-activedescendant');
  }
  function suggest() {
    var typed = fold(field.value).split(' ').filter(Boolean);
    if (typed.join('').length < 2) return close();
    return index().then(function (site) {
      return candidates(site, typed, 1).then(function (pages) {
        return Promise.all(chosen(site, numbers(pages)).slice(0, 2 * SUGGESTED).map(entry));
      });
    }).then(function (found) {
      if (fold(field.value).split(' ').filter(Boolean).join(' ') !== typed.join(' ') || document.activeElement !== field) return;
      close();
      found.filter(function (about) { return hasAll(fold(about[1]), typed); }).slice(0, SUGGESTED).forEach(function (about, i) {
        var option = element('li', marked(about[1], typed));
        option.id = 'suggestion-' + i;
        option.setAttribute('role', 'option');
        option.setAttribute('aria-selected', 'false');
        option.onmousedown = function (event) { event.preventDefault(); };
        option.onclick = function () { location.href = root + about[0]; };
        list.append(option);
      });
      list.hidden = !list.firstChild;
      field.setAttribute('aria-expanded', String(!list.hidden));
    }).catch(close);
  }
  function move(step) {
    var options = list.children;
    if (!options.length) return;
    if (active >= 0) options[active].setAttribute('aria-selected', 'false');
    active = (active + step + options.length + (active < 0 && step < 0 ? 1 : 0)) % options.length;
    options[active].setAttribute('aria-selected', 'true');
    options[active].scrollIntoView({ block: 'nearest' });
    field.setAttribute('aria-activedescendant', options[active].id);
  }
  var waiting;
  field.addEventListener('input', function () { clearTimeout(waiting); waiting = setTimeout(suggest, 120); });
  field.addEventListener('blur', close);
  field.addEventListener('keydown', function (event) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === 'Enter' && active >= 0) {
      event.preventDefault();
      list.children[active].click();
    }
  });

  var names = ['q', 'kind', 'year'];
  function remember() {
    var address = new URLSearchParams();
    names.forEach(function (name) { if (form.elements[name].value) address.set(name, form.elements[name].value); });
    clearTimeout(waiting);
    // Another address gives the browser much to do: once the results are on the screen.
    search().then(function (state) {
      setTimeout(function () { if (state.turn === turn) history.pushState(null, '', '?' + address); }, 50);
    });
  }
  function recall() {
    var address = new URLSearchParams(location.search);
    names.forEach(function (name) { form.elements[name].value = address.get(name) || ''; });
    search();
  }
  form.addEventListener('submit', function (event) { event.preventDefault(); remember(); });
  form.elements.kind.addEventListener('change', remember);
  form.elements.year.addEventListener('change', remember);
  addEventListener('popstate', recall);
  recall();
  // The newest pages are found most often.
  index().then(function (site) { return entry(site.kinds.length - 1); }).catch(function () { /* a query says so */ });
})();
