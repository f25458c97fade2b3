// Text size, contrast and the phone's menu. Loaded before the first paint so that what a reader chose never flashes.
(function () {
  'use strict';
  var root = document.documentElement;
  var keys = { text: 'prongsai-text', contrast: 'prongsai-contrast' };

  // Storage may be refused (private windows, strict settings): the switches then work for this page alone.
  function remembered(key) {
    try { return localStorage.getItem(key) || ''; } catch (e) { return ''; }
  }
  function remember(key, value) {
    try { if (value) localStorage.setItem(key, value); else localStorage.removeItem(key); } catch (e) { /* not kept */ }
  }
  function setText(size) {
    if (size === 'small' || size === 'large') root.setAttribute('data-text', size);
    else root.removeAttribute('data-text');
  }
  function setContrast(on) {
    if (on) root.setAttribute('data-contrast', 'high');
    else root.removeAttribute('data-contrast');
  }

  root.setAttribute('data-js', '');
  setText(remembered(keys.text));
  setContrast(remembered(keys.contrast) === 'high');

  function press(button, on) { button.setAttribute('aria-pressed', String(on)); }

  function textSizeButtons() {
    var buttons = document.querySelectorAll('[data-text-size]');
    function show() {
      var size = root.getAttribute('data-text') || 'normal';
      buttons.forEach(function (b) { press(b, b.getAttribute('data-text-size') === size); });
    }
    buttons.forEach(function (b) {
      b.addEventListener('click', function () {
        var size = b.getAttribute('data-text-size');
        setText(size);
        remember(keys.text, size === 'normal' ? '' : size);
        show();
      });
    });
    show();
  }

  function contrastSwitch() {
    var button = document.querySelector('[data-contrast-switch]');
    if (!button) return;
    function isOn() { return root.getAttribute('data-contrast') === 'high'; }
    press(button, isOn());
    button.addEventListener('click', function () {
      setContrast(!isOn());
      remember(keys.contrast, isOn() ? 'high' : '');
      press(button, isOn());
    });
  }

  // The link "#menu" becomes a real button that says whether the menu is open.
  function menuButton() {
    var menu = document.getElementById('menu');
    var link = menu && menu.querySelector('.menu-button');
    if (!link) return;
    var button = document.createElement('button');
    button.type = 'button';
    button.className = link.className;
    button.textContent = link.textContent;
    button.setAttribute('aria-controls', 'menu-list');
    link.replaceWith(button);
    function open(on) {
      menu.classList.toggle('open', on);
      button.setAttribute('aria-expanded', String(on));
    }
    open(false);
    button.addEventListener('click', function () { open(!menu.classList.contains('open')); });
    menu.addEventListener('keydown', function (event) {
      if (event.key === 'Escape' && menu.classList.contains('open')) { open(false); button.focus(); }
    });
  }

  function printButtons() {
    document.querySelectorAll('[data-print]').forEach(function (b) {
      b.addEventListener('click', function () { print(); });
    });
  }

  document.addEventListener('DOMContentLoaded', function () {
    textSizeButtons();
    contrastSwitch();
    menuButton();
    printButtons();
  });
})();
