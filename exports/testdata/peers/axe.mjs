// Opens pages in Chromium and prints what axe-core finds against WCAG 2.2 AA and
// its best practices, as JSON: [{page, view, rule, help, where, why}].
//
//	node axe.mjs CHROMIUM PAGE.html…
//
// Each page is looked at twice: wide and light with all rules, then narrow and dark
// with those that may turn out otherwise there. Besides axe's rules there are three of
// our own: the page asks for nothing over the network, no script of it fails, and it
// does not scroll sideways.
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {pathToFileURL} from 'node:url';
import {chromium} from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const looks = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size'];
const views = [
  {name: 'wide, light', width: 1280, colorScheme: 'light', run: {type: 'tag', values: tags}},
  {name: 'narrow, dark', width: 360, colorScheme: 'dark', run: {type: 'rule', values: looks}},
];

async function look(browser, file, view) {
  const found = [];
  const add = (rule, help, where, why) => found.push({page: file, view: view.name, rule, help, where, why});
  const context = await browser.newContext({
    viewport: {width: view.width, height: 900}, colorScheme: view.colorScheme, reducedMotion: 'reduce', bypassCSP: true,
  });
  const page = await context.newPage();
  page.on('pageerror', error => add('page-error', 'no script of the page fails', file, String(error)));
  await page.route('**/*', route => {
    const url = route.request().url();
    if (url.startsWith('file:')) return route.continue();
    add('no-network', 'a page asks for nothing over the network', url, '');
    return route.abort();
  });
  await page.goto(pathToFileURL(file).href);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (wide > 0) add('no-sideways', 'a page does not scroll sideways', 'html', `${wide} px too wide`);
  await page.evaluate(axe);
  const result = await page.evaluate(runOnly => axe.run(document, {runOnly, resultTypes: ['violations']}), view.run);
  for (const violation of result.violations) {
    for (const node of violation.nodes) add(violation.id, violation.help, node.target.join(' '), node.failureSummary);
  }
  await context.close();
  return found;
}

const [executablePath, ...pages] = process.argv.slice(2);
const browser = await chromium.launch({executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage']});
const found = [];
for (const file of pages) {
  found.push(...(await Promise.all(views.map(view => look(browser, file, view)))).flat());
}
await browser.close();
process.stdout.write(JSON.stringify(found, null, 1) + '\n');
