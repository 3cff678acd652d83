// What is printed: the mirror's content, which is all of the page that is open, laid out like a written
// page and dressed by the same style sheet (page.css). Made when the browser is about to print and
// cleared away afterwards. Part of the same script as shell.js.

// `root` is #mirror; `picture` answers a canvas with what is drawn in a rectangle of the window, or null.
function listenToPrinter(root, picture) {
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

  // Lays out what is in `from`. What lies on a card follows its link and belongs to it.
  function lay(from, to) {
    let card = null;
    for (const element of from.children) {
      const on = element.classList.contains('covered') && card ? card : to;
      if (on === to) card = null;
      const next = element.nextElementSibling;
      if (element.matches('nav, button, dialog, [role=tablist], [role=radiogroup], [role=dialog], [role=progressbar]')) continue;
      if (element.matches('input')) {
        if (element.value) add(to, 'p', 'sb').textContent = element.value;
      } else if (element.matches('.zoomable, [role=img]')) {
        const drawn = picture(element.getBoundingClientRect());
        if (drawn) to.append(drawn);
        else if (element.children.length) lay(element, to);
        else add(to, 'p', 's', element);
      } else if (element.matches('a')) {
        if (next?.classList.contains('covered')) link(card = add(to, 'div', 'card plain'), '', element);
        else link(to, 'link', element);
      } else if (element.matches('h1, h2, h3, h4, h5, h6')) {
        add(on, element.tagName, '', element);
      } else if (element.matches('p, [role=status], [role=alert]')) {
        if (element.textContent) add(on, 'p', type(element), element);
      } else if (element.matches('ul, li, section')) {
        const part = add(to, element.tagName);
        if (element.children.length) lay(element, part);
        else part.textContent = element.textContent;
        if (!part.childNodes.length) part.remove();
      } else {
        lay(element, to);
      }
    }
  }

  window.addEventListener('beforeprint', () => {
    clear();
    const main = root.querySelector('main');
    if (!main) return;
    sheet = document.createElement('div');
    sheet.id = 'page';
    lay(main, add(add(sheet, 'main', 'paper'), 'div', 'content'));
    document.body.prepend(sheet);
  });
  window.addEventListener('afterprint', clear);
}
