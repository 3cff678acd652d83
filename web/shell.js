// Between the page and the program: receives what boot.js fetched, starts the
// app, hands it what happens on the page, and does for it what only a page can
// do. Part of the same script as the program, see src/platform/web.

// What stands in capitals and is not here is made of the C++ headers by make_tables.py.

// What browsers call the keys of ui::KeyName; empty where they have none.
const KEYS = {
  tab: 'Tab', enter: 'Enter', space: ' ', escape: 'Escape', up: 'ArrowUp', down: 'ArrowDown', left: 'ArrowLeft',
  right: 'ArrowRight', page_up: 'PageUp', page_down: 'PageDown', home: 'Home', end: 'End', back: '', slash: '/',
  question: '?', plus: '+', minus: '-',
  // With the key's place: what is written there is for the layout to say.
  language_1: 'Alt+Digit1', language_2: 'Alt+Digit2', language_3: 'Alt+Digit3', step_free: 'Alt+Digit4', code: 'Alt+KeyQ',
  print: 'Alt+KeyP', star: 'Alt+KeyS', plan: 'Alt+KeyM', staff: 'Alt+KeyN',
};
// Where worker.js finds what the app has made.
const OWN_FILES = 'summit-own-files';
// The keys that browsers scroll with.
const SCROLLING = /^( |Arrow(Up|Down)|Page(Up|Down)|Home|End)$/;
// The keys that lead from cell to cell in a grid, and what stands in one.
const BETWEEN_CELLS = /^(Arrow(Up|Down|Left|Right)|Page(Up|Down)|Home|End)$/;
const IN_CELL = ':is([role=gridcell], [role=columnheader], [role=rowheader])';
const shell = (() => {
  const boot = window.summit;
  const stage = document.getElementById('stage');
  const root = document.getElementById('mirror');
  const probe = document.getElementById('probe');
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  let running = false;

  // The browser may refuse whatever it is asked for: history after too many entries, storage in private
  // windows, focus, timers. That is said once and stops nothing.
  const refusals = new Set();
  function refuse(error, otherwise) {
    if (error instanceof WebAssembly.RuntimeError) throw error;  // the program itself has stopped
    if (!refusals.has(String(error))) console.warn(error);
    refusals.add(String(error));
    return otherwise;
  }
  function attempt(action, otherwise) {
    try {
      return action();
    } catch (error) {
      return refuse(error, otherwise);
    }
  }

  // Everything that the program calls goes through here, its graphics as well.
  function guard(imports) {
    for (const functions of Object.values(imports))
      for (const [name, called] of Object.entries(functions))
        if (typeof called === 'function')
          functions[name] = function () {
            try {
              return called.apply(null, arguments);
            } catch (error) {
              return refuse(error, 0);
            }
          };
  }

  // Calls the program. What stops it in the middle stops it for good.
  function call(name, ...values) {
    if (!running) return undefined;
    try {
      return Module['_summit_' + name](...values);
    } catch (error) {
      running = false;
      console.error(error);
      boot.stopped(error);
      return undefined;
    }
  }

  // Memory that grows becomes another array: it is looked at only when there is room for the bytes.
  function write(bytes, name, ...values) {
    const at = call(name, ...values);
    if (at) HEAPU8.set(bytes, at);
  }

  function pass(text) {
    const bytes = encoder.encode(text);
    write(bytes, 'text_buffer', bytes.length);
    return bytes.length;
  }

  const text = (at, size) => decoder.decode(HEAPU8.slice(at, at + size));

  // ---- frames: none unless asked for

  let frameAsked = 0;
  let wakeTime = -1;
  let wakeTimer = 0;

  function requestFrame() {
    if (frameAsked || !running) return;
    const draw = () => { frameAsked = 0; drawFrame(); };
    frameAsked = attempt(() => requestAnimationFrame(draw)) || setTimeout(draw, 16);
  }

  function drawFrame() {
    if (!view.pixelWidth || !view.pixelHeight) return;  // not measured yet: the first size draws
    // The processor draws a point as one pixel; four would take it too long.
    if (call('without_graphics')) {
      view.pixelWidth = Math.min(view.pixelWidth, Math.round(view.width));
      view.pixelHeight = Math.min(view.pixelHeight, Math.round(view.height));
    }
    call('frame', view.pixelWidth, view.pixelHeight);
    if (boot.language !== document.documentElement.lang) learn();
  }

  // What is said when the program stops, in the language that is shown now.
  function learn() {
    const size = call('last_words');
    if (!size) return;
    const [language, title, words, retry] = text(call('text_buffer', size), size).split('\0');
    boot.language = language;
    boot.learn({'shell.stopped_title': title, 'shell.stopped_text': words, 'shell.retry': retry});
  }

  function wakeAt(time) {
    if (time === wakeTime) return;
    clearTimeout(wakeTimer);
    wakeTimer = 0;
    wakeTime = -1;
    if (time < 0) return;
    const wake = () => {
      wakeTimer = 0;
      wakeTime = -1;
      // Nobody sees a frame of a hidden page, and browsers draw none; reminders are told all the same.
      if (document.hidden) call('wake_unseen');
      else requestFrame();
    };
    // A browser's timer holds 31 bits; waking early only means to ask again.
    wakeTimer = setTimeout(wake, Math.min(Math.max(time - Date.now(), 0), 0x7fffffff));
    wakeTime = time;
  }

  // ---- the stage: its size, and what the system wishes

  const view = {width: 0, height: 0, pixelWidth: 0, pixelHeight: 0, insets: [0, 0, 0, 0], textScale: 1};
  const wished = (query) => attempt(() => matchMedia(query), {matches: false, addEventListener() {}});
  const dark = wished('(prefers-color-scheme: dark)');
  const reducedMotion = wished('(prefers-reduced-motion: reduce)');
  const moreContrast = wished('(prefers-contrast: more)');

  function measure(entry) {
    const {width, height} = entry.contentRect;
    if (!width || !height) return;  // hidden behind a message
    view.width = width;
    view.height = height;
    view.pixelWidth = Math.round(width * devicePixelRatio);
    view.pixelHeight = Math.round(height * devicePixelRatio);
    // To the pixel, where the browser says so. One that imitates another screen
    // (device mode, tests) says its own.
    const exact = entry.devicePixelContentBoxSize?.[0];
    if (exact && Math.abs(exact.inlineSize - view.pixelWidth) <= 1 && Math.abs(exact.blockSize - view.pixelHeight) <= 1) {
      view.pixelWidth = exact.inlineSize;
      view.pixelHeight = exact.blockSize;
    }
    const style = attempt(() => getComputedStyle(probe), {});
    view.insets = ['Top', 'Right', 'Bottom', 'Left'].map((edge) => parseFloat(style['padding' + edge]) || 0);
    // At once, not in the next frame: the browser is about to stretch the old picture.
    drawFrame();
  }

  const sizes = new ResizeObserver((entries) => measure(entries[entries.length - 1]));

  // The visitor's own text size, see #probe in style.css.
  const textSize = new ResizeObserver(([{contentRect}]) => {
    view.textScale = Math.min(Math.max(contentRect.height / 100, 1), 2);
    requestFrame();
  });

  function observe(canvas) {
    Module['canvas'] = canvas;
    canvas.addEventListener('webglcontextlost', graphicsLost);
    sizes.disconnect();
    try {
      sizes.observe(canvas, {box: 'device-pixel-content-box'});
    } catch (error) {
      sizes.observe(canvas);  // Safari: points and the ratio have to do
    }
  }

  // While the page is printed: the size of a window that holds all of it.
  let paper = null;

  // Of lists and grids only what is near the view is in the mirror: for paper all of them come into it.
  function layWhole(on) {
    if (!running) return;
    if (!on) {
      if (paper) requestFrame();
      paper = null;
    } else if (/^\/[\w-]+\/(agenda\/(\d{4}-\d\d-\d\d\/)?$|codes|door)/.test(location.pathname)) {
      paper = new URLSearchParams(location.search).get('view') === 'grid' ? {width: 6000, height: 4000} : {width: 598, height: 100_000};
      call('paper_frame');
    }
  }

  const begun = Date.now() - attempt(() => performance.now(), 0);
  function environment(out) {
    const ratio = Math.max(view.pixelWidth / view.width, view.pixelHeight / view.height);
    const steady = attempt(() => performance.now(), Date.now() - begun);
    const [top, right, bottom, left] = view.insets;
    const values = {
      width: (paper ?? view).width, height: (paper ?? view).height, scale: ratio, safe_top: top, safe_right: right, safe_bottom: bottom,
      safe_left: left, now_s: Date.now() / 1000, steady_s: steady / 1000, dark: dark.matches,
      reduced_motion: reducedMotion.matches, more_contrast: moreContrast.matches, text_scale: view.textScale,
      notifications: attempt(notifications, 0), visitor_screen: faced, for_paper: paper !== null,
    };
    HEAPF64.set(ENVIRONMENT.map((name) => values[name]), out >> 3);
  }

  // Phones take the graphics memory of pages in the background. A canvas that lost
  // its context cannot get another kind of context, so it is replaced.
  let losses = 0;
  function graphicsLost(event) {
    event.preventDefault();
    const reopen = () => {
      if (document.hidden) return;
      document.removeEventListener('visibilitychange', reopen);
      const old = Module['canvas'];
      const fresh = old.cloneNode();
      // A driver that keeps failing: draw without it.
      if (++losses > 3) fresh.getContext = (kind, options) => kind === '2d' ? HTMLCanvasElement.prototype.getContext.call(fresh, kind, options) : null;
      old.replaceWith(fresh);
      observe(fresh);
      if (!call('reopen_window')) running = false;
      requestFrame();
    };
    document.addEventListener('visibilitychange', reopen);
    reopen();
  }

  // ---- input

  const mirror = createMirror(root, {
    attempt,
    focus: (id, visible) => call('focus', id, visible),
    value(id, value) {
      pass(value);
      call('value', id);
    },
    scroll: (id, left, top) => call('scroll', id, left, top),
    // Two fingers on a touchpad arrive as a wheel with Ctrl.
    wheel(event) {
      if (!event.ctrlKey) return;
      event.preventDefault();
      call('zoom', event.clientX, event.clientY, Math.exp(-event.deltaY * [1, 18, 100][event.deltaMode] / 100));
    },
  });

  // Safari tells of two fingers on a touchpad as a gesture. Of two fingers on the glass it tells too, beside the
  // pointers, which the app follows already.
  let apart = 1;  // how far they were when the app was last told, against the beginning
  function gesture(event) {
    if (!event.target.closest('.zoomable')) return;
    event.preventDefault();
    if (event.type === 'gesturechange' && held.size < 2) call('zoom', event.clientX, event.clientY, event.scale / apart);
    apart = event.scale;
  }

  const modified = (event) => event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  const held = new Map();   // pointers that are down and the app's, by id: the event with which they went down
  let lifted = null;        // the last event of a pointer that the app saw go up

  function tell(phase, event) {
    call('pointer', PHASES.indexOf(phase), Math.max(0, POINTERS.indexOf(event.pointerType)), event.pointerId, event.clientX, event.clientY, event.timeStamp / 1000);
  }

  function pointer(event) {
    const {type, pointerId} = event;
    const mouse = event.pointerType === 'mouse';
    const start = held.get(pointerId);
    const moved = start && Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) > 8;
    if (type === 'pointerdown') {
      // The first finger: no other can be down, whatever became of its end.
      if (event.isPrimary) letGo(event.pointerType);
      // Other buttons, and a link with Ctrl held, are the browser's.
      if (event.button !== 0 || modified(event)) return;
      // A test or an assistive technology has scrolled and presses right away.
      if (mirror.catchUp()) drawFrame();
      held.set(pointerId, event);
      lifted = null;
    } else if (type === 'pointermove') {
      if (!start && !mouse) return;
      // A mouse that drags is followed outside of the window. Not before, or the
      // click would go to the stage instead of the link under it.
      if (moved && mouse && !event.target.closest('p, h1, h2, h3, h4, h5, h6, input')) attempt(() => stage.setPointerCapture(pointerId));
    } else if (type === 'pointerleave') {
      if (!mouse || start) return;
    } else {
      if (!held.delete(pointerId)) return;
      if (type === 'pointerup') {
        lifted = event;
        // Only the browser knows whether a finger has tapped, or has stopped what was moving: a click follows.
        if (!mouse && !moved) return tell('pointercancel', event);
      }
    }
    tell(type, event);
  }

  // Of a pointer whose element was replaced under it the end may never come.
  function letGo(kind) {
    for (const [id, event] of held) {
      if (event.pointerType !== kind) continue;
      held.delete(id);
      tell('pointercancel', event);
    }
  }

  // What was under the finger is gone: the stage follows it from here.
  function follow({pointerId, target}) {
    if (target === document && held.has(pointerId)) attempt(() => stage.setPointerCapture(pointerId));
  }

  // A click that follows a pointer which the app has seen is the same press
  // again, or a finger's tap. All other clicks, by keyboard, screen reader or
  // script, are presses.
  function click(event) {
    const pointer = event.detail !== 0 && lifted && event.timeStamp - lifted.timeStamp < 500 ? lifted : null;
    lifted = null;
    const target = event.target.closest('[data-node]');
    if (target?.tagName === 'A' && modified(event)) return;  // new tab, new window, download
    if (target && target.tagName !== 'INPUT') event.preventDefault();
    if (pointer && pointer.pointerType !== 'mouse') {
      tell('pointerdown', pointer);
      tell('pointerup', pointer);
    } else if (!pointer && target && target.tagName !== 'INPUT') {
      call('press', mirror.idOf(target));
    }
  }

  function key(event) {
    if (event.isComposing || event.defaultPrevented) return;
    const target = event.target.closest?.('#mirror *');
    let name = event.key;
    if (!event.ctrlKey && !event.metaKey) {
      const wanted = event.altKey ? 'Alt+' + event.code : name;
      const command = KEY_NAMES.findIndex((key) => KEYS[key] === wanted);
      // What is typed behind it belongs behind it.
      if (command >= 0 && call('command', command)) {
        event.preventDefault();
        drawFrame();
        return;
      }
    }
    const leadsOn = !event.metaKey && !event.altKey && BETWEEN_CELLS.test(name) && target?.closest(IN_CELL);
    if (leadsOn) {
      event.preventDefault();
      call('key', KEY_NAMES.findIndex((key) => KEYS[key] === name), event.shiftKey, event.ctrlKey, false);
      return;
    }
    if (boot.asksForSearch(event)) name = '/';
    else if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (target?.tagName === 'INPUT' && !event.ctrlKey && !event.metaKey) {
      if (name !== 'Escape') return;
      event.preventDefault();
      target.blur();
      return;
    }
    // Where "?" is on an English keyboard, a Russian one has a comma.
    if (name === ',' && event.code === 'Slash') name = '?';
    // These the browser does itself: it moves the focus, clicks, and scrolls what has the focus in it.
    if (name === 'Tab' || name === 'Enter' || name === ' ' && target?.tagName === 'BUTTON') return;
    if (SCROLLING.test(name) && target && !target.matches('[role=tab], [role=radio]') && mirror.scrolls(target)) return;
    const index = KEY_NAMES.findIndex((key) => KEYS[key] === name);
    if (index >= 0) {
      event.preventDefault();
      call('key', index, event.shiftKey, false, false);
    } else if ([...name].length === 1) {
      pass(name);
      call('typed', event.timeStamp / 1000);
    }
  }

  // A key from before the app was there: it finds the app in the state in which the last one left it.
  function again(event) {
    const target = document.activeElement ?? document.body;
    if (target.tagName === 'INPUT' && [...event.key].length === 1 && !event.ctrlKey && !event.metaKey) {
      target.setRangeText(event.key, target.selectionStart, target.selectionEnd, 'end');
      target.dispatchEvent(new Event('input', {bubbles: true}));
    } else {
      target.dispatchEvent(new KeyboardEvent('keydown', {...event, bubbles: true, cancelable: true}));
    }
    drawFrame();
    drawFrame();
  }

  // window.find() marks what it found without scrolling to it.
  function selected() {
    const {anchorNode, focusNode} = getSelection();
    if (!held.size && anchorNode === focusNode && mirror.idOf(anchorNode?.parentElement)) anchorNode.parentElement.scrollIntoView({block: 'nearest'});
  }

  // The soft keyboard came up: what is written stays in view.
  function keyboardCame() {
    const active = document.activeElement;
    if (active.tagName === 'INPUT') active.scrollIntoView({block: 'nearest'});
  }

  // ---- what the app asks for

  // A browser that runs out of room begins with what nobody asked it to keep. Firefox asks the visitor: not
  // before there is something to lose.
  let persistAsked = false;
  function askToPersist() {
    if (persistAsked) return;
    persistAsked = true;
    attempt(() => navigator.storage?.persist?.().catch(() => {}));
  }

  // False when the browser keeps nothing: private mode, or full.
  function keepText(name, value) {
    if (name === VISITOR) boot.dress(value);
    askToPersist();
    try {
      localStorage.setItem('summit.' + name, value);
      return true;
    } catch (error) {
      return false;
    }
  }
  function kept(name) {
    try {
      return localStorage.getItem('summit.' + name) ?? '';
    } catch (error) {
      return '';
    }
  }

  // Tabs share what is kept: each brings in what the others did and adds its own, one tab at a time. A
  // browser may show a tab the text of another late; then the other sees its own part missing, in
  // visitorCame(), and adds it again.
  let keepAsked = false;
  function mergeVisitor() {
    keepAsked = false;
    const text = kept(VISITOR);
    if (text) boot.dress(text);
    pass(text);
    call('merge_visitor');
  }
  function keepVisitor() {
    if (keepAsked) return;
    keepAsked = true;
    const merge = () => {
      if (keepAsked) mergeVisitor();
    };
    try {
      navigator.locks.request('summit.visitor', merge).catch(merge);
    } catch (error) {
      Promise.resolve().then(merge);  // a browser without locks
    }
  }
  // Another tab has kept something.
  function visitorCame(event) {
    if (event.key === 'summit.' + VISITOR) keepVisitor();
  }
  // A tab that sleeps hears of nothing, and one that is closed waits for nobody.
  function visitorSeen() {
    if (!document.hidden) keepVisitor();
    else if (keepAsked) mergeVisitor();
  }

  // Tells the copies of the app from each other.
  function copyId() {
    try {
      return [...crypto.getRandomValues(new Uint32Array(2))].map((part) => part.toString(16).padStart(8, '0')).join('');
    } catch (error) {
      return Math.floor(Math.random() * 2 ** 52).toString(16);
    }
  }

  const installed = () => navigator.standalone || wished('(display-mode: standalone)').matches;
  const place = () => location.pathname + location.search + location.hash;

  // Browsers allow some hundred changes of the address in ten seconds, fewer than fast fingers type: it
  // is written when the typing rests, and before the page is another one or left.
  let unwritten = null;
  let writeTimer = 0;
  const refused = {};
  function writeLocation() {
    clearTimeout(writeTimer);
    const path = unwritten;
    unwritten = null;
    if (path !== null && path !== place()) attempt(() => history.replaceState(null, '', path));
  }
  function writeLocationIn(ms) {
    // A browser that gives no timer has the address at once.
    if (attempt(() => { writeTimer = setTimeout(writeLocation, ms); }, refused) === refused) writeLocation();
  }
  function showLocation(path, replace) {
    joinDesk(path);
    if (!replace) writeLocation();
    clearTimeout(writeTimer);
    unwritten = path;
    if (replace && path.split(/[?#]/)[0] === location.pathname) {
      writeLocationIn(500);
    } else if (path === place() || attempt(() => (history[replace ? 'replaceState' : 'pushState'](null, '', path), true))) {
      unwritten = null;
    } else {
      writeLocationIn(5000);  // so many pages in so short a time: the last of them counts
    }
  }

  // The app has looked at the link already (text/link.h); nothing else is opened from here either.
  function openLink(url) {
    if (/^https?:\/\//.test(url)) window.open(url, '_blank', 'noopener');
    else if (/^(mailto|tel):/.test(url)) location.href = url;
    // A file beside the pages: the browser hands it on, and the app stays.
    else if (/^\/[^/][^?#]*\.ics$/.test(url)) location.href = url;
  }

  // A file that the app has made: of what the visitor chose, or as one stands beside the pages. In an app on a
  // phone's home screen links to files and downloads may do nothing: there the system's share sheet takes it. Else
  // it gets a real address, which the service worker answers (worker.js); where there is none, the server has the
  // file, or it is in the link itself.
  function handOver(path, type, content) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const atItsAddress = async () => {
      if (!navigator.serviceWorker?.controller) throw new Error('no worker');
      const headers = {'Content-Type': type};
      if (!name.endsWith('.ics')) headers['Content-Disposition'] = `attachment; filename="${name}"`;
      await (await caches.open(OWN_FILES)).put(path, new Response(content, {headers}));
      location.href = path;
    };
    const inTheLink = () => attempt(() => {
      const link = document.createElement('a');
      link.href = `data:${type},${encodeURIComponent(content)}`;
      link.download = name;
      link.click();
    });
    const isOnServer = path.split('/')[2] !== 'my';
    const byAddress = () => {
      atItsAddress().catch(() => {
        if (isOnServer && navigator.onLine) location.href = path;
        else inTheLink();
      });
    };
    const files = attempt(() => [new File([content], name, {type: type.split(';')[0]})]);
    if (!installed() || !files || !attempt(() => navigator.canShare?.({files}))) return byAddress();
    // Closed again by the visitor: that is an answer as well.
    navigator.share({files}).catch((error) => { if (error.name !== 'AbortError') byAddress(); });
  }

  function share(title, url) {
    const address = String(new URL(url, location));
    const copy = () => navigator.clipboard.writeText(address).then(() => call('copied')).catch(refuse);
    if (!attempt(() => navigator.canShare?.({title, url: address}))) return attempt(copy);
    navigator.share({title, url: address}).catch((error) => { if (error.name !== 'AbortError') attempt(copy); });
  }

  function chooseFile() {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = '.summit,text/plain';
    input.onchange = async () => {
      // One that is far too large is none of ours, and neither is its beginning.
      pass(await input.files[0].slice(0, 2 ** 21).text());
      call('file_chosen');
    };
    input.click();
  }

  // A desk and the pages that face its visitors: what it shows, they are told, and they say that they are there.
  let desk = null;
  let facing = false;  // this is such a page,
  let faced = false;   // or there is one
  let shown = '';
  const sayAtDesk = (said) => attempt(() => desk?.postMessage(said));
  function joinDesk(path) {
    facing = /^\/[^/]+\/shown\//.test(path);
    if (desk || !facing && !/^\/[^/]+\/desk\//.test(path)) return;
    desk = attempt(() => new BroadcastChannel('summit-desk'), null);
    if (!desk) return;
    desk.onmessage = ({data}) => {
      if (facing && data.asks) sayAtDesk({here: true});
      if (facing && data.path) {
        attempt(() => history.replaceState(null, '', data.path));
        pass(data.path);
        call('go_to');
      }
      if (!facing && 'here' in data) {
        faced = data.here;
        sayAtDesk(faced && shown ? {path: shown} : {asks: true});
        requestFrame();
      }
    };
    sayAtDesk(facing ? {here: true} : {asks: true});
    window.addEventListener('pagehide', () => { if (facing) sayAtDesk({here: false}); });
    window.addEventListener('pageshow', () => { if (facing) sayAtDesk({here: true}); });
  }
  function showToVisitor(path, open) {
    shown = path;
    sayAtDesk({path});
    if (open && !faced) attempt(() => window.open(path, 'summit-visitor', 'popup'));
  }
  // Another window opens that page; when the app shows it there, it is printed.
  function print(path) {
    const sheet = attempt(() => window.open(path));
    if (!sheet) return;
    const timer = setInterval(() => attempt(() => {
      const ready = sheet.document.body?.dataset.app === 'ready';
      if (!ready && !sheet.closed) return;
      clearInterval(timer);
      if (ready) sheet.print();
    }), 200);
  }

  // In the order of screens::Notifications: not at all, when the visitor says so, yes.
  const notifications = () => ({default: 1, granted: 2})[window.Notification?.permission] ?? 0;
  function askToNotify() {
    attempt(() => Notification.requestPermission().then(requestFrame).catch(refuse));
  }
  // On phones the worker alone may do it.
  function notify(title, body, path, tag) {
    const options = {body, tag, data: path, icon: '/icons/apple-180.png'};
    const itself = () => attempt(() => {
      const told = new Notification(title, options);
      told.onclick = () => {
        window.focus();
        attempt(() => history.pushState(null, '', path));
        pass(place());
        call('go_to');
      };
    });
    const worker = attempt(() => navigator.serviceWorker?.getRegistration());
    if (!worker) return itself();
    worker.then((registration) => registration.showNotification(title, options)).catch(itself);
  }

  // ---- what the organisers have

  // Safari erases what a site keeps when nobody comes for a week, but not that of an installed app.
  const erased = /^Apple/.test(navigator.vendor) && !installed();
  const current = createCurrent({
    attempt,
    builtIn: boot.files.pack.url,
    receive(bytes, signature, isDelta, told) {
      write(bytes, 'received_buffer', bytes.length);
      pass(signature);
      return RECEIVED[call('receive', isDelta, told)];
    },
    bytes() {
      const at = call('shown_pack');
      return HEAPU8.slice(at, at + call('shown_pack_size'));
    },
    note: (offline, checked, newer) => call('note_freshness', offline, newer, erased, checked / 1000),
  });

  // ---- the start

  // What the first frame says of itself: the elements are made in a step of their own.
  let waiting = [];
  function reflect(batch) {
    try {
      mirror.apply(batch);
      return 1;
    } catch (error) {
      mirror.clear();
      return refuse(error, 0);
    }
  }
  function reflectWhatWaits() {
    const batches = waiting;
    waiting = null;
    if (!batches.every(reflect)) call('mirror_lost');
  }

  function failWith(texts) {
    running = false;
    const [language, title, words, details] = texts.split('\0');
    if (title) boot.fail({language, title, text: words, details});
    else boot.stopped({message: details});
  }

  // From now on what people do is the app's to answer.
  function listen() {
    for (const name of PHASES) stage.addEventListener(name, pointer);
    document.addEventListener('lostpointercapture', follow);
    for (const name of ['gesturestart', 'gesturechange']) stage.addEventListener(name, gesture);
    stage.addEventListener('click', click);
    stage.addEventListener('dragstart', (event) => event.preventDefault());
    document.addEventListener('keydown', key);
    document.addEventListener('selectionchange', selected);
    window.visualViewport?.addEventListener('resize', keyboardCame);
    window.addEventListener('popstate', () => {
      // It belonged to the page that was left.
      clearTimeout(writeTimer);
      unwritten = null;
      pass(place());
      call('go_to');
    });
    window.addEventListener('pagehide', writeLocation);
    attempt(() => { history.scrollRestoration = 'manual'; });
    for (const query of [dark, reducedMotion, moreContrast]) query.addEventListener('change', requestFrame);
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) writeLocation();
      requestFrame();
    });
    document.addEventListener('visibilitychange', visitorSeen);
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) return;
      pass(timeZone());
      call('time_zone');
    });
    window.addEventListener('pagehide', () => {
      if (keepAsked) mergeVisitor();
    });
    window.addEventListener('storage', visitorCame);
    listenToPrinter(root, (rect) => picture(rect), layWhole, squares);
  }

  function squares(code) {
    pass(code);
    const size = call('code');
    return text(call('text_buffer', size), size);
  }

  // What is drawn there now, as an element of its own; null where it is out of view.
  function picture({left, top, width, height}) {
    const canvas = Module['canvas'];
    const ratio = canvas.width / view.width;
    if (top < 0 || top + height > view.height || !ratio) return null;
    drawFrame();  // graphics forget a picture once it has been shown
    const copy = document.createElement('canvas');
    copy.width = width * ratio;
    copy.height = height * ratio;
    copy.getContext('2d').drawImage(canvas, -left * ratio, -top * ratio);
    const look = document.documentElement.dataset.appearance;
    if (look === 'dark' || !look && dark.matches && !moreContrast.matches) copy.className = 'dark';
    return copy;
  }

  // The visitor's own; it may change while the app is open.
  const timeZone = () => attempt(() => Intl.DateTimeFormat().resolvedOptions().timeZone) ?? '';

  // Lets the browser do what has come up meanwhile: a start in one piece would keep it from answering.
  const breath = () => new Promise((then) => { setTimeout(then); });

  async function start(newest, files) {
    running = true;
    files.forEach((bytes, index) => write(bytes, 'file_buffer', index, bytes.length));
    // The mirror's text is set in the same fonts, so that what is selected lies over what is drawn.
    ['fontRegular', 'fontBold'].forEach((name, bold) => {
      attempt(() => new FontFace('Summit', files[FILES.indexOf(name)], {weight: bold ? '600' : '400'}).load()
        .then((font) => document.fonts.add(font)).catch(() => {}));
    });
    boot.arriving = null;
    await breath();

    pass(kept(VISITOR));
    call('kept', false);
    pass(kept(FIRST_VISITOR));
    call('kept', true);
    pass(boot.signers);
    call('keys');
    pass([place(), copyId(), timeZone(), location.origin, ...attempt(() => navigator.languages, [])].join('\0'));
    textSize.observe(probe);
    if (!call('start')) running = false;
    await breath();
    const canvas = Module['canvas'] = document.getElementById('canvas');
    if (!call('open')) running = false;
    if (!running) return;
    await breath();
    observe(canvas);
    if (newest) current.show(newest);
    joinDesk(location.pathname);

    // The first frame is drawn when the size of the canvas arrives: at once.
    const first = new ResizeObserver(async () => {
      first.disconnect();
      await breath();
      reflectWhatWaits();
      boot.still(() => {
        if (!running) return;
        document.getElementById('message').textContent = '';
        listen();
        takeOver(root, drawFrame);
        const keys = boot.keys;
        boot.keys = null;
        keys.forEach((event) => attempt(() => again(event)));
        if (!running) return;
        document.body.dataset.app = 'ready';
        setTimeout(current.begin, 1000);
      });
    });
    first.observe(Module['canvas']);
  }

  Module['createContext'] = (canvas) => canvas.getContext('2d', {alpha: false});  // SDL's software renderer asks for it
  Module['instantiateWasm'] = (imports, done) => {
    guard(imports);
    boot.arriving.program
      .then((module) => WebAssembly.instantiate(module, imports).then((instance) => breath().then(() => done(instance, module))))
      .catch((error) => boot.stopped(error));  // unless it did not arrive, which boot.js has said
    return {};
  };
  Module['onRuntimeInitialized'] = () => {
    const files = ['style', ...FILES].map((name) => boot.arriving[name]);
    Promise.all([current.kept(), ...files]).then(([newest, , ...arrived]) => breath().then(() => start(newest, arrived))).catch((error) => {
      console.error(error);
      boot.stopped(error);  // unless a file was missing, which boot.js has said
    });
  };

  // For tests.
  Object.assign(boot, {
    frames: () => call('frames_drawn'),
    timers: () => (wakeTimer ? 1 : 0),
    busy: () => frameAsked !== 0 || unwritten !== null,
    domOps: () => mirror.operations(),
    heapBytes: () => call('heap_bytes'),
  });

  return {
    text, environment, requestFrame, wakeAt, keepText, keepVisitor, openLink, showLocation, handOver, share, chooseFile,
    notify, askToNotify, showToVisitor, print,
    // Each ends in a zero byte.
    texts: (at, size) => text(at, size).split('\0').slice(0, -1),
    mirror(at, size) {
      const batch = HEAPU8.slice(at, at + size);
      return waiting ? waiting.push(batch) : reflect(batch);
    },
    fail: failWith,
  };
})();
