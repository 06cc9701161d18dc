import { useRef, useState, type MouseEvent, type PointerEvent } from 'react';

/** How far outside its edge a finger may end and still have pressed: hands tremble, fingers roll. Millimetres. */
const TOLERANCE_MILLIMETRES = 4;

/**
 * A second tap on the same spot this soon after the page changed is the tail of a double tap, not an answer to a
 * page nobody can have read yet. Milliseconds.
 */
const DOUBLE_TAP_MILLISECONDS = 350;

interface Spot {
  readonly x: number;
  readonly y: number;
}

let lastPress: Spot | null = null;
let pageChangedAt = Number.NEGATIVE_INFINITY;

/** Tells the buttons that another page is shown from now on (`performance.now()`, milliseconds). */
export function pageChanged(at: number): void {
  pageChangedAt = at;
}

function millimetre(): number {
  const set = Number.parseFloat(document.documentElement.style.getPropertyValue('--px-per-mm'));
  return Number.isFinite(set) ? set : 4;
}

function isTailOfDoubleTap(event: PointerEvent): boolean {
  if (event.pointerType !== 'touch' || lastPress === null) return false;
  if (performance.now() - pageChangedAt > DOUBLE_TAP_MILLISECONDS) return false;
  const reach = 20 * millimetre();
  return Math.hypot(event.clientX - lastPress.x, event.clientY - lastPress.y) < reach;
}

function endsInside(event: PointerEvent): boolean {
  const edge = event.currentTarget.getBoundingClientRect();
  const slack = TOLERANCE_MILLIMETRES * millimetre();
  return (
    event.clientX >= edge.left - slack &&
    event.clientX <= edge.right + slack &&
    event.clientY >= edge.top - slack &&
    event.clientY <= edge.bottom + slack
  );
}

/** True for a click made by a key, a screen reader or a program: no finger or mouse is behind it. */
function isWithoutPointer(event: MouseEvent): boolean {
  const { nativeEvent } = event;
  const kind: unknown = 'pointerType' in nativeEvent ? nativeEvent.pointerType : '';
  return kind === '' || kind === undefined;
}

export interface PressHandlers {
  readonly 'data-pressed': true | undefined;
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerUp: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerCancel: () => void;
  readonly onPointerLeave: () => void;
  readonly onClick: (event: MouseEvent<HTMLElement>) => void;
}

/**
 * Makes an element answer a press on a public touch screen. A browser's own `click` is lost when a finger drifts 15
 * pixels or rests for half a second, which older fingers do; here the press counts when the finger lifts near where
 * it came down. Clicks without a pointer (keyboard, screen reader) count as they are. With `keepFocus` the press
 * leaves the caret where it is.
 */
export function usePress(onPress: () => void, options: { keepFocus?: boolean } = {}): PressHandlers {
  const down = useRef(false);
  const [pressed, setPressed] = useState(false);
  const release = (): void => {
    down.current = false;
    setPressed(false);
  };
  return {
    'data-pressed': pressed || undefined,
    onPointerDown(event) {
      if (options.keepFocus === true) event.preventDefault();
      if (event.button !== 0 || isTailOfDoubleTap(event)) return;
      down.current = true;
      setPressed(true);
    },
    onPointerUp(event) {
      const counts = down.current && endsInside(event);
      release();
      if (!counts) return;
      lastPress = { x: event.clientX, y: event.clientY };
      onPress();
    },
    onPointerCancel: release,
    onPointerLeave() {
      // A touch stays captured by its element; only a mouse that wanders off gives the press up.
      setPressed(false);
    },
    onClick(event) {
      if (isWithoutPointer(event)) onPress();
    },
  };
}
