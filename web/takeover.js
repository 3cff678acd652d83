// The app takes the place of the page that was there before it: same place, same
// text, same focus. Called once, when the first frame has been drawn behind the
// page; from then on the canvas is what is seen. Part of the same script as shell.js.

// `root` is #mirror; `draw` draws a frame at once.
function takeOver(root, draw) {
  const page = document.getElementById('page');
  let focus = () => {};
  try {
    if (page) focus = carryOver(page, root, draw);
  } catch (error) {
    console.error(error);  // the app begins at its top, that is all
  }
  document.documentElement.dataset.taken = '';
  try {
    focus();  // what is hidden cannot have it
  } catch (error) {
    console.error(error);
  }
  page?.remove();
  window.summit.taken();
}

// Answers what gives the keyboard back to where it was.
function carryOver(page, root, draw) {
  const folded = (text) => (text ?? '').replace(/[\s\u2060]+/g, ' ').trim();
  const name = (element) => folded(element.getAttribute('aria-label') ?? element.textContent);
  const own = (element) => folded(element.getAttribute('aria-label') ?? [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data).join(''));

  // What stands for `element` in the app; null when nothing does, or more than one thing.
  function counterpart(element) {
    let found;
    if (element.matches('input')) found = [...root.querySelectorAll('input')].filter((other) => name(other) === name(element));
    else if (element.matches('a[href]')) {
      const href = element.getAttribute('href');
      found = [...root.querySelectorAll('a[href]')].filter((other) => other.getAttribute('href') === href);
      if (found.length > 1) found = found.filter((other) => own(other) === name(element));
      // On a desktop a list and what stands beside it lead to the same: the list comes first.
      if (new Set(found.map((other) => other.closest('.scroller'))).size === found.length) found.length = Math.min(found.length, 1);
    } else {
      const headings = 'h1, h2, h3, h4, h5, h6';
      // Every day has its 10:00: what stands twice on the page tells nothing.
      if ([...page.querySelectorAll(headings)].filter((other) => name(other) === name(element)).length > 1) return null;
      found = [...root.querySelectorAll(headings)].filter((other) => own(other) === name(element));
    }
    return found.length === 1 ? found[0] : null;
  }

  // ---- what is to be kept, read before anything changes

  const active = page.contains(document.activeElement) ? document.activeElement : null;
  const typed = [...page.querySelectorAll('input')].filter((input) => input.value);
  const top = page.querySelector('.bar')?.getBoundingClientRect().bottom ?? 0;
  const seen = window.scrollY > 0 ? [...page.querySelectorAll('.content :is(a[href], h1, h2, h3, h4, h5, h6)')]
    .map((element) => ({element, y: element.getBoundingClientRect().top}))
    .filter(({element, y}) => y >= Math.max(0, top) && y < innerHeight && element.getClientRects().length)
    .sort((a, b) => (a.element.matches('a') ? 0 : 1) - (b.element.matches('a') ? 0 : 1) || a.y - b.y) : [];

  // ---- the place

  const placed = () => {
    for (const {element, y} of seen) {
      const other = counterpart(element);
      if (other) return {other, y};
    }
    return null;
  };
  let place = placed();
  if (seen.length && !place) {
    // The page shows all days and levels one after the other, the app one of them: open it.
    const first = seen.reduce((a, b) => (a.y <= b.y ? a : b)).element;
    const anchors = [...page.querySelectorAll('.content [id]')].filter((anchor) => anchor === first || anchor.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING);
    const anchor = anchors[anchors.length - 1];
    // "_" sets it apart from an id of the template.
    const link = anchor && [...root.querySelectorAll('a[href]')].find((other) => other.getAttribute('href').split(/[?&]/).slice(1).some((pair) => pair.split('=')[1] === anchor.id.replace('_', '')));
    if (link) {
      link.click();
      draw();
      draw();
      place = placed();
    }
  }
  // More than once: how far an area can be scrolled may be known only when it was drawn.
  for (let tries = 0; place && tries < 4; ++tries) {
    const {other, y} = place;
    const by = other.getBoundingClientRect().top - (y + textInset(other));
    if (Math.abs(by) < 1) break;
    const scroller = other.closest('.scroller');
    if (scroller) {
      scroller.scrollTop += by;
      scroller.dispatchEvent(new Event('scroll'));  // now, not with the next frame
    } else {
      other.dispatchEvent(new WheelEvent('wheel', {deltaY: by, clientX: innerWidth / 2, clientY: innerHeight / 2, bubbles: true, cancelable: true}));
    }
    draw();
    place = placed();
  }

  // A card of the page has its link at the title, the app's link is the whole card.
  function textInset(other) {
    const around = other.getBoundingClientRect();
    const range = document.createRange();
    const text = [...other.childNodes].find((node) => node.nodeType === Node.TEXT_NODE);
    if (!text) return 0;
    range.selectNodeContents(text);
    const inset = around.top - range.getBoundingClientRect().top;
    return Number.isFinite(inset) ? inset : 0;
  }

  // ---- the text, and where the keyboard is

  for (const input of typed) {
    const other = counterpart(input);
    if (!other || other.value === input.value) continue;
    other.value = input.value;
    other.dispatchEvent(new Event('input', {bubbles: true}));
    draw();
  }
  const target = active?.matches('a[href], input') ? counterpart(active) : null;
  const selection = active?.matches('input') ? [active.selectionStart, active.selectionEnd] : null;
  return () => {
    if (!target) return;
    target.focus({preventScroll: true});
    if (selection) target.setSelectionRange?.(...selection);
    draw();
  };
}
