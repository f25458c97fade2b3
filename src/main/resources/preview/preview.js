// Shows the page anew when the site has changed, and over it the problems that keep the site from changing.
// Served by `prongsai serve` alone; no file of a site knows of it. Texts are set as texts, whatever they hold.
(() => {
  'use strict';
  const own = document.currentScript.dataset;
  const DISMISSED = 'prongsai-preview-dismissed';
  const RETRY = 2000;
  let source = null;
  let leaving = false;
  let panel = null;

  const listen = () => {
    if (source || leaving || document.hidden) return;
    source = new EventSource('/.prongsai/events?page=' + encodeURIComponent(location.pathname));
    source.addEventListener('state', e => update(JSON.parse(e.data)));
    source.addEventListener('error', () => {
      // It tries again by itself, unless the answer was a refusal.
      if (source && source.readyState === EventSource.CLOSED) {
        source = null;
        setTimeout(listen, RETRY);
      }
    });
  };

  // A browser keeps few connections to one server: a page that nobody sees must not hold one.
  const pause = () => {
    if (source) source.close();
    source = null;
  };

  const update = state => {
    // The page of problems (own.told) has no other content than they.
    const old = own.told === undefined ? state.version !== own.version
        : state.version !== own.version || String(state.told) !== own.told;
    if (old) {
      leaving = true;
      pause();
      location.reload();
    } else if (own.told === undefined) {
      panel = panel || makePanel();
      panel.show(state);
    }
  };

  const element = (name, className, text) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  };

  const item = (notice, hint) => {
    const li = element('li', notice.severity);
    const where = element('p', 'where');
    where.append(element('b', '', notice.word), ' ', element('code', '', notice.place));
    const advice = element('p', 'hint');
    advice.append(element('b', '', hint), ' ', notice.hint);
    li.append(where, element('p', 'what', notice.what), advice);
    return li;
  };

  const dismissed = told => {
    try {
      if (told !== undefined) sessionStorage.setItem(DISMISSED, told);
      return sessionStorage.getItem(DISMISSED);
    } catch (none) {
      return null;
    }
  };

  // In a shadow, where the site's style does not reach it, nor its style the site.
  const makePanel = () => {
    const host = element('div');
    const root = host.attachShadow({mode: 'open'});
    const style = element('link');
    style.rel = 'stylesheet';
    style.href = '/.prongsai/preview.css';
    const dialog = element('dialog');
    dialog.setAttribute('role', 'alertdialog');
    dialog.setAttribute('aria-labelledby', 'title');
    dialog.setAttribute('aria-describedby', 'count note');
    const title = element('h2');
    title.id = 'title';
    const close = element('button', 'close');
    close.type = 'button';
    const count = element('p', 'count');
    count.id = 'count';
    const note = element('p', 'note');
    note.id = 'note';
    const list = element('ol', 'notices');
    // So that it can be scrolled by keyboard.
    list.tabIndex = 0;
    list.setAttribute('aria-labelledby', 'title');
    const more = element('p', 'more');
    dialog.append(title, close, count, note, list, more);
    const badge = element('button', 'badge');
    badge.type = 'button';
    badge.hidden = true;
    root.append(style, badge, dialog);
    let current = '';
    let urgent = false;
    let mended = false;
    close.addEventListener('click', () => dialog.close());
    badge.addEventListener('click', () => open());
    dialog.addEventListener('close', () => {
      badge.hidden = !urgent;
      if (mended) {
        mended = false;
      } else {
        dismissed(current);
        badge.focus();
      }
    });
    const open = () => {
      if (dialog.open) return;
      badge.hidden = true;
      dialog.showModal();
      close.focus();
    };
    const fill = state => {
      urgent = state.urgent;
      host.lang = state.language;
      title.textContent = state.title;
      count.textContent = state.count;
      note.textContent = state.note;
      close.textContent = state.close;
      more.textContent = state.more;
      badge.textContent = state.title + ': ' + state.count;
      badge.classList.toggle('errors', state.errors);
      list.replaceChildren(...state.notices.map(n => item(n, state.hint)));
    };
    const shown = new Promise(done => {
      style.addEventListener('load', done);
      style.addEventListener('error', done);
    });
    document.body.append(host);
    return {
      show: state => shown.then(() => {
        const id = state.version + ' ' + state.told;
        if (id === current) return;
        current = id;
        fill(state);
        if (state.errors && dismissed() !== id) {
          open();
        } else if (dialog.open && !state.errors) {
          mended = true;
          dialog.close();
        }
        badge.hidden = dialog.open || !state.urgent;
      }),
    };
  };

  document.addEventListener('visibilitychange', () => (document.hidden ? pause() : listen()));
  addEventListener('pagehide', pause);
  addEventListener('pageshow', listen);
  listen();
})();
