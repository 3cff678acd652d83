// The functions of browser.h, handed on to web/shell.js, which is part of the same script.
addToLibrary({
  browser_environment: (out) => shell.environment(out),
  browser_mirror: (batch, size) => shell.mirror(batch, size),
  browser_request_frame: () => shell.requestFrame(),
  browser_wake_at: (time) => shell.wakeAt(time),
  browser_keep_text: (name, nameSize, text, textSize) => shell.keepText(shell.text(name, nameSize), shell.text(text, textSize)),
  browser_keep_visitor: () => shell.keepVisitor(),
  browser_open_link: (url, size) => shell.openLink(shell.text(url, size)),
  browser_show_location: (path, size, replace) => shell.showLocation(shell.text(path, size), replace),
  browser_hand_over: (texts, size) => shell.handOver(...shell.texts(texts, size)),
  browser_share: (texts, size) => shell.share(...shell.texts(texts, size)),
  browser_notify: (texts, size) => shell.notify(...shell.texts(texts, size)),
  browser_ask_to_notify: () => shell.askToNotify(),
  browser_show_to_visitor: (path, size, open) => shell.showToVisitor(shell.text(path, size), open),
  browser_print: (path, size) => shell.print(shell.text(path, size)),
  browser_choose_file: () => shell.chooseFile(),
  browser_fail: (texts, size) => shell.fail(shell.text(texts, size)),
});

// What Emscripten brings along with WebGL and nobody here needs: a loop that runs by itself, pictures and sounds,
// full screen, and listeners, which web/shell.js has.
addToLibrary({
  $Browser: {useWebGL: false, moduleContextCreatedCallbacks: []},
  $Browser__deps: [],
  $Browser__postset: '',
  $JSEvents: {removeAllHandlersOnTarget() {}},
  $JSEvents__deps: [],
  $JSEvents__postset: '',
  emscripten_cancel_main_loop: () => {},
  emscripten_cancel_main_loop__deps: [],
  emscripten_set_main_loop_timing: () => 0,
  emscripten_set_main_loop_timing__deps: [],
  eglSwapInterval: () => 1,
  eglSwapInterval__deps: [],
});
