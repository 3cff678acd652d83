// The mirror: real elements over the canvas, one for each node of the semantic
// tree and one for each area that scrolls. Takes the batches that
// src/platform/mirror.cpp writes and applies them; hands back what people do to
// the elements. Draws nothing.

// ROLES, STEPS, TYPE and STATE are made of the C++ headers by make_tables.py, which sees to it that each of them
// has its counterpart here.

// Tag and ARIA role of what is not simply an element of its own. Safari takes a
// list without bullets for no list unless it says so.
const ELEMENTS = {
  banner: ['header', 'banner'], navigation: ['nav'], main: ['main'], region: ['section'], group: ['div'],
  text: ['p'], link: ['a'], button: ['button'], list: ['ul', 'list'], list_item: ['li'], tab_list: ['div', 'tablist'],
  radio_group: ['div', 'radiogroup'], radio: ['button', 'radio'], switch: ['button', 'switch'], text_field: ['input'],
  search_field: ['input'], image: ['div', 'img'], progress: ['div', 'progressbar'], status: ['div', 'status'],
  alert: ['div', 'alert'], dialog: ['div', 'dialog'],
  grid: ['div', 'grid'], row: ['div', 'row'], grid_cell: ['div', 'gridcell'], column_header: ['div', 'columnheader'],
  row_header: ['div', 'rowheader'],
};
// Roles that an element has only while it has a label.
const NAMED = {group: 'group', text: 'note'};

