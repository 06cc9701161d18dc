import type { Overlay } from '../../domain/terminal/view/overlay.ts';
import type { Screen } from '../../domain/terminal/view/screen.ts';

/** The part of the view that a screen's page is a function of. */
export type ScreenOf<Id extends Screen['id']> = Extract<Screen, { readonly id: Id }>;

/** The part of the view that an overlay is a function of. */
export type OverlayOf<Id extends Overlay['id']> = Extract<Overlay, { readonly id: Id }>;
