/**
 * Makes the letters of an element in one of the workers' own languages ready to be drawn. Until then they would be boxes,
 * or a font of the system's. The style sheet with these fonts is not part of the first page (docs/adr/0047).
 * @throws where a file of the program cannot be read
 */
export async function bringLettersFor(element: HTMLElement): Promise<void> {
  await import('./own-fonts.css');
  const { fontFamily, fontWeight } = getComputedStyle(element);
  await document.fonts.load(`${fontWeight} 1em ${fontFamily}`, element.textContent);
}
