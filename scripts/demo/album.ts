import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Screen } from './screen.ts';

/** A numbered screenshot of every distinct screen, in both languages. */
export interface Album {
  /** Takes this screen in the language shown and, where the language button is within reach, in the other one too. */
  take(): Promise<void>;
  /** Takes this screen in the language shown only: it goes away by itself. */
  takeAtOnce(): Promise<void>;
  count(): number;
}

export function createAlbum(folder: string, screen: () => Screen): Album {
  mkdirSync(folder, { recursive: true });
  const taken = new Set<string>();

  async function one(): Promise<{ name: string; locale: string }> {
    const { page } = screen();
    const shown = await screen().shown();
    const locale = (await page.locator('html').getAttribute('lang')) ?? '';
    // Kept, received and accepted are one step and three different pages.
    const states = await page.locator('[data-layer="front"] [data-state]').all();
    const name = [shown.step, shown.overlay, await states[0]?.getAttribute('data-state')]
      .filter(Boolean)
      .join('+')
      .replaceAll(/[^A-Za-z0-9.+-]/gu, '-');
    const key = `${name} ${locale}`;
    if (!taken.has(key)) {
      taken.add(key);
      const number = String(taken.size).padStart(3, '0');
      await page.screenshot({ path: join(folder, `${number}-${name}-${locale}.png`) });
    }
    return { name, locale };
  }

  return {
    take: async () => {
      const { name, locale } = await one();
      const { page } = screen();
      const other = locale.startsWith('zh') ? 'en' : 'zh-Hant';
      const toggle = page.locator('[data-action="locale"]').first();
      if ([...taken].some((key) => key.startsWith(`${name} ${other.slice(0, 2)}`))) return;
      if (!(await toggle.isVisible().catch(() => false))) return;
      await toggle.click();
      await page.locator(`html[lang^="${other.slice(0, 2)}"]`).waitFor({ state: 'attached' });
      await one();
      await toggle.click();
      await page.locator(`html[lang^="${locale.slice(0, 2)}"]`).waitFor({ state: 'attached' });
    },
    takeAtOnce: async () => {
      await one();
    },
    count: () => taken.size,
  };
}
