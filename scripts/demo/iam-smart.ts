import { join } from 'node:path';
import { PROJECT } from '../dev/environment.ts';
import { run } from '../lib/run.ts';
import type { VisitTools } from './visit.ts';

/** The phone of an invented member, at the gateway whose data these are: `npm run gateway -- iam-smart …`. */
export function phoneAt(gatewayData: string): (...args: readonly string[]) => Promise<void> {
  return async (...args) => {
    const command = [join(PROJECT, 'gateway/main.ts'), 'iam-smart', ...args, '--data', gatewayData];
    const { code, output } = await run(process.execPath, command);
    if (code !== 0) throw new Error(`the phone could not ${args[0] ?? ''}: ${output}`);
  };
}

/** From the choice of ways: the code is drawn and scanned, the phone approves, and the review comes. */
export async function signInWithIamSmart(
  tools: VisitTools,
  phone: ReturnType<typeof phoneAt>,
  number: string,
): Promise<void> {
  const screen = tools.screen();
  await screen.waitFor({ screen: 'staff-needed' });
  await tools.album.take();
  await screen.tap('iam-smart');
  await screen.waitFor({ screen: 'iam-smart-code' });
  await tools.album.take();
  await phone('scan');
  await screen.page.locator('[data-screen="iam-smart-code"] svg[role="img"]').waitFor({ state: 'detached' });
  await tools.album.take();
  await phone('approve', number);
  await screen.waitFor({ screen: 'instruction-review' });
}
