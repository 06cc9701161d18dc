import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadConfiguration, loadEnrolment } from './load.ts';
import { configurationSchema, isSimulated } from './schema.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'empf-configuration-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(file: string, content: string): void {
  writeFileSync(join(folder, file), content);
}

const enrolment = {
  terminalId: 'K0127',
  credential: 'c'.repeat(43),
  gatewayUrl: 'https://gateway.example',
  rootKey: { kty: 'OKP', crv: 'Ed25519', x: 'eA' },
  keyDocument: 'a.b.c',
  staffList: 'a.b.c',
};

describe('configuration of a terminal', () => {
  it('no file: a kiosk with real devices', () => {
    expect(loadConfiguration(folder)).toMatchObject({
      ok: true,
      value: { profile: 'kiosk', devices: { driver: 'hid' }, window: { kiosk: true } },
    });
  });

  it('the proxy comes from the file alone', () => {
    expect(loadConfiguration(folder)).toMatchObject({ ok: true, value: { proxy: null } });
    write('configuration.json', '{"proxy":"http://user:secret@proxy.example:3128"}');
    expect(loadConfiguration(folder)).toMatchObject({
      ok: true,
      value: { proxy: 'http://user:secret@proxy.example:3128' },
    });
  });

  it('a wrong proxy is named without what stands in it, which may be a password', () => {
    write('configuration.json', '{"proxy":"socks5://user:secret@proxy.example"}');
    expect(JSON.stringify(loadConfiguration(folder))).not.toContain('secret');
  });

  it.each([
    ['{', '(whole file)'],
    ['[]', '(whole file)'],
    ['{"display":{"diagonalInches":"big"}}', 'display.diagonalInches'],
    ['{"devices":{"driver":"pretend"}}', 'devices.driver'],
    ['{"place":{"zh-Hant":"觀塘"}}', 'place.en'],
    ['{"displya":{}}', 'displya'],
    ['{"proxy":"proxy.example:3128"}', 'proxy'],
    ['{"proxy":"file:///etc/passwd"}', 'proxy'],
    ['{"profile":"shop"}', 'profile'],
    ['{"profile":"station","counter":"3 號"}', 'counter'],
    ['{"profile":"station","counter":"123456789"}', 'counter'],
    ['{"district":"lantau"}', 'district'],
    ['{"serviceCentre":true}', 'serviceCentre'],
    ['{"profile":"van","serviceCentre":true}', 'serviceCentre'],
  ])('a wrong file %s names the field', (content, field) => {
    write('configuration.json', content);
    expect(loadConfiguration(folder)).toEqual({
      ok: false,
      code: 'configuration',
      params: { file: 'configuration.json', field },
    });
  });
});

describe('enrolment of a terminal', () => {
  it('no file: not enrolled', () => {
    expect(loadEnrolment(folder)).toEqual({ ok: false, code: 'not-enrolled' });
  });

  it.each([
    ['https://gateway.example', true],
    ['http://127.0.0.1:9000', true],
    ['http://[::1]:9000', true],
    ['http://gateway.example', false],
    ['http://127.0.0.1.example', false],
    ['ftp://127.0.0.1', false],
  ])('gateway at %s accepted: %s, since the credential goes with every request', (gatewayUrl, accepted) => {
    write('enrolment.json', JSON.stringify({ ...enrolment, gatewayUrl }));
    const loaded = loadEnrolment(folder);
    expect(loaded.ok).toBe(accepted);
    if (!loaded.ok) expect(loaded.params).toEqual({ file: 'enrolment.json', field: 'gatewayUrl' });
  });

  it('a file cut in half is a configuration fault, not "not enrolled"', () => {
    write('enrolment.json', JSON.stringify(enrolment).slice(0, 40));
    expect(loadEnrolment(folder)).toMatchObject({ ok: false, code: 'configuration' });
  });
});

describe('printers in the configuration', () => {
  it('none unless named', () => {
    expect(configurationSchema.parse({}).printing).toEqual({
      driver: 'system',
      slips: null,
      documents: null,
    });
  });

  it('one of each, by the name that the system has for it; a wrong field is named', () => {
    write('configuration.json', JSON.stringify({ printing: { documents: { printer: 'Counter_A4' } } }));
    const loaded = loadConfiguration(folder);
    expect(loaded.ok && loaded.value.printing.documents).toEqual({ printer: 'Counter_A4' });
    write('configuration.json', JSON.stringify({ printing: { slips: { name: 'till' } } }));
    expect(loadConfiguration(folder)).toMatchObject({
      code: 'configuration',
      params: { field: 'printing.slips.printer' },
    });
  });

  it('a simulated one, like a simulated reader, is no real terminal', () => {
    const simulated = (json: unknown): boolean => isSimulated(configurationSchema.parse(json));
    expect(simulated({})).toBe(false);
    expect(simulated({ printing: { driver: 'sim' } })).toBe(true);
    expect(simulated({ devices: { driver: 'sim' } })).toBe(true);
  });
});
