// What is printed: the mirror's content, which is all of the page that is open, laid out like a written
// page and dressed by the same style sheet (page.css). Made when the browser is about to print and
// cleared away afterwards. Part of the same script as shell.js.

// `root` is #mirror; `picture` answers a canvas with what is drawn in a rectangle of the window, or null; `whole`
// brings all of a long page into the mirror, and lets go of it again.
function listenToPrinter(root, picture, whole) {
  let sheet = null;

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

  // On one line.
  function beside(element, other) {
    const middle = ({top, height}) => top + height / 2;
    return Math.abs(middle(element.getBoundingClientRect()) - middle(other.getBoundingClientRect())) < 8;
  }

  // Lays out what is in `from`. What lies on a card follows its link and belongs to it; links side by side are
  // words one after another; the link beside a heading leads on and says nothing.
  function lay(from, to) {
    let card = null, chips = null;
    for (const element of from.children) {
      const on = element.classList.contains('covered') && card ? card : to;
      if (on === to) card = null;
      const next = element.nextElementSibling;
      if (element.matches('nav, button, dialog, [role=tablist], [role=radiogroup], [role=dialog], [role=progressbar]')) continue;
      if (element.matches('[role=grid]')) {
        sheets(element, to);
      } else if (element.matches('input')) {
        if (element.value) add(to, 'p', 'sb').textContent = element.value;
      } else if (element.matches('.zoomable, [role=img]')) {
        const drawn = picture(element.getBoundingClientRect());
        if (drawn) to.append(drawn);
        else if (element.children.length) lay(element, to);
        else add(to, 'p', 's', element);
      } else if (element.matches('a')) {
        const before = element.previousElementSibling;
        if (next?.classList.contains('covered')) link(card = add(to, 'div', 'card plain'), '', element);
        else if (before?.matches('h2, h3') && beside(before, element)) continue;
        else if (chips || (next?.matches('a') && beside(element, next))) link(chips ??= add(to, 'div', 'chips'), 'chip', element);
        else link(to, 'link', element);
        if (!next?.matches('a')) chips = null;
      } else if (element.matches('h1, h2, h3, h4, h5, h6')) {
        add(on, element.tagName, '', element);
      } else if (element.matches('p, [role=status], [role=alert]')) {
        if (element.textContent) add(on, 'p', type(element), element);
      } else if (element.matches('ul, li, section')) {
        const part = add(to, element.tagName);
        const [first, second, third] = element.children;
        // A figure and what it counts.
        if (second && !third && first.textContent.length < 7 && first.matches('p')) part.textContent = `${first.textContent} ${second.textContent}`;
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
