/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { View } from '../../domain/terminal/view/view.ts';
import { LONGER_THAN_A_SCREEN } from './formats.ts';
import { FIXTURES } from './fixtures/fixtures.ts';

/** The compiler keeps these two lists complete: each is a switch over every id of its union, with nothing left over. */
function idsDrawnBy(file: string): readonly string[] {
  const source = readFileSync(resolve(import.meta.dirname, '../screens', file), 'utf8');
  return [...source.matchAll(/^\s+case '([a-z0-9-]+)':/gm)].flatMap(([, id]) => id ?? []);
}

const views: readonly View[] = [...FIXTURES.values()];
const screens = idsDrawnBy('screen-page.tsx');
const overlays = idsDrawnBy('overlay-page.tsx');

const drawnScreens = new Set<string>(views.map(({ screen }) => screen.id));
const drawnOverlays = new Set<string>(views.flatMap(({ overlay }) => overlay?.id ?? []));

it('both lists were found in the source', () => {
  expect(screens).toContain('station-ready');
  expect(overlays).toContain('staff-pin');
});

describe('whoever looks through the gallery sees', () => {
  it.each(screens)('the screen %s', (id) => {
    expect(drawnScreens, `no view of ${id}: add one to renderer/gallery`).toContain(id);
  });

  it.each(overlays)('the overlay %s', (id) => {
    expect(drawnOverlays, `no view of ${id}: add one to renderer/gallery`).toContain(id);
  });
});

it.each([...LONGER_THAN_A_SCREEN.keys()])(
  '%s, which may be longer than its display, is in the gallery',
  (name) => {
    expect(FIXTURES.has(name)).toBe(true);
  },
);
