import { join } from 'node:path';

/** Where a terminal's files are. Release defaults follow the Filesystem Hierarchy Standard. */
export interface Places {
  /** `configuration.json` and `enrolment.json`; root-owned on a real terminal. */
  readonly configuration: string;
  /** Database and key store. */
  readonly data: string;
  /** Chromium's own folder; nothing of a member may be in it. */
  readonly browser: string;
}

/** `EMPF_CONFIGURATION` and `EMPF_DATA` override the release defaults `/etc/empf-terminal` and `/var/lib/empf-terminal`. */
export function placesFrom(environment: Readonly<Record<string, string | undefined>>): Places {
  const data = environment['EMPF_DATA'] ?? '/var/lib/empf-terminal';
  return {
    configuration: environment['EMPF_CONFIGURATION'] ?? '/etc/empf-terminal',
    data,
    browser: join(data, 'browser'),
  };
}