// `host` is told: focus(id, visible), value(id, text), scroll(id, left, top), and
// gets the wheel over what can be enlarged: wheel(event). attempt(action) survives a refusal of the browser.
function createMirror(root, host) {
  const elements = new Map();
  const scrollers = new Set();
  const decoder = new TextDecoder();
  let operations = 0;
  let applying = false;     // events during apply() come from ourselves
  let spoiled = false;      // not even clearing it went well
  let composing = null;     // the field in which an input method is at work

  const setAttribute = (element, name, value) => {
    ++operations;
    if (value === null || value === '') element.removeAttribute(name);
    else element.setAttribute(name, value);
  };

  function create(id, role, level, linked) {
    const [tag, aria] = !role ? ['div'] : role === 'heading' ? ['h' + (level || 2)] : role === 'tab' ? [linked ? 'a' : 'button', 'tab'] : ELEMENTS[role];
    const element = document.createElement(tag);
    const node = {id, element, role, text: null, tail: null, left: 0, top: 0, bands: ''};
    elements.set(id, node);
    ++operations;
    if (!role) {
      // What is in it stands where it stands in the content; a spacer is as high as that.
      element.className = 'scroller';
      element.append(document.createElement('div'));
      element.onscroll = () => catchUp(node);
      scrollers.add(node);
      return;
    }
    element.dataset.node = id;
    if (aria) element.setAttribute('role', aria);
    if (tag === 'button') element.type = 'button';
    if (tag === 'a') element.draggable = false;
    if (role === 'dialog') element.setAttribute('aria-modal', 'true');
    if (role === 'progress') {
      element.setAttribute('aria-valuemin', '0');
      element.setAttribute('aria-valuemax', '100');
    }
    if (tag === 'input') {
      const search = role === 'search_field' ? 'search' : 'text';
      element.type = element.inputMode = search;
      if (role === 'search_field') element.enterKeyHint = search;
      element.autocomplete = element.autocapitalize = 'off';
      element.spellcheck = false;
      element.setAttribute('autocorrect', 'off');
    }
  }

  function remove(id) {
    const node = elements.get(id);
    elements.delete(id);
    scrollers.delete(node);
    // With its parent gone it has left already.
    if (!node.element.isConnected) return;
    ++operations;
    node.element.remove();
    node.tail?.remove();
  }

  // Follows its element about.
  function setTail(node, text) {
    ++operations;
    if (!node.tail) node.element.after(node.tail = document.createTextNode(''));
    node.tail.data = text;
  }

  function setBox({element, bands}, number, byte) {
    const point = () => number() + 'px';
    // Type is drawn in whole pixels of the screen (ui::Painter).
    const drawn = (px) => Math.max(1, Math.round(px * devicePixelRatio)) / devicePixelRatio;
    const [left, top, width, height, size, line] = [point(), point(), point(), point(), number(), point()];
    const type = byte();
    const padding = `${point()} ${point()} ${point()} ${point()}`;
    ++operations;
    if (type & TYPE.running) { element.style.cssText = 'position:static;white-space:inherit'; return; }
    element.style.cssText = `left:${left};top:${top};width:${width};height:${height};${bands}` + (!size ? '' :
      `padding:${padding};font:${type & TYPE.bold ? 600 : 400} ${drawn(size)}px/${line} Summit,sans-serif;` +
      (type & TYPE.centered ? 'text-align:center;' : '') + (type & TYPE.one_line ? 'white-space:pre' : ''));
  }

  function setText(node, text) {
    ++operations;
    // Whoever listens must have met the element before there is something to hear.
    const later = !node.text && node.role === 'status';
    if (node.role === 'status') root.classList.toggle('told', text !== '');  // style.css keeps its place free
    node.words = text;
    if (!node.text) node.element.prepend(node.text = document.createTextNode(''));
    if (!later || !host.attempt(() => setTimeout(() => { node.text.data = node.words; }, 100))) node.text.data = text;
  }

  function setState(node, bits) {
    const {element, role} = node;
    const has = (bit) => (bits & bit) !== 0;
    const changed = node.bits === undefined ? -1 : bits ^ node.bits;
    node.bits = bits;
    const flag = (relevant, bit, name, on, off) => {
      if (relevant && changed & bit && (has(bit) || off !== null || element.hasAttribute(name))) setAttribute(element, name, has(bit) ? on : off);
    };
    flag(role === 'tab', STATE.selected, 'aria-selected', 'true', 'false');
    flag(role === 'radio' || role === 'switch', STATE.checked, 'aria-checked', 'true', 'false');
    flag(true, STATE.current, 'aria-current', 'page', null);
    if (changed & (STATE.aside | STATE.stop) && (has(STATE.aside) || has(STATE.stop) || element.hasAttribute('tabindex')))
      setAttribute(element, 'tabindex', has(STATE.aside) ? '-1' : has(STATE.stop) ? '0' : null);
    flag(true, STATE.inert, 'inert', 'true', null);
    if (changed & (STATE.toggles | STATE.pressed) && (has(STATE.toggles) || element.hasAttribute('aria-pressed')))
      setAttribute(element, 'aria-pressed', has(STATE.toggles) ? String(has(STATE.pressed)) : null);
    const classes = ['covered', 'zoomable', 'zoomed'].filter((name) => has(STATE[name])).join(' ');
    if (element.className !== classes) {
      ++operations;
      element.className = classes;
      element.onwheel = has(STATE.zoomable) ? host.wheel : null;
    }
    if (element.tagName === 'INPUT') {
      if (element.disabled !== has(STATE.disabled)) element.disabled = has(STATE.disabled);
    } else {
      // Not `disabled`: that would take away the focus of whoever is on it.
      flag(true, STATE.disabled, 'aria-disabled', 'true', null);
    }
  }

  function setCells({element, role}, row, column, rows, columns) {
    const grid = role === 'grid';
    setAttribute(element, 'aria-rowindex', row || null);
    setAttribute(element, 'aria-colindex', column || null);
    setAttribute(element, grid ? 'aria-rowcount' : 'aria-rowspan', grid || rows > 1 ? rows : null);
    setAttribute(element, grid ? 'aria-colcount' : 'aria-colspan', grid || columns > 1 ? columns : null);
  }

  function setLabel({element, role}, text) {
    setAttribute(element, 'aria-label', text);
    if (NAMED[role]) setAttribute(element, 'role', text && NAMED[role]);
  }

  function setValue(node, value) {
    const {element, role} = node;
    if (role === 'progress') return setAttribute(element, 'aria-valuenow', value.replace(/[^\d.]/g, ''));
    // Of a QR code it is what it holds, for paper.js.
    if (element === composing || element.value === value) return;
    ++operations;
    element.value = value;
  }

  function scrollTo(node, left, top) {
    ++operations;
    Object.assign(node.element, {scrollLeft: left, scrollTop: top});
    // As the browser rounds it: its event says nothing new then.
    node.left = node.element.scrollLeft;
    node.top = node.element.scrollTop;
  }

  // What gets the focus does not come to lie under what stays.
  function setContent(node, width, height, left, top) {
    ++operations;
    const {element} = node;
    node.bands = left || top ? `scroll-padding-left:${left}px;scroll-padding-top:${top}px;` : '';
    if (node.bands) element.style.cssText += node.bands;
    element.classList.toggle('wide', width > 0);
    element.firstChild.style.cssText = `height:${height}px;` + (width ? `width:${width}px` : '');
  }

  // Tells the host where the browser has scrolled to. True when that is news. What
  // is stretched beyond the ends, as on Apple's systems, does not count.
  function catchUp(node) {
    const {element} = node;
    const left = Math.max(0, Math.min(element.scrollLeft, element.scrollWidth - element.clientWidth));
    const top = Math.max(0, Math.min(element.scrollTop, element.scrollHeight - element.clientHeight));
    if (left === node.left && top === node.top) return false;
    Object.assign(node, {left, top});
    host.scroll(node.id, left, top);
    return true;
  }

  // The app gave the focus to a node. Whoever is outside of the mirror, in the
  // browser's own bars or in a dialog, keeps it.
  function moveFocus(id) {
    const node = elements.get(id);
    const active = document.activeElement;
    if (!node || node.element === active || (active !== document.body && active && !root.contains(active))) return;
    ++operations;
    host.attempt(() => {
      if (node.element.tabIndex < 0) node.element.tabIndex = -1;
      node.element.focus();
    });
  }

  // What came to lie over the thing that has the focus must not hide it.
  function keepInView() {
    const active = document.activeElement;
    if (root.contains(active) && active.matches(':focus-visible')) host.attempt(() => active.scrollIntoView({block: 'nearest', behavior: 'instant'}));
  }

  // Applies a batch: the bytes that MirrorBatch::update() returned.
  function apply(bytes) {
    if (spoiled) clear();
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let at = 0;
    const byte = () => view.getUint8(at++);
    const id = () => (at += 4, view.getUint32(at - 4, true));
    const number = () => (at += 4, view.getFloat32(at - 4, true));
    const text = () => {
      const length = id();
      // A copy: TextDecoder refuses memory that can grow in some browsers.
      const result = length ? decoder.decode(bytes.slice(at, at + length)) : '';
      at += length;
      return result;
    };
    const focusedBefore = root.contains(document.activeElement) ? document.activeElement : null;
    const focusedId = focusedBefore ? idOf(focusedBefore) : 0;
    let placed = false;
    let crowded = false;
    applying = true;
    while (at < bytes.length) {
      const step = STEPS[byte()];
      if (step === 'title' || step === 'page_language') {
        ++operations;
        const said = text();
        host.attempt(() => { step === 'title' ? document.title = said : document.documentElement.lang = said; });
        continue;
      }
      const nodeId = id();
      if (step === 'create') { create(nodeId, ROLES[byte()], byte(), byte() !== 0); continue; }
      if (step === 'remove') { remove(nodeId); continue; }
      if (step === 'focus') { moveFocus(nodeId); continue; }
      const node = elements.get(nodeId);
      const {element} = node;
      switch (step) {
        case 'place': {
          const parent = id();
          const next = id();
          ++operations;
          placed = true;
          (parent ? elements.get(parent).element : root).insertBefore(element, next ? elements.get(next).element : null);
          if (node.tail) element.after(node.tail);
          break;
        }
        case 'set':
          setAttribute(element, 'aria-posinset', id() || null);
          setAttribute(element, 'aria-setsize', id() || null);
          break;
        case 'cells': setCells(node, id(), id(), id(), id()); break;
        case 'box': setBox(node, number, byte); break;
        case 'state': setState(node, byte() | (byte() << 8)); break;
        case 'text': setText(node, text()); crowded ||= node.role === 'status'; break;
        case 'tail': setTail(node, text()); break;
        case 'label': setLabel(node, text()); break;
        case 'value': setValue(node, text()); break;
        case 'hint': setAttribute(element, element.tagName === 'INPUT' ? 'placeholder' : 'title', text()); break;
        case 'content': setContent(node, number(), number(), number(), number()); crowded = true; break;
        case 'scroll': scrollTo(node, number(), number()); break;
        case 'link': setAttribute(element, 'href', text()); break;
        case 'language': setAttribute(element, 'lang', text()); break;
      }
    }
    // What moved, or was made anew under the same id, lost its place and the focus. One at its beginning has none to
    // lose, and is not asked: the browser would have to lay out all that was made.
    if (placed) for (const node of scrollers) if ((node.top || node.left) && (node.element.scrollTop !== node.top || node.element.scrollLeft !== node.left)) scrollTo(node, node.left, node.top);
    if (focusedBefore && document.activeElement === document.body) host.attempt(() => elements.get(focusedId)?.element.focus({preventScroll: true}));
    applying = false;
    if (crowded && root.classList.contains('told')) keepInView();
  }

  const idOf = (target) => Number(target?.closest?.('[data-node]')?.dataset.node ?? 0);

  // What is seen in part, sideways, is enough for a browser.
  const showSideways = (target) => {
    const area = target.parentElement?.closest('.scroller');
    if (!area || !target.matches(':focus-visible')) return;
    const box = target.getBoundingClientRect(), view = area.getBoundingClientRect();
    if (box.right > view.right) area.scrollLeft += Math.min(box.right - view.right, box.left - view.left);
    else if (box.left < view.left) area.scrollLeft += box.left - view.left;
  };
  root.addEventListener('focusin', ({target}) => {
    host.attempt(() => showSideways(target));
    // A scroller with nothing to press in it can have the focus too.
    if (!applying) host.focus(Number(target.dataset.node ?? 0), target.matches(':focus-visible'));
  });
  root.addEventListener('focusout', (event) => {
    // The window losing the focus does not count: it comes back to the same element.
    if (!applying && !event.relatedTarget && document.hasFocus()) host.focus(0, false);
  });
  root.addEventListener('compositionstart', (event) => { composing = event.target; });
  root.addEventListener('compositionend', () => { composing = null; });
  root.addEventListener('input', (event) => host.value(idOf(event.target), event.target.value));

  // As at the beginning: something went wrong in the middle of a batch.
  function clear() {
    spoiled = true;
    elements.clear();
    scrollers.clear();
    composing = null;
    applying = false;
    root.textContent = '';
    spoiled = false;
  }

  return {
    apply, clear, idOf,
    operations: () => operations,
    // Whether the browser has scrolled something and its event is still on the way.
    catchUp: () => [...scrollers].map(catchUp).includes(true),
    // Whether the browser has something to scroll for the keys of that element.
    scrolls(target) {
      const scroller = target.closest('.scroller');
      return scroller && scroller.scrollHeight > scroller.clientHeight;
    },
  };
}
