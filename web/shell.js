// Between the page and the program: receives what boot.js fetched, starts the
// app, hands it what happens on the page, and does for it what only a page can
// do. Part of the same script as the program, see src/platform/web.

// The order of FileIndex in src/platform/web/main.cpp.
const FILES = ['icu', 'fontRegular', 'fontBold', 'fontIcons', 'pack'];
// The order of ui::KeyName; what has no key in browsers keeps its place.
const KEYS = ['Tab', 'Enter', ' ', 'Escape', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End', '', '/', '?', '+', '-'];
// The keys that browsers scroll with.
const SCROLLING = /^( |Arrow(Up|Down)|Page(Up|Down)|Home|End)$/;
// The orders of ui::PointerPhase and ui::PointerKind.
const PHASES = ['pointerdown', 'pointermove', 'pointerup', 'pointercancel', 'pointerleave'];
const POINTERS = ['mouse', 'touch', 'pen'];

const shell = (() => {
  const boot = window.summit;
  const stage = document.getElementById('stage');
  const root = document.getElementById('mirror');
  const probe = document.getElementById('probe');
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  let running = false;

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

  function pass(text) {
    const bytes = encoder.encode(text);
    HEAPU8.set(bytes, Module['_summit_text_buffer'](bytes.length));
  }

  const text = (at, size) => decoder.decode(HEAPU8.slice(at, at + size));

  // ---- frames: none unless asked for

  let frameAsked = 0;
  let wakeTime = -1;
  let wakeTimer = 0;

  function requestFrame() {
    if (!frameAsked && running) frameAsked = requestAnimationFrame(() => { frameAsked = 0; drawFrame(); });
  }

  function drawFrame() {
    // The processor draws a point as one pixel; four would take it too long.
    if (call('without_graphics')) {
      view.pixelWidth = Math.min(view.pixelWidth, Math.round(view.width));
      view.pixelHeight = Math.min(view.pixelHeight, Math.round(view.height));
    }
    call('frame', view.pixelWidth, view.pixelHeight);
  }

  function wakeAt(time) {
    if (time === wakeTime) return;
    wakeTime = time;
    clearTimeout(wakeTimer);
    wakeTimer = 0;
    if (time < 0) return;
    const wake = () => {
      wakeTimer = 0;
      wakeTime = -1;
      requestFrame();
    };
    // A browser's timer holds 31 bits; waking early only means to ask again.
    wakeTimer = setTimeout(wake, Math.min(Math.max(time - Date.now(), 0), 0x7fffffff));
  }

  // ---- the stage: its size, and what the system wishes

  const view = {width: 0, height: 0, pixelWidth: 0, pixelHeight: 0, insets: [0, 0, 0, 0], textScale: 1};
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const reducedMotion = matchMedia('(prefers-reduced-motion: reduce)');
  const moreContrast = matchMedia('(prefers-contrast: more)');

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
    const style = getComputedStyle(probe);
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

  function surroundings(out) {
    const scale = Math.max(view.pixelWidth / view.width, view.pixelHeight / view.height);
    HEAPF64.set([view.width, view.height, scale, ...view.insets, Date.now() / 1000, performance.now() / 1000,
      dark.matches, reducedMotion.matches, moreContrast.matches, view.textScale], out >> 3);
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
    focus: (id, visible) => call('focus', id, visible),
    value(id, value) {
      pass(value);
      call('value', id);
    },
    scroll: (id, offset) => call('scroll', id, offset),
    // Two fingers on a touchpad arrive as a wheel with Ctrl.
    wheel(event) {
      if (!event.ctrlKey) return;
      event.preventDefault();
      call('zoom', event.clientX, event.clientY, Math.exp(-event.deltaY * [1, 18, 100][event.deltaMode] / 100));
    },
  });

  const modified = (event) => event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  const held = new Map();   // pointers that are down and the app's, by id: where they went down
  let lifted = null;        // the last event of a pointer that the app saw go up

  function tell(phase, event) {
    call('pointer', PHASES.indexOf(phase), Math.max(0, POINTERS.indexOf(event.pointerType)), event.pointerId, event.clientX, event.clientY, event.timeStamp / 1000);
  }

  function pointer(event) {
    const {type, pointerId} = event;
    const mouse = event.pointerType === 'mouse';
    const start = held.get(pointerId);
    const moved = start && Math.hypot(event.clientX - start.x, event.clientY - start.y) > 8;
    if (type === 'pointerdown') {
      // Other buttons, and a link with Ctrl held, are the browser's.
      if (event.button !== 0 || modified(event)) return;
      // A test or an assistive technology has scrolled and presses right away.
      if (mirror.catchUp()) drawFrame();
      held.set(pointerId, {x: event.clientX, y: event.clientY});
      lifted = null;
    } else if (type === 'pointermove') {
      if (!start && !mouse) return;
      // A mouse that drags is followed outside of the window. Not before, or the
      // click would go to the stage instead of the link under it.
      if (moved && mouse && !event.target.closest('p, h1, h2, h3, h4, h5, h6, input')) stage.setPointerCapture(pointerId);
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
    if (name.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey) name = '/';
    else if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (target?.tagName === 'INPUT') {
      if (name !== 'Escape') return;
      event.preventDefault();
      target.blur();
      return;
    }
    // These the browser does itself: it moves the focus, clicks, and scrolls what has the focus in it.
    if (name === 'Tab' || name === 'Enter' || name === ' ' && target?.tagName === 'BUTTON') return;
    if (SCROLLING.test(name) && target && !target.matches('[role=tab], [role=radio]') && mirror.scrolls(target)) return;
    const index = KEYS.indexOf(name);
    if (index >= 0) {
      event.preventDefault();
      call('key', index, event.shiftKey, false, false);
    } else if ([...name].length === 1) {
      pass(name);
      call('typed', event.timeStamp / 1000);
    }
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

  // ---- what the app wishes

  const memory = new Map();  // when the browser keeps nothing
  function keepText(name, value) {
    memory.set(name, value);
    if (name === 'visitor') boot.dress(value);
    try {
      localStorage.setItem('summit.' + name, value);
    } catch (error) {
      // Private mode, or full: it lasts as long as the page.
    }
  }
  function kept(name) {
    if (memory.has(name)) return memory.get(name);
    try {
      return localStorage.getItem('summit.' + name);
    } catch (error) {
      return null;
    }
  }

  const place = () => location.pathname + location.search + location.hash;

  function showLocation(path, replace) {
    if (path === place()) return;
    history[replace ? 'replaceState' : 'pushState'](null, '', path);
  }

  function openLink(url) {
    if (/^https?:/.test(url)) window.open(url, '_blank', 'noopener');
    else location.href = url;  // mail, telephone
  }

  function copyText(value) {
    navigator.clipboard?.writeText(value).catch(() => {});
  }

  // ---- the start

  function failWith(texts) {
    running = false;
    const [language, title, words, details] = texts.split('\0');
    if (title) boot.fail({language, title, text: words, details});
    else boot.stopped({message: details});
  }

  // From now on what people do is the app's to answer.
  function listen() {
    for (const name of PHASES) stage.addEventListener(name, pointer);
    stage.addEventListener('click', click);
    stage.addEventListener('dragstart', (event) => event.preventDefault());
    document.addEventListener('keydown', key);
    document.addEventListener('selectionchange', selected);
    window.visualViewport?.addEventListener('resize', keyboardCame);
    window.addEventListener('popstate', () => {
      pass(place());
      call('go_to');
    });
    history.scrollRestoration = 'manual';
    for (const query of [dark, reducedMotion, moreContrast]) query.addEventListener('change', requestFrame);
    document.addEventListener('visibilitychange', requestFrame);
  }

  function start(files) {
    files.forEach((bytes, index) => HEAPU8.set(bytes, Module['_summit_file_buffer'](index, bytes.length)));
    // The mirror's text is set in the same fonts, so that what is selected lies over what is drawn.
    ['fontRegular', 'fontBold'].forEach((name, bold) => {
      new FontFace('Summit', files[FILES.indexOf(name)], {weight: bold ? '600' : '400'}).load()
        .then((font) => document.fonts.add(font), () => {});
    });
    boot.arriving = null;

    running = true;
    pass([place(), kept('visitor') ?? '', Intl.DateTimeFormat().resolvedOptions().timeZone ?? '', ...navigator.languages].join('\0'));
    textSize.observe(probe);
    observe(document.getElementById('canvas'));
    if (!call('start')) {
      running = false;
      return;
    }

    // The first frame is drawn when the size of the canvas arrives: at once.
    const first = new ResizeObserver(() => {
      first.disconnect();
      boot.still(() => {
        if (!running) return;
        document.getElementById('message').textContent = '';
        listen();
        takeOver(root, drawFrame);
        document.body.dataset.app = 'ready';
      });
    });
    first.observe(Module['canvas']);
  }

  Module['createContext'] = (canvas) => canvas.getContext('2d', {alpha: false});  // SDL's software renderer asks for it
  Module['instantiateWasm'] = (imports, done) => {
    boot.arriving.program
      .then((module) => WebAssembly.instantiate(module, imports).then((instance) => done(instance, module)))
      .catch((error) => boot.stopped(error));  // unless it did not arrive, which boot.js has said
    return {};
  };
  Module['onRuntimeInitialized'] = () => {
    Promise.all(['style', ...FILES].map((name) => boot.arriving[name])).then(([, ...files]) => start(files)).catch((error) => {
      console.error(error);
      boot.stopped(error);  // unless a file was missing, which boot.js has said
    });
  };

  // For tests.
  Object.assign(boot, {
    frames: () => call('frames_drawn'),
    timers: () => (wakeTimer ? 1 : 0),
    busy: () => frameAsked !== 0,
    domOps: () => mirror.operations(),
    heapBytes: () => call('heap_bytes'),
  });

  return {
    text, surroundings, requestFrame, wakeAt, keepText, openLink, copyText, showLocation,
    mirror: (at, size) => mirror.apply(HEAPU8.subarray(at, at + size)),
    keptText(name) {
      const value = kept(name);
      if (value === null) return -1;
      pass(value);
      return encoder.encode(value).length;
    },
    leave() {},  // the tab is the visitor's
    fail: failWith,
  };
})();
