// Uses the pages of the evidence gap map as people do, in Chromium and under the
// pages' own security policy, and prints what came of each step as JSON:
// [{step, problem}], the problem empty where all went well.
//
//	node gapmap.mjs CHROMIUM FOLDER
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {chromium} from 'playwright-core';

const [executablePath, folder] = process.argv.slice(2);
const address = name => pathToFileURL(join(folder, name)).href;
const asked = []; // what is yet to be done
const browser = await chromium.launch({executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage']});

// step is of a page that is opened afresh; look says what is wrong, or nothing.
function step(name, look, options = {}) { asked.push({name, look, options}); }

async function take({name, look, options}) {
  const context = await browser.newContext({viewport: {width: 1280, height: 900}, reducedMotion: 'reduce', ...options});
  const page = await context.newPage();
  page.setDefaultTimeout(20000);
  const errors = [];
  page.on('pageerror', error => errors.push(String(error)));
  let problem = '';
  try {
    await page.goto(address('gapmap.nb.html') + (options.hash ?? ''));
    problem = await look(page) ?? '';
  } catch (error) {
    problem = String(error);
  }
  await context.close();
  return {step: name, problem: problem || errors.join('; ')};
}

const visibleRows = page => page.locator('section.map').first().locator('tr[data-p]:visible').count();
const stop = page => page.locator('section.map').first().locator('td > a[tabindex="0"]');
const focused = page => page.evaluate(() => {
  const cell = document.activeElement.closest('td');
  return cell === null ? document.activeElement.id : cell.parentElement.rowIndex + ' ' + cell.cellIndex;
});
const isFalse = (condition, text) => condition ? '' : text;

step('types stand first, narrower measures are folded away', async page => {
  const deep = await page.locator('section.map th.d1:visible').count();
  return isFalse(deep === 0 && await visibleRows(page) > 10, `${deep} narrower rows are shown`);
});

step('the plus of a row shows its narrower measures, and the minus hides them', async page => {
  const before = await visibleRows(page);
  const fold = page.locator('.fold:visible').first();
  await fold.click();
  const open = await visibleRows(page);
  await fold.click();
  return isFalse(open > before && await visibleRows(page) === before, `${before} rows, ${open} when open`);
});

step('phases stand alone until every outcome is asked for', async page => {
  const count = () => page.locator('#outcomes thead th.outcome:visible').count();
  const before = await count();
  await page.locator('[name=detail]').check();
  return isFalse(before === 0 && await count() > 10, `${before} outcomes, then ${await count()}`);
});

step('headings stay above their columns, whatever is shown', async page => {
  const wrong = () => page.evaluate(() => Array.from(document.querySelectorAll('.grid')).flatMap(table => {
    const line = table.querySelector('tr[data-m=all]');
    const right = head => Math.round(head.getBoundingClientRect().right);
    const heads = Array.from(table.tHead.rows[0].cells).filter(head => !head.hidden);
    const cells = new Set(Array.from(line.cells).filter(cell => !cell.hidden).map(right));
    return heads.filter(head => !cells.has(right(head))).map(head => head.textContent);
  }));
  const found = await wrong();
  await page.locator('[name=detail]').check();
  found.push(...await wrong());
  await page.locator('[name=timing]').selectOption('entry');
  found.push(...await wrong());
  return found.join(', ');
});

step('a filter of approach leaves only measures with it', async page => {
  await page.locator('[name=approach]').selectOption('matching');
  const others = await page.locator('tr[data-p]:visible:not([data-a~=matching])').count();
  return isFalse(others === 0 && await visibleRows(page) > 0, `${others} rows of another approach`);
});

step('a filter of level leaves only measures with it', async page => {
  await page.locator('[name=level]').selectOption('meso');
  const others = await page.locator('tr[data-p]:visible:not([data-l~=meso])').count();
  return isFalse(others === 0 && await visibleRows(page) > 0, `${others} rows of another level`);
});

step('direction and design ask for one finding with both', async page => {
  await page.locator('[name=direction]').selectOption('null');
  await page.locator('[name=strength]').selectOption('1');
  const wrong = await page.evaluate(() => {
    const items = {};
    for (const item of document.querySelectorAll('.items > li')) items[item.dataset.n] ??= item;
    return Array.from(document.querySelectorAll('.grid tr:not([hidden]) > td:not(.off, [hidden]) > a')).filter(link =>
      link.closest('tr').dataset.m !== 'all' &&
      !link.dataset.s.split(' ').some(n => items[n].dataset.d === 'null' && Number(items[n].dataset.g) >= 1)).length;
  });
  return isFalse(wrong === 0 && await visibleRows(page) > 0, `${wrong} cells without such a finding`);
});

step('only gaps leaves cells with a gap', async page => {
  await page.locator('[name=gaps]').check();
  const others = await page.locator('tr[data-p]:visible td:not(.off):visible > a:not([data-gap])').count();
  return isFalse(others === 0 && await visibleRows(page) > 0, `${others} cells without a gap`);
});

step('the search looks in names and in findings, and says when nothing is left', async page => {
  await page.locator('[name=q]').fill('mentor');
  const some = await visibleRows(page);
  await page.locator('[name=q]').fill('qwertyuiop');
  const said = await page.locator('#shown').textContent();
  return isFalse(some > 0 && some < 30 && await visibleRows(page) === 0 && said.includes('Ingen'), `${some} rows; then “${said}”`);
});

step('reset shows what was shown at first', async page => {
  const before = await visibleRows(page);
  await page.locator('[name=approach]').selectOption('matching');
  await page.locator('[name=tree]').check();
  await page.locator('button[type=reset]').click();
  await page.waitForFunction(() => !document.querySelector('[name=tree]').checked && !location.hash);
  return isFalse(await visibleRows(page) === before, `${before} rows, then ${await visibleRows(page)}`);
});

step('each map is one stop of the tab key, and the arrow keys move in it', async page => {
  if (await stop(page).count() !== 1) return 'not one stop';
  await stop(page).focus();
  const seen = [await focused(page)];
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowUp', 'ArrowLeft', 'End', 'Home']) {
    await page.keyboard.press(key);
    seen.push(await focused(page));
  }
  const [first, right, down, up, left, end, home] = seen;
  const good = right !== first && down !== right && up === right && left === first && end !== first && home === first;
  return isFalse(good && await stop(page).count() === 1, seen.join(', '));
});

step('Enter opens what is behind a cell, Escape closes it and goes back', async page => {
  await stop(page).focus();
  const before = await focused(page);
  const size = (await stop(page).getAttribute('data-s')).split(' ').length;
  await page.keyboard.press('Enter');
  const items = await page.locator('#panel[open] .items > li').count();
  const inside = await focused(page);
  const addresses = await page.locator('#panel .items code').count();
  const doubled = await page.evaluate(() => document.querySelectorAll('#panel [id^=finding]').length);
  await page.keyboard.press('Escape');
  const closed = await page.locator('#panel[open]').count() === 0;
  const good = items === size && addresses === size && inside === 'panel-title' && doubled === 0 && closed && await focused(page) === before;
  return isFalse(good, `${items} of ${size} statements, ${addresses} addresses, focus ${inside}, then ${await focused(page)}, closed ${closed}`);
});

step('the panel is named by measure and column', async page => {
  await page.locator('[name=detail]').check();
  const link = page.locator('#outcomes td.positive:not(.all, .phase) > a:visible').first();
  const [row, head] = await link.evaluate(a => {
    const right = Math.round(a.closest('td').getBoundingClientRect().right);
    const head = Array.from(a.closest('table').querySelectorAll('thead th.col')).find(h => Math.round(h.getBoundingClientRect().right) === right);
    return [a.closest('tr').cells[0].querySelector('a').textContent, head.textContent];
  });
  await link.click();
  const title = await page.locator('#panel-title').textContent();
  return isFalse(title === `${row} × ${head}`, `${title}, not ${row} × ${head}`);
});

step('the other language shows what was shown, and is in that language', async page => {
  await page.locator('[name=approach]').selectOption('matching');
  const rows = await visibleRows(page);
  await page.locator('.languages a').click();
  await page.waitForURL('**/gapmap.en.html*');
  const lang = await page.evaluate(() => document.documentElement.lang);
  return isFalse(lang === 'en' && await visibleRows(page) === rows, `${lang}, ${await visibleRows(page)} of ${rows} rows`);
});

step('an address with filters shows what they leave', async page => {
  return isFalse(await page.locator('[name=approach]').inputValue() === 'demand' && await page.locator('tr[data-p]:visible:not([data-a~=demand])').count() === 0, 'all is shown');
}, {hash: '#?approach=demand'});

step('an address of a finding opens what it is folded into', async page => {
  const id = await page.evaluate(() => document.querySelector('[id^=finding-]').id);
  await page.evaluate(to => { location.hash = to; }, id);
  await page.waitForFunction(to => document.getElementById(to).checkVisibility(), id);
});

step('a script or a style that comes from elsewhere does not run', async page => {
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    document.body.append(script);
    const style = document.createElement('style');
    style.textContent = 'h1 { display: none }';
    document.body.append(style);
    return window.ran === true || getComputedStyle(document.querySelector('h1')).display === 'none';
  });
  return isFalse(!ran, 'it ran');
});

step('without script all rows, columns and details are there', async page => {
  const rows = await visibleRows(page);
  const form = await page.locator('#filters:visible').count();
  const outcomes = await page.locator('#outcomes thead th.outcome:visible').count();
  const link = page.locator('#outcomes td > a').first();
  await link.click();
  const id = new URL(page.url()).hash.slice(1);
  const there = await page.locator(`details[id="${id}"]`).count();
  return isFalse(rows > 60 && form === 0 && outcomes > 10 && there === 1, `${rows} rows, ${form} forms, ${outcomes} outcomes, details ${there}`);
}, {javaScriptEnabled: false});

// Three at a time, told in their order.
const steps = [];
let next = 0;
async function work() {
  for (let i = next++; i < asked.length; i = next++) steps[i] = await take(asked[i]);
}
await Promise.all([work(), work(), work()]);
await browser.close();
process.stdout.write(JSON.stringify(steps, null, 1) + '\n');
