/// <reference types="node" />
import AxeBuilder from '@axe-core/playwright';
import { mkdir, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { chromium, type Page } from 'playwright';
import { build, preview } from 'vite';
import type { View } from '../../domain/terminal/view/view.ts';
import { FIXTURES } from './fixtures/fixtures.ts';
import { formatOf, LONGER_THAN_A_SCREEN } from './formats.ts';
import { measure } from './measure.ts';

/**
 * Draws every screen and overlay on its own display, looks at each with axe and a ruler, and leaves a picture of it:
 *
 *   node renderer/gallery/shoot.ts                     everything, normal size, both languages
 *   node renderer/gallery/shoot.ts --fit               the ruler alone: a minute instead of ten
 *   node renderer/gallery/shoot.ts --only=receipt,bill names containing one of these words
 *   node renderer/gallery/shoot.ts --size=largest --contrast=high --locale=en --pseudo --window=540x960
 *
 * Pictures go to artifacts/gallery/; findings are printed and make the exit code 1.
 */
const options = new Map(
  process.argv.slice(2).map((word): [string, string] => {
    const [name = '', value = ''] = word.replace(/^--/, '').split('=');
    return [name, value];
  }),
);
const root = resolve(import.meta.dirname, '../..');
const pictures = resolve(root, 'artifacts/gallery');
const configFile = resolve(import.meta.dirname, 'vite.config.ts');
const [width = 0, height = 0] = (options.get('window') ?? '').split('x').map(Number);
const given = options.has('window') ? { width, height } : null;
const fitOnly = options.has('fit');
const size = options.get('size') ?? 'normal';
const contrast = options.get('contrast') ?? 'paper';
const pseudo = options.has('pseudo');
const locales = options.has('locale') ? [options.get('locale') ?? 'en'] : pseudo ? ['en'] : ['zh-Hant', 'en'];
const wanted = (options.get('only') ?? '').split(',');
const views = [...FIXTURES].filter(([name]) => wanted.some((word) => name.includes(word)));
const variant = [size, contrast, pseudo ? 'longer' : '', given === null ? '' : `${width}x${height}`]
  .filter((word) => word !== '' && word !== 'normal' && word !== 'paper')
  .map((word) => `.${word}`)
  .join('');

/** What only a press opens: the action pressed before the picture is taken. */
const PRESSED_FIRST: ReadonlyMap<string, string> = new Map([
  ['practice-panel', 'practice-panel'],
  ['practice-panel-exercise', 'practice-panel'],
]);

async function look(page: Page, name: string, view: View, locale: string): Promise<string[]> {
  const findings: string[] = [];
  const complain = (what: string): void => void findings.push(what);
  page.removeAllListeners('console');
  page.removeAllListeners('pageerror');
  page.on('console', (message) => {
    // Recordings come from the terminal's own protocol; the gallery has none.
    const ofRecording = message.text().includes('/sound/');
    if (!ofRecording && (message.type() === 'error' || message.type() === 'warning'))
      complain(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complain(`page error: ${error.message}`));
  const format = formatOf(view);
  await page.setViewportSize(given ?? format);
  const hash = `#${new URLSearchParams({ view: name, locale, size, contrast }).toString()}`;
  await page.evaluate((asked) => void (window.location.hash = asked), hash);
  await page.locator(`html[data-painted="${hash}"]`).waitFor();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const pressed = PRESSED_FIRST.get(name);
  if (pressed !== undefined) await page.locator(`[data-action="${pressed}"]`).click();
  if (!fitOnly) {
    const path = resolve(pictures, `${name}.${locale}${variant}.png`);
    await page.screenshot({ path, animations: 'disabled' });
  }
  const strict = size === 'normal' && !pseudo && given === null;
  for (const finding of await page.evaluate(measure, strict ? format.smallestText : null)) {
    if (!(LONGER_THAN_A_SCREEN.has(name) && finding.startsWith('needs scrolling'))) complain(finding);
  }
  if (!fitOnly && !options.has('no-axe')) {
    const { violations } = await new AxeBuilder({ page }).analyze();
    for (const { id, nodes } of violations)
      complain(`axe ${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
  }
  return findings;
}

if (options.size === 0) await rm(pictures, { recursive: true, force: true });
await mkdir(pictures, { recursive: true });
if (!options.has('no-build')) await build({ configFile, logLevel: 'warn' });
const server = await preview({ configFile, preview: { port: 0, host: '127.0.0.1' }, logLevel: 'warn' });
const address = server.resolvedUrls?.local[0] ?? '';
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--hide-scrollbars'],
});
let failed = 0;
try {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(pseudo ? `${address}?pseudo=1` : address);
  for (const locale of locales) {
    for (const [name, view] of views) {
      const findings = await look(page, name, view, locale);
      failed += findings.length;
      for (const finding of findings) console.log(`${name} ${locale}: ${finding}`);
    }
  }
} finally {
  await browser.close();
  await server.close();
}
const where = fitOnly ? 'measured' : `pictures in ${pictures}`;
console.log(`${views.length * locales.length} ${where}, ${failed} findings`);
process.exitCode = failed === 0 ? 0 : 1;
