import { CATALOGUES } from '../../domain/messages/index.ts';

/** As in base.css and tokens.css: the only family and the two weights that pages use. */
const FONTS = ['500 1em "Noto Sans HK"', '700 1em "Noto Sans HK"'];
/** Characters that a card or a member brings: capital letters, digits, what stands in addresses. */
const TYPED = "ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz 0123456789 @._-+'/(),";

/**
 * Loads the font files that the texts of both languages need while nobody touches the screen. The family comes in a
 * hundred files by character; the first page that needs one waits for it to be unpacked, which a tap would feel.
 * @param idle runs a piece of work when the page has nothing to do; `requestIdleCallback` in the app
 */
export function warmFonts(fonts: Pick<FontFaceSet, 'load'>, idle: (work: () => void) => void): void {
  const texts = [TYPED, ...Object.values(CATALOGUES).flatMap((catalogue) => Object.values(catalogue))];
  const pieces = texts.flatMap((text) => FONTS.map((font) => ({ font, text })));
  const next = (): void => {
    const piece = pieces.pop();
    if (piece === undefined) return;
    // A file that cannot be loaded is asked for again by the page that needs it.
    void fonts.load(piece.font, piece.text).catch(() => undefined);
    idle(next);
  };
  idle(next);
}
