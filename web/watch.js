// Taken in by pages that ./run --watch serves, and by no others: follows the event while it is being edited.
// What is new comes the way that every update comes (current.js); this only says when to look, and shows
// mistakes over the page, which stays as it was while there are any.
(function () {
  'use strict';
  var panel;

  // The app looks for what is new when the network comes back. It may be busy just now, or not there yet.
  function look() {
    if (document.body.dataset.app === 'loading') window.dispatchEvent(new Event('pointermove'));
    [0, 300, 1000].forEach(function (later) {
      setTimeout(function () { window.dispatchEvent(new Event('online')); }, later);
    });
  }

  function element(parent, tag, text, style) {
    var made = document.createElement(tag);
    if (text) made.textContent = text;
    made.style.cssText = style || '';
    return parent.appendChild(made);
  }

  function show(told) {
    var language = document.documentElement.lang;
    var texts = told.texts[language] || told.texts.en;
    if (panel) panel.remove();
    panel = null;
    if (!told.mistakes.length) return;
    var wrong = told.mistakes.some(function (one) { return !one.warning; });
    // Above the canvas and its mirror; it never covers more than the lower part of a page.
    panel = element(document.body, 'section', '', 'position:fixed;z-index:2147483647;left:0;right:0;bottom:0;max-height:45vh;overflow:auto;' +
      'padding:12px 16px;background:#fff;color:#10272b;border-top:6px solid ' + (told.good ? '#8a5a00' : '#b3261e') + ';' +
      'box-shadow:0 -4px 24px rgba(0,0,0,.25);font:16px/1.45 system-ui,sans-serif;overflow-wrap:anywhere;pointer-events:auto');
    panel.id = 'watch';
    panel.lang = told.texts[language] ? language : 'en';
    panel.setAttribute('role', wrong ? 'alert' : 'status');
    element(panel, 'h2', told.good ? texts['watch.published'] : texts['watch.kept'], 'font-size:18px;margin:0 40px 8px 0');
    var close = element(panel, 'button', '×', 'position:absolute;top:4px;right:8px;width:44px;height:44px;border:0;background:none;color:inherit;font-size:26px;cursor:pointer');
    close.type = 'button';
    close.setAttribute('aria-label', texts['watch.close']);
    close.onclick = function () { panel.remove(); panel = null; };
    var list = element(panel, 'ul', '', 'list-style:none;margin:0;padding:0');
    var here = function (one) { return one.page && location.pathname === '/' + language + '/' + one.page; };
    // What is wrong with what is seen stands first.
    told.mistakes.slice().sort(function (a, b) { return (here(b) ? 1 : 0) - (here(a) ? 1 : 0); }).forEach(function (one) {
      var item = element(list, 'li', '', 'padding:8px 0;border-top:1px solid #d5e2e3');
      element(item, 'b', one.warning ? texts['watch.warning'] : texts['watch.mistake']);
      item.append(' ');
      element(item, 'code', [one.file, one.pointer].filter(Boolean).join(' '));
      element(item, 'div', one.reason).lang = 'en';
      if (here(one)) element(item, 'div', texts['watch.here'], 'font-weight:600');
      else if (one.page) {
        var link = element(item, 'a', texts['watch.page'], 'color:#00677a;display:inline-block;padding:6px 0');
        link.href = '/' + language + '/' + one.page;
      }
    });
  }

  var seen = 0;
  // The browser asks again by itself when it was broken off.
  new EventSource('/watch/events').onmessage = function (event) {
    var told = JSON.parse(event.data);
    show(told);
    if (told.good && told.number !== seen) look();
    seen = told.number;
  };
})();
