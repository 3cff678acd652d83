// Lighthouse finds nothing to improve in accessibility, good practice and search
// engines' eyes, and nothing on the pages moves while they load. How fast they are
// is for bench.mjs: on a machine that is busy with tests such numbers say nothing.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {ALL} from './browser.mjs';
import {MEASURED, lighthouse, reasons} from './lighthouse.mjs';

for (const path of ALL ? MEASURED : [MEASURED[1]]) {
  test(`Lighthouse on ${path}`, async () => {
    const result = await lighthouse(path, {performance: false});
    for (const category of ['accessibility', 'best-practices', 'seo'])
      assert.equal(result.categories[category].score, 1, `${category}\n  ${reasons(result, category).join('\n  ')}`);
    const shift = result.audits['cumulative-layout-shift'].numericValue;
    assert.ok(shift < 0.05, `cumulative layout shift ${shift}`);
  });
}
