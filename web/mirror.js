// The mirror: real elements over the canvas, one for each node of the semantic
// tree. Takes the batches that src/platform/web/mirror.cpp writes and applies
// them; hands back what people do to the elements. Draws nothing.

// The tables stand in the order of ui::Role and platform::MirrorStep.
const ROLES = ['banner', 'navigation', 'main', 'region', 'group', 'heading', 'text', 'link', 'button', 'list', 'list_item',
  'tab_list', 'tab', 'radio_group', 'radio', 'switch', 'text_field', 'search_field', 'image', 'progress', 'status', 'alert', 'dialog'];
const STEP = {create: 1, remove: 2, place: 3, box: 4, clip: 5, type: 6, state: 7, text: 8, label: 9, value: 10, link: 11,
  hint: 12, language: 13, title: 14, pageLanguage: 15, focus: 16};
const STATE = {selected: 1, checked: 2, pressed: 4, toggles: 8, current: 16, disabled: 32, covered: 64};

// Tag and ARIA role of what is not simply an element of its own. Safari takes a
// list without bullets for no list unless it says so.
const ELEMENTS = {
  banner: ['header', 'banner'], navigation: ['nav'], main: ['main'], region: ['section', 'region'], group: ['div', 'group'],
  text: ['p'], link: ['a'], button: ['button'], list: ['ul', 'list'], list_item: ['li'], tab_list: ['div', 'tablist'],
  radio_group: ['div', 'radiogroup'], radio: ['button', 'radio'], switch: ['button', 'switch'], text_field: ['input'],
  search_field: ['input'], image: ['div', 'img'], progress: ['div', 'progressbar'], status: ['div', 'status'],
  alert: ['div', 'alert'], dialog: ['div', 'dialog'],
};

// Where #mirror rests when nothing is scrolled. The browser scrolls it, up or
// down, to show what it found or what got the focus; shell.js hands that to the
// app, which does its own scrolling. Room on all sides lets it go either way.
const REST = 100000;

