// What is printed: the mirror's content, which is all of the page that is open, laid out like a written
// page and dressed by the same style sheet (page.css). Made when the browser is about to print and
// cleared away afterwards. Part of the same script as shell.js.

// `root` is #mirror; `picture` answers a canvas with what is drawn in a rectangle of the window, or null; `whole`
// brings all of a long page into the mirror, and lets go of it again; `squares` answers the rows of a QR code.
function listenToPrinter(root, picture, whole, squares) {
  let sheet = null;
  // What is of no use on paper.
  const DEAD = 'nav, button, dialog, [role=tablist], [role=radiogroup], [role=dialog], [role=progressbar], a[href$="/search/"]';
  // The height of what is pressed; a link of it has nothing to say on paper either.
  const BUTTON = 48;

  function clear() {
    sheet?.remove();
    sheet = null;
  }

  function add(parent, tag, name, from) {
    const element = document.createElement(tag);
    if (name) element.className = name;
    if (from) {
      element.textContent = from.textContent || from.getAttribute('aria-label');
      element.lang = from.lang;
    }
    parent.append(element);
    return element;
  }

  // As the style sheet calls what is set in that type.
  function type({style}) {
    if (parseInt(style.fontWeight) > 500) return 'sb';
    return parseFloat(style.fontSize) < 15 ? 's' : '';
  }

  function link(parent, name, from) {
    add(parent, 'a', name, from).href = from.href;
  }

  // A QR code, of any size: it may be out of view, and paper has more points than a screen.
  function code(parent, text) {
    const rows = squares(text).split(' ').slice(0, -1);
    let dark = '';
    rows.forEach((row, y) => row.replace(/1+/g, ({length}, x) => { dark += `M${x} ${y}h${length}v1h-${length}z`; }));
    parent.insertAdjacentHTML('beforeend', `<svg class="code" viewBox="-4 -4 ${rows.length + 8} ${rows.length + 8}"><path d="${dark}"/></svg>`);
  }

  // What hangs at a door, as the style sheet knows it.
  function sign(from, to) {
    for (const element of from.children) {
      if (element.matches('a')) link(to, '', element);
      else if (element.value) code(to, element.value);
      else if (element.matches('ul, li')) sign(element, add(to, element.tagName));
      else add(to, element.tagName, element.matches('a + p') ? 's' : '', element);
    }
  }

  // A grid of rooms over time on sheets that lie: the rooms that do not fit go on on the next one, whole.
  function sheets(grid, to) {
    const ROOMS = 8;
    const all = (role) => [...grid.querySelectorAll(`[role=${role}]`)].map((element) => ({element, at: element.getBoundingClientRect()}));
    const columns = all('columnheader').filter(({at}) => at.width).sort((a, b) => a.at.left - b.at.left);
    const rows = all('rowheader');
    const cells = all('gridcell').filter(({at}) => at.width && at.height);
    if (!columns.length || !cells.length) return lay(grid, to);
    const top = Math.min(...[...cells, ...rows].map(({at}) => at.top));
    const height = Math.max(...[...cells, ...rows].map(({at}) => at.bottom)) - top;
    const put = (sheet, name, {element}, left, width, from, tall) => {
      const box = add(sheet, 'div', name);
      box.textContent = element.getAttribute('aria-label') || element.textContent;
      box.lang = element.lang;
      box.style.cssText = `left: ${left * 100}%; width: ${width * 100}%; top: ${from * 100}%; height: ${tall * 100}%`;
    };
    const heads = .06, times = .05;
    for (let first = 0; first < columns.length; first += ROOMS) {
      const shown = columns.slice(first, first + ROOMS);
      const across = (1 - times) / shown.length;
      const down = (at) => [heads + (at.top - top) / height * (1 - heads), at.height / height * (1 - heads)];
      const sheet = add(to, 'div', 'sheet');
      shown.forEach((column, i) => put(sheet, 'head', column, times + i * across, across, 0, heads));
      for (const row of rows) put(sheet, 'hour', row, 0, 1, ...down(row.at));
      for (const cell of cells) {
        // What is for all rooms goes across the sheet.
        if (cell.at.width > shown[0].at.width * 1.5) put(sheet, 'cell', cell, times, 1 - times, ...down(cell.at));
        const middle = (cell.at.left + cell.at.right) / 2;
        const i = shown.findIndex(({at}) => middle >= at.left && middle < at.right);
        if (i >= 0 && cell.at.width <= shown[0].at.width * 1.5)
          put(sheet, 'cell', cell, times + (i + (cell.at.left - shown[i].at.left) / shown[i].at.width) * across, cell.at.width / shown[i].at.width * across, ...down(cell.at));
      }
    }
  }

  // What begins at the same time, beside that time, as on a written page.
  function times(list, to) {
    const box = add(to, 'div', 'timed');
    let rows = null;
    for (const item of list.children) {
      const head = item.querySelector(':scope > :is(h2, h3, h4)');
      if (head || !rows) {
        const group = add(box, 'div');
        if (head) add(group, head.tagName, 'at', head);
        rows = add(group, 'ul');
      }
      const row = add(rows, 'li');
      for (const element of item.children) {
        if (element.matches('a')) element.nextElementSibling?.matches('.covered') && link(row, '', element);
        else if (element.matches('p')) add(row, 'p', 's', element);
      }
    }
  }

  // What stands side by side in a line of a list: each with what is below or on it.
  function cells(parts, to) {
    let cell = null, end = 0;
    for (const element of parts) {
      if (element.matches(DEAD)) continue;
      const {left, right} = element.getBoundingClientRect();
      if (!cell || !element.matches('.covered') && left > end - 1) {
        cell = add(to, 'div');
        end = right;
      }
      if (element.matches('a')) link(cell, '', element);
      else if (element.matches('p, h2, h3, h4')) add(cell, element.tagName, type(element), element);
      else lay(element, cell);
    }
    to.className = to.textContent && to.firstChild.textContent.length < 3 ? 'cells counted' : 'cells';
  }

  // On one line.
  function beside(element, other) {
    const middle = ({top, height}) => top + height / 2;
    return Math.abs(middle(element.getBoundingClientRect()) - middle(other.getBoundingClientRect())) < 8;
  }

  // Lays out what is in `from`. What lies on a card follows its link and belongs to it; links side by side are
  // words one after another; the link beside a heading leads on and says nothing.
  function lay(from, to) {
    let card = null, chips = null, line = null, about = null;
    for (const element of from.children) {
      const on = element.classList.contains('covered') && card ? card : to;
      if (on === to) card = null;
      const next = element.nextElementSibling;
      if (element.matches(DEAD)) continue;
      // Of two areas side by side the one is printed that the page is called by, and a plan. A strip of hours says
      // what its marks are to those who hear it; what is no more than a sign, or the time it is now, says nothing here.
      if (from.matches('main') && element.matches('section') && !element.querySelector('h1, .zoomable')) continue;
      const {height} = element.getBoundingClientRect();
      if (element.matches('a') && !element.textContent || element.querySelector(':scope > li > a:empty')) continue;
      if (element === about) continue;
      if (element.matches('p[role=note]:not(.covered)') && from.querySelector(':scope > ul > li > h2')) continue;
      if (element.matches('[role=grid]')) {
        sheets(element, to);
      } else if (element.matches('[role=group]') && element.querySelector(':scope > h1 ~ h2')) {
        sign(element, add(to, 'div', 'door'));
      } else if (element.matches('[role=img]') && element.value) {
        code(to, element.value);
      } else if (element.matches('input')) {
        if (element.value) add(to, 'p', 'sb').textContent = element.value;
      } else if (element.matches('.zoomable, [role=img]')) {
        // A mark, or the scale of a plan, is none for itself.
        const drawn = height > 60 && picture(element.getBoundingClientRect());
        if (drawn) to.append(drawn);
        else lay(element, to);
      } else if (element.matches('a')) {
        const before = element.previousElementSibling;
        if (next?.matches('.covered') || from.matches('li') && from.parentElement.querySelector('.covered')) link(card = add(to, 'div', 'card plain'), '', element);
        else if (before?.matches('h2, h3') && beside(before, element) || height === BUTTON && !from.matches('li')) continue;
        else if (chips || (next?.matches('a') && beside(element, next))) link(chips ??= add(to, 'div', 'chips'), 'chip', element);
        else link(to, 'link', element);
        if (!next?.matches('a')) chips = null;
      } else if (element.matches('h1, h2, h3, h4, h5, h6')) {
        // Nor does what stands over such things alone.
        const then = next?.matches('p') ? next.nextElementSibling : next;
        if (element.matches('h2, h3') && then && !beside(element, then) && (then.matches(DEAD) || then.firstElementChild && !then.querySelector(':scope > :not(button)'))) about = next;
        else add(on, element.tagName, '', element);
      } else if (element.matches('p, [role=status], [role=alert]')) {
        if (on === to && next?.matches('p') && beside(element, next) && !from.matches('.scroller')) line ??= add(to, 'div', 'cells');
        if (element.textContent) add(line ?? on, 'p', type(element), element);
        if (!next?.matches('p') || !beside(element, next)) line = null;
      } else if (element.querySelector(':scope > li > h2 + a, :scope > li > h3 + a, :scope > li > h4 + a')) {
        times(element, to);
      } else if (element.matches('ul, li, section')) {
        const part = add(to, element.tagName);
        const [first, second, third] = element.children;
        const [one, other] = element.querySelectorAll(':scope > :not(.covered, button)');
        if (element.matches('li') && other?.matches('a, p') && other.getBoundingClientRect().left >= one.getBoundingClientRect().right - 1) cells(element.children, part);
        // A figure and what it counts.
        else if (second && !third && first.textContent.length < 7 && first.matches('p')) part.textContent = `${first.textContent} ${second.textContent}`;
        else if (element.children.length) lay(element, part);
        else part.textContent = element.textContent;
        if (!part.childNodes.length) part.remove();
      } else {
        lay(element, to);
      }
    }
  }

  window.addEventListener('beforeprint', () => {
    clear();
    whole(true);
    const main = root.querySelector('main');
    if (!main) return;
    sheet = document.createElement('div');
    sheet.id = 'page';
    lay(main, add(add(sheet, 'main', 'paper'), 'div', 'content'));
    document.body.prepend(sheet);
  });
  window.addEventListener('afterprint', () => {
    clear();
    whole(false);
  });
}
