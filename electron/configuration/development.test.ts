import { describe, expect, it } from 'vitest';
import { developmentSettings } from './development.ts';

const environment = {
  EMPF_DEV_SESSION_DELAYS: '{"idleAfter":1}',
  EMPF_DEV_SYNC_DELAYS: '{"probeOnline":1}',
  EMPF_DEV_DRIVES: '/tmp/drives',
  EMPF_DEV_SPOOL: '/tmp/spool',
  EMPF_DEV_SIMULATION_SOCKET: '/tmp/socket',
  EMPF_REPORT_READY: '1',
};

describe('development settings', () => {
  it('work in an unpackaged program', () => {
    expect(developmentSettings(false, environment)).toEqual({
      sessionDelays: { idleAfter: 1 },
      syncDelays: { probeOnline: 1 },
      drives: '/tmp/drives',
      spool: '/tmp/spool',
      simulationSocket: '/tmp/socket',
      reportReady: true,
    });
  });

  it('do not exist in a packaged program, whatever its environment says', () => {
    expect(developmentSettings(true, environment)).toEqual({
      sessionDelays: {},
      syncDelays: {},
      drives: null,
      spool: null,
      simulationSocket: null,
      reportReady: false,
    });
  });
});
