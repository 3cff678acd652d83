// Stands inside the page: starts all downloads at once, says that the app is
// loading, and says in the visitor's language why it cannot run. Written for
// browsers of any age, since the oldest are the ones that need the message.
(function () {
  'use strict';
  var texts = /*{{texts}}*/ {};
  // name: what messages call it; url; size in bytes.
  var files = /*{{files}}*/ {};

  var body = document.body;
  var message = document.getElementById('message');

  // What the visitor chose by hand, out of the text that the app keeps, a name and
  // a value in each line: see src/visitor/visitor.h.
  function chosen(name, visitor) {
    var line = new RegExp('^' + name + ' (\\S+)$', 'm').exec(visitor);
    return line ? line[1] : '';
  }

  // What the page itself shows follows the look that was chosen for the app.
  function dress(visitor) {
    document.documentElement.setAttribute('data-appearance', chosen('appearance', visitor));
  }

  // The language of the path, else the chosen one, else the first that the browser
  // asks for, else English. App::start() decides in the same way.
  function language(visitor) {
    var path = /^\/(kk|ru|en)(\/|$)/.exec(location.pathname);
    if (path) return path[1];
    if (texts[chosen('language', visitor)]) return chosen('language', visitor);
    var wanted = navigator.languages || [navigator.language || ''];
    for (var i = 0; i < wanted.length; ++i) {
      var tag = wanted[i].split('-')[0].toLowerCase();
      if (texts[tag]) return tag;
    }
    return 'en';
  }

  function say(key, values) {
    return texts[summit.language][key].replace(/\{(\w+)\}/g, function (_, name) { return values[name]; });
  }

  function show(tag, text) {
    var element = document.createElement(tag);
    element.textContent = text;
    return message.appendChild(element);
  }

  // Replaces the app by a message. `failure`: title, text, details, language;
  // the last two may be empty. The first failure counts, others follow from it.
  function fail(failure) {
    if (body.getAttribute('data-app') === 'failed') return;
    body.setAttribute('data-app', 'failed');
    message.textContent = '';
    message.setAttribute('role', 'alert');
    if (failure.language) document.documentElement.lang = failure.language;
    document.title = failure.title;
    show('h1', failure.title);
    show('p', failure.text);
    var again = show('button', say('shell.retry'));
    again.type = 'button';
    again.onclick = function () { location.reload(); };
    if (failure.details) show('pre', failure.details);
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

  var visitor = '';
  try {
    visitor = localStorage.getItem('summit.visitor') || '';
  } catch (error) {
    // Private mode, or storage is switched off.
  }

  var summit = window.summit = {
    language: language(visitor),
    dress: dress,
    arriving: {},   // promises: the response for the program, bytes for all else
    fail: fail,
    fileFailed: function (file, error) { failWith('shell.file_failed', {file: file.name})(error); },
    stopped: function (error) { failWith('shell.stopped', {})(error); },
    files: files
  };
  dress(visitor);
  document.documentElement.lang = summit.language;

  if (typeof WebAssembly !== 'object' || !window.fetch || !window.PointerEvent || !window.ResizeObserver) {
    failWith('shell.no_webassembly', {})();
    return;
  }

  message.setAttribute('role', 'status');
  show('p', say('shell.loading'));
  var progress = message.appendChild(document.createElement('progress'));
  progress.setAttribute('aria-label', say('shell.loading'));
  progress.max = Object.keys(files).reduce(function (sum, key) { return sum + files[key].size; }, 0);
  progress.value = 0;

  Object.keys(files).forEach(function (key) {
    var file = files[key];
    function arrived() { progress.value += file.size; }
    function failed(error) {
      summit.fileFailed(file, error);
      throw error;
    }
    if (key === 'script') {
      var script = document.createElement('script');
      script.src = file.url;
      script.onload = arrived;
      script.onerror = function () { summit.fileFailed(file); };
      document.head.appendChild(script);
      return;
    }
    summit.arriving[key] = fetch(file.url).then(function (response) {
      if (!response.ok) throw new Error(file.url + ': ' + response.status + ' ' + response.statusText);
      // The program is compiled while it arrives, so its bytes are not collected here.
      if (key === 'program') {
        arrived();
        return response;
      }
      return response.arrayBuffer().then(function (bytes) {
        if (bytes.byteLength !== file.size) throw new Error(file.url + ': ' + bytes.byteLength + ' of ' + file.size + ' bytes');
        arrived();
        return new Uint8Array(bytes);
      });
    }).catch(failed);
    // Whoever waits for the file sees the failure too; nobody may be waiting yet.
    summit.arriving[key].catch(function () {});
  });

  window.addEventListener('error', function (event) {
    if (event.error && (event.error instanceof WebAssembly.RuntimeError || body.getAttribute('data-app') === 'loading')) summit.stopped(event.error);
  });
})();
