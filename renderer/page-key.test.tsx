import { describe, expect, it } from 'vitest';
import type { View } from '../domain/terminal/view/view.ts';
import { FIXTURES } from './gallery/fixtures/fixtures.ts';
import { pageKey } from './page-key.ts';

function withForms(view: View, filled: number): View {
  const van = view.chrome.van ?? null;
  if (van === null) throw new Error('a page of a van');
  return {
    ...view,
    chrome: { ...view.chrome, van: { ...van, prefill: { list: null, note: null, filled } } },
  };
}

describe('a form read while its question stands', () => {
  it('draws the field anew, for a field keeps what it began with', () => {
    const view = FIXTURES.get('van-prefill-mobile');
    if (view === undefined) throw new Error('no such view');
    expect(pageKey(withForms(view, 1))).not.toBe(pageKey(withForms(view, 0)));
  });
});
