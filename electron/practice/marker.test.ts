import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { markPractice, takeMarker } from './marker.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'empf-practice-'));
  writeFileSync(join(folder, 'terminal.db'), 'what members left');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the start of the program', () => {
  it('is work unless somebody asked for practice', () => {
    expect(takeMarker(folder, 'boot-1')).toEqual({ practice: null, endedPractice: false });
  });

  it('is practice once, in a folder of its own, and work again after that', () => {
    markPractice(folder, { boot: 'boot-1', waiting: 3 });
    const data = join(folder, 'practice');
    expect(takeMarker(folder, 'boot-1')).toEqual({ practice: { waiting: 3, data }, endedPractice: false });
    writeFileSync(join(data, 'terminal.db'), 'what was practised');
    expect(takeMarker(folder, 'boot-1')).toEqual({ practice: null, endedPractice: true });
    expect(existsSync(data)).toBe(false);
    expect(existsSync(join(folder, 'terminal.db'))).toBe(true);
  });

  it('after a power cut in practice is work', () => {
    markPractice(folder, { boot: 'boot-1', waiting: 0 });
    expect(takeMarker(folder, 'boot-1').practice).not.toBeNull();
    expect(takeMarker(folder, 'boot-2')).toEqual({ practice: null, endedPractice: true });
  });

  it('after a power cut between the wish and the restart is work, too', () => {
    markPractice(folder, { boot: 'boot-1', waiting: 0 });
    expect(takeMarker(folder, 'boot-2').practice).toBeNull();
    expect(takeMarker(folder, 'boot-1').practice).toBeNull();
  });

  it('with a marker that is cut in half is work', () => {
    writeFileSync(join(folder, 'practice-next.json'), '{"boot":"boo');
    expect(takeMarker(folder, 'boot-1').practice).toBeNull();
    expect(existsSync(join(folder, 'practice-next.json'))).toBe(false);
  });
});