// `host` is told: focus(id, visible), value(id, text).
function createMirror(root, host) {
  const room = document.createElement('div');
  room.className = 'room';
  const layer = document.createElement('div');
  layer.className = 'layer';
  root.replaceChildren(room, layer);
  root.scrollTo(REST, REST);

  const elements = new Map();
  const decoder = new TextDecoder();
  let operations = 0;
  let applying = false;     // events during apply() come from ourselves
  let composing = null;     // the field in which an input method is at work

  const setAttribute = (element, name, value) => {
    ++operations;
    if (value === null || value === '') element.removeAttribute(name);
    else element.setAttribute(name, value);
  };
  const setStyle = (element, name, value) => {
    ++operations;
    element.style[name] = value;
  };
  const points = (number) => (number === 0 ? '0' : number + 'px');

  function create(id, role, level, linked) {
    // A layer that scrolls has no role.
    const [tag, aria] = !role ? ['div'] : role === 'heading' ? ['h' + (level || 2)] : role === 'tab' ? [linked ? 'a' : 'button', 'tab'] : ELEMENTS[role];
    const element = document.createElement(tag);
    ++operations;
    element.dataset.node = id;
    if (aria) element.setAttribute('role', aria);
    if (tag === 'button') element.type = 'button';
    if (tag === 'a') element.draggable = false;
    if (tag === 'input') {
      element.type = role === 'search_field' ? 'search' : 'text';
      element.autocomplete = 'off';
      element.spellcheck = false;
      element.setAttribute('autocapitalize', 'off');
      element.setAttribute('autocorrect', 'off');
      if (role === 'search_field') element.enterKeyHint = 'search';
    }
    if (role === 'progress') setAttribute(element, 'aria-valuemax', '100');
    elements.set(id, {id, element, role, text: null});
  }

  function remove(id) {
    const node = elements.get(id);
    elements.delete(id);
    // With its parent gone it has left already.
    if (!node.element.isConnected) return;
    ++operations;
    node.element.remove();
  }

  function setText(node, text) {
    ++operations;
    if (!node.text) {
      node.text = document.createTextNode(text);
      node.element.prepend(node.text);
    } else {
      node.text.data = text;
    }
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
    if (changed & (STATE.toggles | STATE.pressed) && (has(STATE.toggles) || element.hasAttribute('aria-pressed')))
      setAttribute(element, 'aria-pressed', has(STATE.toggles) ? String(has(STATE.pressed)) : null);
    if (changed & STATE.covered && (has(STATE.covered) || element.className)) {
      ++operations;
      element.className = has(STATE.covered) ? 'covered' : '';
    }
    if (element.tagName === 'INPUT') {
      if (element.disabled !== has(STATE.disabled)) element.disabled = has(STATE.disabled);
    } else {
      // Not `disabled`: that would take away the focus of whoever is on it.
      flag(true, STATE.disabled, 'aria-disabled', 'true', null);
    }
  }

  function setValue(node, value) {
    const {element, role} = node;
    if (role === 'progress') return setAttribute(element, 'aria-valuenow', value.replace(/[^\d.]/g, ''));
    if (element.tagName !== 'INPUT' || element === composing || element.value === value) return;
    ++operations;
    element.value = value;
  }

  // The app gave the focus to a node. Whoever is outside of the mirror, in the
  // browser's own bars or in a dialog, keeps it.
  function moveFocus(id) {
    const node = elements.get(id);
    const active = document.activeElement;
    if (!node || node.element === active || (active !== document.body && active && !root.contains(active))) return;
    ++operations;
    if (node.element.tabIndex < 0) node.element.tabIndex = -1;
    node.element.focus({preventScroll: true});
  }

  // Applies a batch: the bytes that MirrorBatch::update() returned.
  function apply(bytes) {
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
    const focusedId = focusedBefore ? Number(focusedBefore.dataset.node) : 0;
    applying = true;
    while (at < bytes.length) {
      const step = byte();
      if (step === STEP.title) { ++operations; document.title = text(); continue; }
      if (step === STEP.pageLanguage) { ++operations; document.documentElement.lang = text(); continue; }
      const nodeId = id();
      if (step === STEP.create) { create(nodeId, ROLES[byte()], byte(), byte() !== 0); continue; }
      if (step === STEP.remove) { remove(nodeId); continue; }
      if (step === STEP.focus) { moveFocus(nodeId); continue; }
      const node = elements.get(nodeId);
      const {element} = node;
      switch (step) {
        case STEP.place: {
          const parent = id();
          const next = id();
          ++operations;
          (parent ? elements.get(parent).element : layer).insertBefore(element, next ? elements.get(next).element : null);
          break;
        }
        case STEP.box: {
          const box = [number(), number(), number(), number()];
          ['left', 'top', 'width', 'height'].forEach((name, i) => {
            if (!node.box || node.box[i] !== box[i]) setStyle(element, name, points(box[i]));
          });
          node.box = box;
          break;
        }
        case STEP.clip: {
          const clipped = byte() !== 0;
          const inset = [number(), number(), number(), number()];
          setStyle(element, 'clipPath', clipped ? `inset(${inset.map(points).join(' ')})` : '');
          break;
        }
        case STEP.type: {
          const size = number();
          const lineHeight = number();
          const bold = byte() !== 0;
          setStyle(element, 'font', size ? `${bold ? 600 : 400} ${size}px/${lineHeight ? lineHeight + 'px' : '1.5'} Summit, sans-serif` : '');
          break;
        }
        case STEP.state: setState(node, byte() | (byte() << 8)); break;
        case STEP.text: setText(node, text()); break;
        case STEP.label: setAttribute(element, 'aria-label', text()); break;
        case STEP.value: setValue(node, text()); break;
        case STEP.link: setAttribute(element, 'href', text()); break;
        case STEP.hint: setAttribute(element, element.tagName === 'INPUT' ? 'placeholder' : 'title', text()); break;
        case STEP.language: setAttribute(element, 'lang', text()); break;
        default: throw new Error('mirror: unknown step ' + step);
      }
    }
    // An element that moved, or was made anew under the same id, lost the focus.
    if (focusedBefore && document.activeElement === document.body) elements.get(focusedId)?.element.focus({preventScroll: true});
    applying = false;
  }

  // The browser scrolled the mirror by `dy`: where, from left to right, stands
  // what it brought into view. Of those that were outside before it is likely the
  // one in the middle.
  function broughtIn(dy, height) {
    let best = null;
    let bestDistance = Infinity;
    for (const {element} of elements.values()) {
      if (element.firstElementChild) continue;
      const box = element.getBoundingClientRect();
      if (box.bottom <= 0 || box.top >= height || (box.bottom + dy > 0 && box.top + dy < height)) continue;
      const distance = Math.abs((box.top + box.bottom) / 2 - height / 2);
      if (distance >= bestDistance) continue;
      best = box;
      bestDistance = distance;
    }
    return best ? (best.left + best.right) / 2 : NaN;
  }

  const idOf = (target) => Number(target?.closest?.('[data-node]')?.dataset.node ?? 0);

  root.addEventListener('focusin', (event) => {
    if (!applying) host.focus(idOf(event.target), event.target.matches(':focus-visible'));
  });
  root.addEventListener('focusout', (event) => {
    // The window losing the focus does not count: it comes back to the same element.
    if (!applying && !event.relatedTarget && document.hasFocus()) host.focus(0, false);
  });
  root.addEventListener('compositionstart', (event) => { composing = event.target; });
  root.addEventListener('compositionend', () => { composing = null; });
  root.addEventListener('input', (event) => host.value(idOf(event.target), event.target.value));

  return {apply, idOf, broughtIn, operations: () => operations};
}
