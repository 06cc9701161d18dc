import type { InterpretedLanguage } from '../identity/interpretation.ts';

/** Each language by its own name in its own script (facts/kiosk-ux.md §3.2, *Language*), and how its lines run. */
export const OWN_NAMES: Readonly<
  Record<InterpretedLanguage, { readonly name: string; readonly direction: 'ltr' | 'rtl' }>
> = {
  id: { name: 'Bahasa Indonesia', direction: 'ltr' },
  hi: { name: 'हिन्दी', direction: 'ltr' },
  ne: { name: 'नेपाली', direction: 'ltr' },
  pa: { name: 'ਪੰਜਾਬੀ', direction: 'ltr' },
  tl: { name: 'Tagalog', direction: 'ltr' },
  th: { name: 'ไทย', direction: 'ltr' },
  ur: { name: 'اردو', direction: 'rtl' },
  vi: { name: 'Tiếng Việt', direction: 'ltr' },
};
