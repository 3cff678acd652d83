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
