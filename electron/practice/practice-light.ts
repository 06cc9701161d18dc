import type { HardwarePort } from '../../domain/terminal/ports/hardware.ts';

/** In practice nobody is called, and nobody shall think that the machine serves: its lamp says so, whatever is trained. */
export function withPracticeLight<Hardware extends Pick<HardwarePort, 'command'>>(
  hardware: Hardware,
): Hardware {
  return {
    ...hardware,
    command: (command) => {
      const shown = command.type === 'LIGHT' && command.pattern !== 'off' && command.pattern !== 'fault';
      hardware.command(shown ? { type: 'LIGHT', pattern: 'practice' } : command);
    },
  };
}
