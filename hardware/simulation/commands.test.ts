import { describe, expect, it } from 'vitest';
import { parseSimulationCommand, SIMULATION_HELP } from './commands.ts';

const parse = (line: string) => parseSimulationCommand(line.split(' '));

describe('words at the keyboard', () => {
  it.each([
    ['id-reader insert --document adult-01', { device: 'id-reader', action: 'insert', document: 'adult-01' }],
    ['id-reader insert adult-01', { device: 'id-reader', action: 'insert', document: 'adult-01' }],
    [
      'id-reader insert --document=passport-01',
      { device: 'id-reader', action: 'insert', document: 'passport-01' },
    ],
    ['id-reader pull-mid-read', { device: 'id-reader', action: 'pull-mid-read' }],
    ['badge scan --badge officer-01', { device: 'badge', action: 'scan', badge: 'officer-01' }],
    ['badge scan officer-01', { device: 'badge', action: 'scan', badge: 'officer-01' }],
    ['badge scan --text a-b', { device: 'badge', action: 'scan', text: 'a-b' }],
    ['status', { device: 'status' }],
  ])('%s', (line, command) => {
    expect(parse(line)).toEqual({ ok: true, value: command });
  });

  it.each([
    '',
    'id-reader',
    'id-reader insert',
    'id-reader insert --document nobody',
    'id-reader remove adult-01',
    'badge scan',
    'badge scan nobody',
    'network down',
    'id-reader insert --document',
  ])('that are no command: %j', (line) => {
    expect(parse(line)).toEqual({ ok: false, code: 'usage' });
  });

  it('the help names every document and badge', () => {
    expect(SIMULATION_HELP.join('\n')).toMatch(
      /adult-12.*passport-01.*replacement-slip[^]*officer-01 assistant-01/,
    );
  });
});
