// Compares the mirror's text with the picture below it: takes one screenshot of the
// canvas alone and one of the text alone, and looks where the ink is.
import assert from 'node:assert/strict';

// Both pictures of the page as it is.
async function pictures(page) {
  const take = async () => (await page.screenshot()).toString('base64');
  const style = (values) => page.evaluate((wanted) => {
    for (const [id, properties] of Object.entries(wanted)) Object.assign(document.getElementById(id).style, properties);
  }, values);
  await style({mirror: {visibility: 'hidden'}});
  const drawn = await take();
  await style({mirror: {visibility: '', color: '#000', background: '#fff'}});
  const set = await take();
  await style({mirror: {color: '', background: ''}});
  return [drawn, set];
}

// For each element of `selector` that is in view: where its first line has ink, on
// the canvas and in the mirror, as [left, top, right, bottom] in points.
export async function inks(page, selector) {
  const [drawn, set] = await pictures(page);
  return page.evaluate(async ([wanted, ...shots]) => {
    const [drawnPixels, setPixels] = await Promise.all(shots.map(async (data) => {
      const image = await createImageBitmap(new Blob([Uint8Array.from(atob(data), (c) => c.charCodeAt(0))], {type: 'image/png'}));
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
      context.drawImage(image, 0, 0);
      return context.getImageData(0, 0, image.width, image.height);
    }));
    const ratio = drawnPixels.width / innerWidth;
    // What stands out from the ground, which is what a column has above the letters.
    const ink = ({data, width}, box) => {
      const [left, top, right, bottom] = box.map((edge) => Math.round(edge * ratio));
      const contrast = (x, y) => {
        const here = (y * width + x) * 4, ground = (top * width + x) * 4;
        return Math.max(Math.abs(data[here] - data[ground]), Math.abs(data[here + 1] - data[ground + 1]), Math.abs(data[here + 2] - data[ground + 2]));
      };
      let strongest = 0;
      for (let y = top; y < bottom; ++y) for (let x = left; x < right; ++x) strongest = Math.max(strongest, contrast(x, y));
      const found = [Infinity, Infinity, -Infinity, -Infinity];
      for (let y = top; y < bottom; ++y) for (let x = left; x < right; ++x) {
        if (contrast(x, y) < strongest * 0.4) continue;
        found[0] = Math.min(found[0], x);
        found[1] = Math.min(found[1], y);
        found[2] = Math.max(found[2], x + 1);
        found[3] = Math.max(found[3], y + 1);
      }
      return found.map((edge) => edge / ratio);
    };
    const results = [];
    for (const element of document.querySelectorAll(wanted)) {
      const text = [...element.childNodes].find((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
      if (!text) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const lines = [...range.getClientRects()].filter(({width}) => width > 2);
      if (!lines.length) continue;
      const first = lines[0];
      const style = getComputedStyle(element);
      const scroller = element.closest('.scroller')?.getBoundingClientRect() ?? {top: 0, bottom: innerHeight, left: 0, right: innerWidth};
      const box = [first.left - 3, first.top, first.right + 3, first.bottom];
      if (box[0] < 0 || box[2] > innerWidth || box[1] < scroller.top + 2 || box[3] > scroller.bottom - 2) continue;
      if (first.left < scroller.left || first.right > scroller.right) continue;  // cut where an area ends
      if (element.closest('[inert]') || !element.checkVisibility()) continue;
      // A dot that parts two things is not drawn where the line ends; who copies the text has it all the same.
      const at = (index) => {
        range.setStart(text, index);
        range.setEnd(text, index + 1);
        return range.getBoundingClientRect();
      };
      const dot = [...text.data.matchAll(/\s·\s(?=\S)/g)].map(({index}) => [at(index + 1), at(index + 3)])
        .find(([dot, next]) => Math.abs(dot.top - first.top) < 2 && next.top > dot.bottom - 2)?.[0];
      const setBox = dot ? [box[0], box[1], dot.left, box[3]] : box;
      results.push({
        text: text.data.slice(0, 40), lines: new Set(lines.map(({top}) => Math.round(top))).size,
        room: (element.clientHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom)) / parseFloat(style.lineHeight),
        kind: element.getAttribute('role') ?? element.tagName.toLowerCase(), drawn: ink(drawnPixels, box), set: ink(setPixels, setBox),
      });
    }
    return results;
  }, [selector, drawn, set]);
}

// At least one element of `selector` is in view, and each one's first line lies on
// what is drawn, to 1.5 points, or two where a point is no whole number of pixels and letters are moved to the next
// one; and it breaks into as many lines.
export async function textLiesOnPicture(t, page, selector) {
  const found = await inks(page, selector);
  assert.ok(found.length > 0, `${selector}: nothing in view`);
  const most = await page.evaluate(() => (Number.isInteger(devicePixelRatio) ? 1.5 : 2.1));
  let worst = 0;
  const wrong = [];
  for (const {text, kind, drawn, set, lines, room} of found) {
    const off = Math.max(...drawn.map((edge, i) => Math.abs(edge - set[i])));
    worst = Math.max(worst, off);
    if (lines !== Math.max(1, Math.round(room)) && kind !== 'tab') wrong.push(`${kind} "${text}": ${lines} lines where ${room} are drawn`);
    if (!(off <= most)) wrong.push(`${kind} "${text}": drawn ${drawn}, set ${set}`);
  }
  t.diagnostic(`${selector}: ${found.length} texts, at most ${worst.toFixed(2)} points off`);
  assert.deepEqual(wrong, []);
}
