import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

test('the rules load in plain Node, without a bundler, and answer', () => {
  const program = `
    const { parseHkid, parseMrz } = await import(${JSON.stringify(new URL('index.ts', import.meta.url).href)});
    console.log(JSON.stringify([parseHkid('A123456(3)').ok, parseMrz('').code]));
  `;
  const answer = execFileSync(process.execPath, ['--no-warnings', '--input-type=module', '--eval', program], {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    encoding: 'utf8',
  });
  expect(JSON.parse(answer)).toEqual([true, 'mrz-empty']);
});
