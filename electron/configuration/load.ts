import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Enrolment, enrolmentSchema } from '../../domain/wire/contract.ts';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import { type Configuration, configurationSchema } from './schema.ts';
import type { z } from 'zod';

export type ConfigurationFault = Failure<'configuration' | 'not-enrolled'>;

function readJson(path: string): Result<unknown, Failure<'missing' | 'unreadable'>> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    return fail(
      error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'missing' : 'unreadable',
    );
  }
  try {
    return ok(JSON.parse(text));
  } catch {
    return fail('unreadable');
  }
}

/** The path of the first field that is wrong, as a technician would write it (`display.diagonalInches`). */
function firstWrongField(error: z.ZodError): string {
  const issue = error.issues[0];
  if (issue === undefined) return '?';
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  return [...issue.path, ...(unknown === undefined ? [] : [unknown])].join('.') || '(whole file)';
}

/** Reads `configuration.json`; a missing file is the defaults, a wrong one names its field. */
export function loadConfiguration(folder: string): Result<Configuration, ConfigurationFault> {
  const json = readJson(join(folder, 'configuration.json'));
  if (!json.ok && json.code === 'missing') return ok(configurationSchema.parse({}));
  if (!json.ok) return fail('configuration', { file: 'configuration.json', field: '(whole file)' });
  const parsed = configurationSchema.safeParse(json.value);
  if (parsed.success) return ok(parsed.data);
  return fail('configuration', { file: 'configuration.json', field: firstWrongField(parsed.error) });
}

/**
 * Reads `enrolment.json`. Missing: this terminal is not enrolled. Plain http is refused except on loopback, since the
 * credential travels with every request (DESIGN.md, *Trust*).
 */
export function loadEnrolment(folder: string): Result<Enrolment, ConfigurationFault> {
  const json = readJson(join(folder, 'enrolment.json'));
  if (!json.ok && json.code === 'missing') return fail('not-enrolled');
  if (!json.ok) return fail('configuration', { file: 'enrolment.json', field: '(whole file)' });
  const parsed = enrolmentSchema.safeParse(json.value);
  if (!parsed.success)
    return fail('configuration', { file: 'enrolment.json', field: firstWrongField(parsed.error) });
  const url = new URL(parsed.data.gatewayUrl);
  const loopback = ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback)) {
    return fail('configuration', { file: 'enrolment.json', field: 'gatewayUrl' });
  }
  return ok(parsed.data);
}
