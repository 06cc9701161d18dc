import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readGatewayLedger } from '../../gateway/index.ts';
import { createAlbum } from '../../scripts/demo/album.ts';
import { answerQuestions, attest, begin, finish, layCard, submit } from '../../scripts/demo/visit.ts';
import { PROJECT } from '../../scripts/dev/environment.ts';
import { expect, test } from './support/terminal.ts';

/*
 * A mobile number is confirmed through the real Electron and the real gateway: the code comes to the simulated
 * telephone, is typed on the screen, and the gateway finds the number confirmed when it opens the payload.
 */
const run = promisify(execFile);
const MOBILE = '61234567';
const ALBUM = 'artifacts/sms';
rmSync(ALBUM, { recursive: true, force: true });
test.use({ gatewayArguments: ['--sms', 'simulated'] });

/** What the command says, without what Node itself warns of on the other stream. */
const atGateway = async (gatewayData: string, ...words: readonly string[]): Promise<string> => {
  const command = [join(PROJECT, 'gateway/main.ts'), 'sms', ...words, '--data', gatewayData];
  return (await run(process.execPath, command)).stdout;
};

for (const locale of ['en', 'zh-Hant'] as const) {
  test(`a member types the code from the SMS, in ${locale}`, async ({ terminal }) => {
    test.setTimeout(180_000);
    const tools = { ...terminal.tools, album: createAlbum(`${ALBUM}/${locale}`, () => terminal.screen()) };
    const screen = terminal.screen();
    const data = terminal.environment.gatewayData;
    const member = {
      visit: 1,
      locale,
      document: 'adult-01',
      contact: { channel: 'mobile', mobile: MOBILE },
    } as const;
    await begin(tools, member);
    await layCard(tools, member);
    await screen.waitFor({ screen: 'question' });
    await screen.choose('mobile');
    await screen.tap('continue');
    await screen.page.locator('[data-step="question.mobile"]').waitFor();
    await screen.key(MOBILE);
    await screen.tap('continue');
    await screen.waitFor({ screen: 'mobile-code' });
    const code = /\b\d{6}\b/.exec(await atGateway(data, 'show', MOBILE))?.[0] ?? '';
    await screen.key(code === '000000' ? '000001' : '000000');
    await screen.tap('continue');
    await screen.page.locator('[data-error="mobile-code-wrong"]').waitFor();
    await tools.album.take();
    await screen.key(code);
    await tools.album.take();
    await screen.tap('continue');
    await screen.page.locator('[data-step="question.communication-language"]').waitFor();
    await answerQuestions(tools, member);
    await attest(tools);
    const { reference } = await submit(tools);
    await screen.page.locator('[data-screen="receipt"] [data-state="accepted"]').waitFor();
    await finish(tools);
    expect(readGatewayLedger(data).references.map((entry) => entry.reference)).toEqual([reference]);
    expect(JSON.parse(await atGateway(data, 'confirmed'))).toEqual({ confirmed: 1, notConfirmed: 0 });
    expect(terminal.output()).not.toContain(MOBILE);
  });
}
