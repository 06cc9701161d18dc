/**
 * Runs inside the page: what can be touched is 20 mm or more each way, nothing is cut or runs out of its box, no
 * text is smaller than it may be. Self-contained, since the browser gets only its source.
 *
 * @param smallestText in pixels; null: neither this nor the need to scroll is judged, as with enlarged text
 */
export function measure(smallestText: number | null): string[] {
  const findings: string[] = [];
  const millimetre = Number.parseFloat(document.documentElement.style.getPropertyValue('--px-per-mm'));
  const name = (element: Element): string =>
    `<${element.tagName.toLowerCase()} ${element.getAttribute('data-action') ?? element.getAttribute('data-key') ?? element.className}> "${element.textContent.slice(0, 30)}"`;
  const front = document.querySelector('[data-root]');
  if (front === null) return ['nothing drawn'];
  const seen = [...front.querySelectorAll('*')].filter(
    (element) =>
      element.closest('[inert], .unseen') === null && element.checkVisibility({ visibilityProperty: true }),
  );

  for (const element of seen) {
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    if (element.matches('button, input')) {
      const target = element.matches('input')
        ? (element.closest('label') ?? element).getBoundingClientRect()
        : box;
      if (target.width < 20 * millimetre - 0.5 || target.height < 20 * millimetre - 0.5) {
        findings.push(
          `under 20 mm: ${(target.width / millimetre).toFixed(1)} × ${(target.height / millimetre).toFixed(1)} ${name(element)}`,
        );
      }
    }
    const ownText = [...element.childNodes].some(
      (node) => node.nodeType === 3 && (node.textContent ?? '').trim() !== '',
    );
    if (ownText) {
      const pixels = Number.parseFloat(style.fontSize);
      const drawing = element.closest('[aria-hidden="true"], [data-simulated]') !== null;
      if (smallestText !== null && pixels < smallestText && !drawing)
        findings.push(`text of ${pixels.toFixed(1)} px: ${name(element)}`);
      if (box.left < -1 || box.right > window.innerWidth + 1)
        findings.push(`out of the window: ${name(element)}`);
      const holder = element.closest('button, footer, header, dd');
      if (holder !== null) {
        const range = document.createRange();
        range.selectNodeContents(element);
        const words = range.getBoundingClientRect();
        const edge = holder.getBoundingClientRect();
        if (
          words.left < edge.left - 2 ||
          words.right > edge.right + 2 ||
          words.top < edge.top - 4 ||
          words.bottom > edge.bottom + 4
        ) {
          findings.push(`words run out of their box: ${name(element)}`);
        }
      }
    }
    if (element instanceof HTMLElement && element.tagName !== 'INPUT') {
      const scrolls = style.overflowY === 'auto';
      if (
        element.scrollWidth > element.clientWidth + 2 &&
        style.display !== 'inline' &&
        style.overflowX !== 'visible'
      ) {
        findings.push(`too wide: ${name(element)}`);
      }
      if (!scrolls && style.overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 2) {
        findings.push(`cut: ${name(element)}`);
      }
      if (scrolls && smallestText !== null && element.scrollHeight > element.clientHeight + 4) {
        findings.push(`needs scrolling by ${element.scrollHeight - element.clientHeight} px`);
      }
    }
  }
  /** What of an element can be touched: not what its scroll area hides. */
  const touchable = (element: Element): { left: number; right: number; top: number; bottom: number } => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const area = element.closest('main')?.getBoundingClientRect();
    if (area === undefined) return { left, right, top, bottom };
    return { left, right, top: Math.max(top, area.top), bottom: Math.min(bottom, area.bottom) };
  };
  /** Practice's panel lies over the page: what is under it is not there. */
  const over = front.querySelector('[data-practice-panel]');
  const buttons = seen.filter(
    (element) => element.matches('button') && (over === null || over.contains(element)),
  );
  for (const [place, one] of buttons.entries()) {
    for (const other of buttons.slice(place + 1)) {
      const a = touchable(one);
      const b = touchable(other);
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (across > 1 && down > 1 && !one.contains(other))
        findings.push(`overlap: ${name(one)} and ${name(other)}`);
    }
  }
  return findings;
}
