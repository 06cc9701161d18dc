import { join } from 'node:path';
import { expect, test } from 'vitest';
import { practiceTerminalId } from '../../domain/practice/practice-terminal.ts';
import { boundBytes, type SealedFacts } from '../../domain/wire/sealed/sealing.ts';
import { dataFolder } from '../testing/data-folder.ts';
import { testPlatform } from '../testing/platform.ts';
import { good } from '../testing/values.ts';
import { openKeyStore } from './key-store.ts';

const NOW = Date.parse('2026-03-02T04:00:00.000Z');

/** The key of a terminal of this id where the platform has the keys of these uses. */
async function keyOf(
  terminalId: string,
  uses: readonly ('seal' | 'seal-practice')[],
): Promise<string | null> {
  const platform = await testPlatform('http://127.0.0.1:1', terminalId);
  const [sealing] = platform.document.keys;
  if (sealing === undefined) throw new Error('the fixture changed');
  const rest = platform.document.keys.filter(({ use }) => use !== 'seal');
  const keys = [...uses.map((use) => ({ ...sealing, use, kid: `${use}-1` })), ...rest];
  const keyDocument = await platform.signDocument({ ...platform.document, keys });
  const folder = join(dataFolder(), 'keys');
  const opened = await openKeyStore({
    folder,
    enrolment: { ...platform.enrolment, keyDocument },
    wall: () => NOW,
    uptime: () => 0,
  });
  return good(opened).sealingKey()?.kid ?? null;
}

const PRACTICE = practiceTerminalId('K0127');

test('in practice nothing is sealed to a key for what is real', async () => {
  expect(await keyOf(PRACTICE, ['seal'])).toBeNull();
  expect(await keyOf(PRACTICE, ['seal', 'seal-practice'])).toBe('seal-practice-1');
});

test('nothing real is sealed to the key of practice', async () => {
  expect(await keyOf('K0127', ['seal-practice'])).toBeNull();
  expect(await keyOf('K0127', ['seal-practice', 'seal'])).toBe('seal-1');
});

test('the mark is bound by the seal, and what is real is bound as it was before there was practice', () => {
  const facts: SealedFacts = {
    ...{ v: 1, id: 'i', terminalId: 'K0127', kind: 'feedback', schemaVersion: 1, kid: 'k' },
    capturedAt: '2026-03-02T04:00:00.000Z',
  };
  const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
  expect(text(boundBytes(facts))).not.toContain('mode');
  expect(text(boundBytes({ ...facts, mode: 'practice' }))).toContain('"mode":"practice"');
});
