// Stands inside every page. The page can be read and used at once; this fetches the
// app behind it and starts it when it is wanted, and then the app takes the page's
// place (takeover.js). Says in the page's language when the app cannot come; the
// page stays. Written for browsers of any age, since the oldest are the ones that
// have nothing but the page.
(function () {
  'use strict';
  // In the language of the page.
  var texts = /*{{texts}}*/ {};
  // name: what messages call it; url; size in bytes.
  var files = /*{{files}}*/ {};
  // When things happen that only the app can show: from, to, in milliseconds.
  var live = /*{{live}}*/ [0, 0];

  var root = document.documentElement;
  var body = document.body;
  var message = document.getElementById('message');

  // What the visitor chose by hand, out of the text that the app keeps (src/visitor/operations.h), else
  // out of that of its first version: a name and a value in each line.
  function chosen(name, visitor) {
    var line = new RegExp('^op \\d+ \\w+ - ' + name + ' - (\\S+)$', 'm').exec(visitor) ||
      new RegExp('^' + name + ' (\\S+)$', 'm').exec(firstVisitor);
    return line ? line[1] : '';
  }

  function kept(name) {
    try {
      return localStorage.getItem(name) || '';
    } catch (error) {
      return '';  // private mode, or storage is switched off
    }
  }

  // What the page itself shows follows the look and the size that were chosen for the app.
  function dress(visitor) {
    root.setAttribute('data-appearance', chosen('appearance', visitor));
    var size = chosen('text-size', visitor);
    root.style.fontSize = size ? size + '%' : '';
  }

  // "/" is no page of its own where there is JavaScript: it leads to the chosen
  // language, else the first that the browser asks for, else English, else the
  // event's first, as App::start() decides. A query goes along.
  function goOn(visitor) {
    var links = document.querySelectorAll('#page a[hreflang]');
    var paths = {};
    for (var i = links.length - 1; i >= 0; --i) {
      var tag = links[i].hreflang.toLowerCase();
      paths[tag] = paths['^' + tag.split('-')[0]] = links[i].getAttribute('href');
    }
    var wanted = [chosen('language', visitor)].concat(navigator.languages || navigator.language, 'en', links[0].hreflang);
    for (var k = 0; k < wanted.length; ++k) {
      // zh-Hant-TW: zh-Hant-TW, zh-Hant, zh, any zh.
      var parts = String(wanted[k]).toLowerCase().split('-');
      var any = '^' + parts[0];
      while (parts.length && !paths[parts.join('-')]) parts.pop();
      var path = paths[parts.join('-') || any];
      if (path) return location.replace(path + location.search);
    }
  }

  function say(key, values) {
    return texts[key].replace(/\{(\w+)\}/g, function (_, name) { return values[name]; });
  }

  function show(parent, tag, text) {
    var element = document.createElement(tag);
    element.textContent = text;
    return parent.appendChild(element);
  }

  function button(parent, text, press) {
    var element = show(parent, 'button', text);
    element.type = 'button';
    element.onclick = press;
    return element;
  }

  // Until the app is there, what is said of it lies over the page.
  var arrival = document.getElementById('arrival');

  function hasPage() {
    var page = document.getElementById('page');
    return page !== null && page.children.length > 0;
  }

  // A bar over the page; answers where its words go.
  function bar(role) {
    arrival.textContent = '';
    var told = show(arrival, 'div', '');
    told.className = 'told';
    told.setAttribute('role', role);
    return told;
  }

  function close(text) {
    button(arrival.firstChild, text, function () { arrival.textContent = ''; }).className = 'quiet';
  }

  // The app does not come, or has stopped. `failure`: title, text, details, language;
  // the last two may be empty. The first failure counts, others follow from it. A
  // page that is there stays there.
  function fail(failure) {
    if (body.getAttribute('data-app') === 'failed') return;
    body.setAttribute('data-app', 'failed');
    var reload = function () { location.reload(); };
    if (hasPage()) {
      var told = bar('alert');
      if (failure.language) told.lang = failure.language;
      var words = show(told, 'div', '');
      show(words, 'h2', failure.title);
      show(words, 'p', failure.text);
      if (failure.details) show(words, 'pre', failure.details);
      button(told, say('shell.retry'), reload);
      return close(say('dialog.close'));
    }
    arrival.textContent = '';
    message.textContent = '';
    message.setAttribute('role', 'alert');
    if (failure.language) root.lang = failure.language;
    document.title = failure.title;
    show(message, 'h1', failure.title);
    show(message, 'p', failure.text);
    button(message, say('shell.retry'), reload);
    if (failure.details) show(message, 'pre', failure.details);
  }

  function failWith(name, values) {
    return function (error) {
      fail({
        language: summit.language,
        title: say(name + '_title', values),
        text: say(name + '_text', values),
        details: error && error.message ? error.message : ''
      });
    };
  }

  var firstVisitor = kept('summit.visitor');
  var visitor = kept('summit.visitor-2');

  // The signs are letters of a font of their own. Until it is there, or where it is blocked, the page does without.
  if (document.fonts && document.fonts.load) {
    root.setAttribute('data-signs', 'later');
    var without = function () { root.setAttribute('data-signs', 'never'); };
    document.fonts.load('20px Signs').then(function (found) {
      if (found.length) root.removeAttribute('data-signs');
      else without();
    }, without);
  }

  dress(visitor);
  if (location.pathname === '/') return goOn(visitor);

  window.summit = {
    language: root.lang,   // of the texts
    learn: function (words) { for (var key in words) texts[key] = words[key]; },
    dress: dress,
    arriving: {},   // promises: the module for the program, bytes for all else
    still: still,
    fail: fail,
    fileFailed: function (file, error) { failWith('shell.file_failed', {file: file.name})(error); },
    stopped: function (error) {
      // What stopped it may stop it again: the next page is there to be read first.
      try {
        sessionStorage.removeItem('summit.open');
      } catch (refused) {
        // It was never set.
      }
      failWith('shell.stopped', {})(error);
    },
    taken: function () {   // the app is there
      arrival.textContent = '';
      setTimeout(keepForOffline, 3000, 0);
      try {
        sessionStorage.setItem('summit.open', '1');
      } catch (error) {
        // Then it waits for a sign on the next page too.
      }
    },
    files: files,
    signers: /*{{signers}}*/ '',   // public keys of the organisers
    keys: [],   // pressed before the app was there, for the app to answer; null from then on
    // "/" and Ctrl+K: the letter on the key, or where it is, when the keyboard speaks Cyrillic.
    asksForSearch: function (event) {
      var key = event.key || '';
      if (event.altKey) return false;
      if (event.ctrlKey || event.metaKey) return /^k$/i.test(key) || (event.code === 'KeyK' && !/^[a-z]$/i.test(key));
      return key === '/' || (event.code === 'Slash' && (key === '.' || key === '\u2116'));
    }
  };
  var summit = window.summit;

  if (typeof WebAssembly !== 'object' || !window.fetch || !window.PointerEvent || !window.ResizeObserver || !window.Promise) {
    // The page is what there is for this browser: nothing went wrong.
    if (hasPage()) body.setAttribute('data-app', 'failed');
    else failWith('shell.no_webassembly', {})();
    return;
  }

  // The first sign that someone does more than read.
  var signs = ['pointerdown', 'pointermove', 'touchstart', 'wheel', 'scroll', 'keydown', 'focusin'];
  var started = false;
  var coming = false;   // it starts with the first sign, or without one
  var progress;
  var arrivedBytes = 0;
  var wholeBytes = 0;

  function arrived(file) {
    arrivedBytes += file.size;
    if (progress) progress.value = arrivedBytes;
  }

  // A thin line, and only where it takes long enough to be wondered at.
  function showProgress() {
    if (body.getAttribute('data-app') !== 'loading' || arrival.firstChild) return;
    progress = arrival.appendChild(document.createElement('progress'));
    progress.setAttribute('aria-label', say('shell.loading'));
    progress.max = wholeBytes;
    progress.value = arrivedBytes;
  }

  // All files in the order in which they are wanted, each once. What is fetched ahead
  // of the start may fail: the start tries again, and only then it counts.
  function fetchAll() {
    Object.keys(files).forEach(function (key) {
      if (summit.arriving[key]) return;
      var file = files[key];
      var asked = summit.arriving[key] = fetch(file.url, {priority: 'low'}).then(function (response) {
        if (!response.ok) throw new Error(file.url + ': ' + response.status + ' ' + response.statusText);
        // The program is compiled while it arrives. A server that gives its type wrongly makes that fail.
        if (key === 'program' && WebAssembly.compileStreaming && /^application\/wasm/.test(response.headers.get('Content-Type')))
          return WebAssembly.compileStreaming(response);
        return response.arrayBuffer().then(function (bytes) {
          if (bytes.byteLength !== file.size) throw new Error(file.url + ': ' + bytes.byteLength + ' of ' + file.size + ' bytes');
          return key === 'program' ? WebAssembly.compile(bytes) : new Uint8Array(bytes);
        });
      });
      asked.then(function () { arrived(file); }, function (error) {
        if (started) summit.fileFailed(file, error);
        else delete summit.arriving[key];
      });
    });
  }

  function fetchAhead() {
    if (started) return;
    fetchAll();
    var all = Object.keys(files).map(function (key) { return summit.arriving[key]; });
    Promise.all(all).then(function () { if (!started) keepForOffline(0); }, function () {});
  }

  // The service worker (worker.js) keeps everything for the time without a network. What it could not get is
  // tried again, later each time.
  function keepForOffline(tries) {
    var workers = navigator.serviceWorker;
    if (!workers) return;  // a private window
    var again = function () {
      if (tries < 6) setTimeout(keepForOffline, 5000 << tries, tries + 1);
    };
    try {
      workers.register('/sw.js', {updateViaCache: 'none'}).then(function (registration) {
        var worker = registration && registration.installing;
        if (worker) worker.addEventListener('statechange', function () { if (worker.state === 'redundant') again(); });
      }).catch(again);
      // A new version takes over when nobody looks.
      if (!tries) document.addEventListener('visibilitychange', function () {
        if (document.hidden) workers.getRegistration().then(function (registration) {
          if (registration && registration.waiting) registration.waiting.postMessage('hidden');
        }).catch(function () {});
      });
    } catch (error) {
      again();
    }
  }

  // From the browser's cache now, as a script or a style sheet of the page.
  function add(tag, key, values) {
    var element = document.createElement(tag);
    for (var name in values) element[name] = values[name];
    return new Promise(function (resolve, reject) {
      element.onload = resolve;
      element.onerror = reject;
      document.head.appendChild(element);
    }).catch(function (error) { summit.fileFailed(files[key]); throw error; });
  }

  function start() {
    if (started) return;
    started = true;
    signs.forEach(function (name) { window.removeEventListener(name, start, true); });
    arrival.textContent = '';
    Object.keys(files).forEach(function (key) { wholeBytes += files[key].size; });
    setTimeout(showProgress, 300);
    fetchAll();
    var style = summit.arriving.style;
    var script = summit.arriving.script;
    // What the stage looks like: the app starts no sooner than it is there.
    summit.arriving.style = style.then(function () { return add('link', 'style', {rel: 'stylesheet', href: files.style.url}); });
    summit.arriving.style.catch(function () {});
    script.then(function () { return add('script', 'script', {src: files.script.url}); }).catch(function () {});
  }

  window.addEventListener('error', function (event) {
    var ours = String(event.filename).indexOf(files.script.url) >= 0 && body.getAttribute('data-app') === 'loading';
    if (event.error && (ours || event.error instanceof WebAssembly.RuntimeError)) summit.stopped(event.error);
  });

  // ---- the visitor's hands: what is under way must not be taken from them

  var down = false;
  var composing = false;
  var moved = 0;
  var scrolling = false;
  function watch(names, happens) {
    names.forEach(function (name) { window.addEventListener(name, happens, {capture: true, passive: true}); });
  }
  watch(['pointerdown', 'touchstart'], function () { down = true; });
  watch(['touchend', 'touchcancel'], function (event) { down = event.touches.length > 0; });
  // A finger that begins to scroll is "cancelled" and still there.
  watch(['pointercancel'], function (event) { if (event.pointerType !== 'touch') down = false; });
  watch(['pointerup'], function () { down = false; moved = Date.now(); });  // a click follows
  watch(['pointermove'], function (event) { if (event.pointerType === 'mouse') down = event.buttons > 0; });
  watch(['scroll', 'wheel', 'keydown'], function () { moved = Date.now(); });
  // Wheels and keys scroll smoothly, and between two steps of it a busy phone takes its time.
  if ('onscrollend' in window) {
    watch(['scroll'], function () { scrolling = true; });
    watch(['scrollend'], function () { scrolling = false; });
  }
  watch(['compositionstart'], function () { composing = true; });
  watch(['compositionend'], function () { composing = false; });

  // What the page cannot answer, and the browser does not, is kept for the app.
  window.addEventListener('keydown', function (event) {
    var keys = summit.keys;
    var key = event.key || '';
    if (!keys || !(started || coming) || body.getAttribute('data-app') !== 'loading' || event.isComposing) return;
    var search = summit.asksForSearch(event);
    var shortcut = event.ctrlKey || event.metaKey || event.altKey;
    if (/^(input|textarea|select)$/i.test(event.target.tagName) && !(search && shortcut)) return;
    // After "/" everything is for the field.
    if (search || (!shortcut && (key.length === 1 ? key !== ' ' || keys.length : /^(Escape|Arrow(Left|Right))$/.test(key)))) {
      keys.push({key: key, code: event.code, ctrlKey: event.ctrlKey, metaKey: event.metaKey, shiftKey: event.shiftKey});
      if (search || keys.length > 1) event.preventDefault();
    }
  }, true);

  function isStill() {
    return !down && !composing && Date.now() - moved > (scrolling ? 2000 : 150);
  }
  // Calls back when nothing is held, scrolling or being composed.
  function still(then) {
    var before = moved;
    // What a wheel has begun shows with the next frame that is painted; a page in the background paints none.
    var sure = function () {
      if (isStill() && moved === before) then();
      else still(then);
    };
    if (!isStill()) setTimeout(function () { still(then); }, 50);
    else if (document.hidden) then();
    else requestAnimationFrame(function () { requestAnimationFrame(sure); });
  }

  // ---- when the app is fetched, and when it starts

  function idle(then) {
    try {
      requestIdleCallback(then, {timeout: 1000});
    } catch (error) {
      setTimeout(then, 50);  // Safari
    }
  }

  // When all of the page has been painted, and `rest` milliseconds have passed.
  function painted(rest, then) {
    var once = function () {
      setTimeout(then, rest);
      then = function () {};
    };
    try {
      new PerformanceObserver(once).observe({type: 'paint', buffered: true});
      setTimeout(once, 3000);  // a page in the background is not painted
    } catch (error) {
      once();
    }
  }

  // What the browser wants for installing the app, its icon among it: nothing that the page waits for.
  painted(1000, function () {
    var later = document.querySelectorAll('head noscript');
    for (var i = 0; i < later.length; ++i) {
      if (/manifest/.test(later[i].textContent)) document.head.insertAdjacentHTML('beforeend', later[i].textContent);
    }
  });

  function savesData() {
    try {
      return navigator.connection && navigator.connection.saveData || matchMedia('(prefers-reduced-data: reduce)').matches;
    } catch (error) {
      return false;
    }
  }
  if (savesData()) {
    // Whoever saves data decides.
    var told = bar('status');
    show(told, 'div', say('page.saves_data'));
    button(told, say('page.open_app'), start);
    close(say('dialog.close'));
    return;
  }

  // Someone who only reads has all there is to read. At once it is for whoever was in
  // the app a moment ago, asks what the page cannot answer, or comes while things happen.
  var now = Date.now();
  // In a shell there is nothing to read.
  var shell = document.querySelector('[data-shell]') !== null;
  // What hangs on a wall, or works by keys, is waited for by nobody's finger.
  var wanted = shell || location.search !== '' || /^\/[^/]+\/(board|desk|door|shown)\//.test(location.pathname) || (now >= live[0] && now < live[1]);
  try {
    wanted = wanted || sessionStorage.getItem('summit.open') !== null;
  } catch (error) {
    // As above.
  }
  coming = true;
  // The page comes first: its letters, its own first picture, then the app.
  function pageIsThere() {
    if (shell || (wanted && document.hidden)) idle(start);
    else if (wanted) painted(0, function () { idle(start); });
    else painted(300, function () { idle(fetchAhead); });
  }
  if (!wanted) signs.forEach(function (name) { window.addEventListener(name, start, {capture: true, passive: true}); });
  if (document.readyState === 'complete') pageIsThere();
  else window.addEventListener('load', pageIsThere);
})();
