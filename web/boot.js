// Stands inside every page. The page can be read and used at once; this loads the
// app behind it, which then takes the page's place (takeover.js). Says in the page's
// language when the app cannot come; the page stays. Written for browsers of any
// age, since the oldest are the ones that have nothing but the page.
(function () {
  'use strict';
  // In the language of the page.
  var texts = /*{{texts}}*/ {};
  // name: what messages call it; url; size in bytes.
  var files = /*{{files}}*/ {};

  var root = document.documentElement;
  var body = document.body;
  var message = document.getElementById('message');

  // What the visitor chose by hand, out of the text that the app keeps, a name and
  // a value in each line: see src/visitor/visitor.h.
  function chosen(name, visitor) {
    var line = new RegExp('^' + name + ' (\\S+)$', 'm').exec(visitor);
    return line ? line[1] : '';
  }

  // What the page itself shows follows the look and the size that were chosen for the app.
  function dress(visitor) {
    root.setAttribute('data-appearance', chosen('appearance', visitor));
    var size = chosen('text-size', visitor);
    root.style.fontSize = size ? size + '%' : '';
  }

  // "/" is no page of its own where there is JavaScript: it leads to the chosen
  // language, else the first that the browser asks for, else English, as
  // App::start() decides. A query goes along.
  function goOn(visitor) {
    var links = document.querySelectorAll('#page a[hreflang]');
    var offered = {};
    for (var i = 0; i < links.length; ++i) offered[links[i].hreflang] = links[i].getAttribute('href');
    var wanted = [chosen('language', visitor)].concat(navigator.languages || [navigator.language || ''], 'en');
    for (var k = 0; k < wanted.length; ++k) {
      var path = offered[wanted[k].split('-')[0].toLowerCase()];
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
  var arrival = document.createElement('div');
  arrival.id = 'arrival';

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
        language: root.lang,
        title: say(name + '_title', values),
        text: say(name + '_text', values),
        details: error && error.message ? error.message : ''
      });
    };
  }

  var visitor = '';
  try {
    visitor = localStorage.getItem('summit.visitor') || '';
  } catch (error) {
    // Private mode, or storage is switched off.
  }

  dress(visitor);
  if (location.pathname === '/') return goOn(visitor);

  window.summit = {
    language: root.lang,
    dress: dress,
    arriving: {},   // promises: the response for the program, bytes for all else
    fail: fail,
    fileFailed: function (file, error) { failWith('shell.file_failed', {file: file.name})(error); },
    stopped: function (error) { failWith('shell.stopped', {})(error); },
    taken: function () { arrival.textContent = ''; },   // the app is there
    files: files
  };
  var summit = window.summit;
  body.appendChild(arrival);

  if (typeof WebAssembly !== 'object' || !window.fetch || !window.PointerEvent || !window.ResizeObserver || !window.Promise) {
    // The page is what there is for this browser: nothing went wrong.
    if (hasPage()) body.setAttribute('data-app', 'failed');
    else failWith('shell.no_webassembly', {})();
    return;
  }

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

  function load() {
    arrival.textContent = '';
    // What the stage looks like: the app starts no sooner than it is there.
    var style = document.createElement('link');
    var dressed = new Promise(function (resolve, reject) {
      style.onload = resolve;
      style.onerror = reject;
    });
    style.rel = 'stylesheet';
    style.href = files.style.url;
    document.head.appendChild(style);
    Object.keys(files).forEach(function (key) { wholeBytes += files[key].size; });
    setTimeout(showProgress, 300);
    Object.keys(files).forEach(function (key) {
      var file = files[key];
      function failed(error) {
        summit.fileFailed(file, error);
        throw error;
      }
      if (key === 'style') {
        summit.arriving.style = dressed.then(function () { arrived(file); }, function () { failed(); });
        summit.arriving.style.catch(function () {});
        return;
      }
      if (key === 'script') {
        var script = document.createElement('script');
        script.fetchPriority = 'low';
        script.src = file.url;
        script.onload = function () { arrived(file); };
        script.onerror = function () { summit.fileFailed(file); };
        document.head.appendChild(script);
        return;
      }
      summit.arriving[key] = fetch(file.url, {priority: 'low'}).then(function (response) {
        if (!response.ok) throw new Error(file.url + ': ' + response.status + ' ' + response.statusText);
        // The program is compiled while it arrives, so its bytes are not collected here.
        if (key === 'program') {
          arrived(file);
          return response;
        }
        return response.arrayBuffer().then(function (bytes) {
          if (bytes.byteLength !== file.size) throw new Error(file.url + ': ' + bytes.byteLength + ' of ' + file.size + ' bytes');
          arrived(file);
          return dressed.then(function () { return new Uint8Array(bytes); });
        });
      }).catch(failed);
      // Whoever waits for the file sees the failure too; nobody may be waiting yet.
      summit.arriving[key].catch(function () {});
    });
  }

  window.addEventListener('error', function (event) {
    if (event.error && (event.error instanceof WebAssembly.RuntimeError || body.getAttribute('data-app') === 'loading')) summit.stopped(event.error);
  });

  var network = navigator.connection;
  if ((network && network.saveData) || (window.matchMedia && matchMedia('(prefers-reduced-data: reduce)').matches)) {
    // Whoever saves data decides.
    var told = bar('status');
    show(told, 'div', say('page.saves_data'));
    button(told, say('page.open_app'), load);
    close(say('dialog.close'));
    return;
  }

  // The page comes first: its letters, its own first picture, then the app.
  function soon() {
    if (window.requestIdleCallback) requestIdleCallback(load, {timeout: 1000});
    else setTimeout(load, 50);
  }
  if (document.readyState === 'complete') soon();
  else window.addEventListener('load', soon);
})();
