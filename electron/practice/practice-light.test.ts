import { expect, it } from 'vitest';
import { LIGHT_PATTERNS } from '../../domain/terminal/ports/light.ts';
import type { HardwareCommand } from '../../domain/terminal/ports/hardware.ts';
import { withPracticeLight } from './practice-light.ts';

it('a trainee calls for help: nobody across the room is called, the lamp says practice', () => {
  const heard: HardwareCommand[] = [];
  const hardware = withPracticeLight({ command: (command) => heard.push(command) });
  for (const pattern of LIGHT_PATTERNS) hardware.command({ type: 'LIGHT', pattern });
  hardware.command({ type: 'FORGET' });
  expect(
    new Set(heard.map((command) => (command.type === 'LIGHT' ? command.pattern : command.type))),
  ).toEqual(new Set(['off', 'practice', 'fault', 'FORGET']));
  expect(heard.filter((command) => command.type === 'LIGHT' && command.pattern === 'practice')).toHaveLength(
    LIGHT_PATTERNS.length - 2,
  );
});
