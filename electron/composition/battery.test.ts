import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readBattery } from './battery.ts';

function supplies(all: Readonly<Record<string, Readonly<Record<string, string>>>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'empf-power-'));
  for (const [name, files] of Object.entries(all)) {
    mkdirSync(join(folder, name));
    for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, name, file), `${text}\n`);
  }
  return folder;
}

it('a van runs on its battery, beside a mains supply that is not plugged in', () => {
  const folder = supplies({
    AC: { type: 'Mains', online: '0' },
    BAT0: { type: 'Battery', capacity: '64', status: 'Discharging' },
  });
  expect(readBattery(folder)).toEqual({ percent: 64, charging: false });
});

it.each(['Charging', 'Full'])('it is %s', (status) => {
  expect(readBattery(supplies({ BAT1: { type: 'Battery', capacity: '100', status } }))?.charging).toBe(true);
});

it('nothing is made up where there is no battery, no folder, or a figure that is none', () => {
  expect(readBattery(supplies({ AC: { type: 'Mains', online: '1' } }))).toBeNull();
  expect(readBattery('/nowhere/at/all')).toBeNull();
  expect(readBattery(supplies({ BAT0: { type: 'Battery', capacity: '-1' } }))).toBeNull();
  expect(readBattery(supplies({ BAT0: { type: 'Battery' } }))).toBeNull();
});
