/**
 * Turns off what a browser page can do and a kiosk must not: the menu of a long press, dropping files, dragging
 * pictures, zooming with two fingers or Ctrl and wheel. Main refuses them too; this is the nearer line.
 */
export function refuseWhatAKioskMustNotDo(page: Document): void {
  const refuse = (event: Event): void => event.preventDefault();
  for (const name of ['contextmenu', 'dragstart', 'dragover', 'drop', 'gesturestart']) {
    page.addEventListener(name, refuse);
  }
  page.addEventListener(
    'wheel',
    (event) => {
      if (event.ctrlKey) event.preventDefault();
    },
    { passive: false },
  );
}
