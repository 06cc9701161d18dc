import type { ElectronApplication, Page } from 'playwright';

/** How long a screen may take to appear before the demo says what it waited for. */
const PATIENCE = 20_000;

interface Shown {
  readonly screen: string;
  readonly step: string;
  readonly overlay: string;
}

/** What a person can do at the terminal: look and tap. Nothing here knows the machine behind the glass. */
export interface Screen {
  readonly page: Page;
  shown(): Promise<Shown>;
  waitFor(what: Partial<Shown>): Promise<void>;
  tap(action: string): Promise<void>;
  choose(option: string): Promise<void>;
  key(keys: string): Promise<void>;
  text(selector: string): Promise<string>;
}

export async function screenOf(application: ElectronApplication): Promise<Screen> {
  return screenOn(await application.firstWindow());
}

/** One of several windows: a station has one for each side of its counter. */
export function screenOn(page: Page): Screen {
  page.setDefaultTimeout(PATIENCE);
  const root = page.locator('[data-screen]').first();

  async function shown(): Promise<Shown> {
    const [screen, step, overlay] = await Promise.all(
      ['data-screen', 'data-step', 'data-overlay'].map((name) => root.getAttribute(name)),
    );
    return { screen: screen ?? '', step: step ?? '', overlay: overlay ?? '' };
  }

  async function touch(selector: string): Promise<void> {
    try {
      await page.locator(selector).first().click();
    } catch {
      throw new Error(`Could not touch ${selector} on ${JSON.stringify(await shown())}`);
    }
  }

  return {
    page,
    shown,
    waitFor: async (what) => {
      const selector = Object.entries(what)
        .map(([name, value]) => `[data-${name}="${value}"]`)
        .join('');
      try {
        await page.locator(selector).first().waitFor({ state: 'attached' });
      } catch {
        throw new Error(`Waited for ${JSON.stringify(what)} but saw ${JSON.stringify(await shown())}`);
      }
    },
    tap: (action) => touch(`[data-action="${action}"]`),
    choose: (option) => touch(`[data-option="${option}"]`),
    key: async (keys) => {
      for (const key of keys) {
        const name = key === ' ' ? 'space' : key;
        await touch(`[data-key="${name}" i]`);
      }
    },
    text: async (selector) => (await page.locator(selector).first().textContent()) ?? '',
  };
}
