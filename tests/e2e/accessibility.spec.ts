import { AxeBuilder } from '@axe-core/playwright';
import type { Album } from '../../scripts/demo/album.ts';
import { MEMBERS, type Member } from '../../scripts/demo/people.ts';
import type { Screen } from '../../scripts/demo/screen.ts';
import { answerQuestions, attest, begin, finish, layCard, submit } from '../../scripts/demo/visit.ts';
import { expect, type RunningTerminal, test } from './support/terminal.ts';

/** An album that looks at each distinct screen with axe instead of a camera, in the language it is shown in. */
function examiner(screen: () => Screen): Album & { readonly findings: string[] } {
  const seen = new Set<string>();
  const findings: string[] = [];
  return {
    findings,
    count: () => seen.size,
    // Gone before axe is through with it; its parts are those of the other pages.
    takeAtOnce: () => Promise.resolve(),
    take: async () => {
      const { step, overlay } = await screen().shown();
      const name = `${step} ${overlay}`;
      if (seen.has(name)) return;
      seen.add(name);
      // Electron has no isolated pages for axe to run in, so it runs in the page itself.
      const { violations } = await new AxeBuilder({ page: screen().page }).setLegacyMode().analyze();
      findings.push(
        ...violations.map(({ id, nodes }) => `${name}: ${id} at ${nodes[0]?.target.join(' ') ?? '?'}`),
      );
    },
  };
}

async function wholeVisit(
  terminal: RunningTerminal,
  member: Member,
): Promise<{ findings: string[]; screens: number }> {
  const album = examiner(() => terminal.screen());
  const tools = { ...terminal.tools, album };
  const screen = terminal.screen();
  await begin(tools, member);
  await screen.tap('no-hkid');
  await screen.waitFor({ screen: 'no-hkid' });
  await album.take();
  await screen.choose('passport');
  await screen.waitFor({ screen: 'bring-documents' });
  await album.take();
  await screen.tap('back');
  await screen.waitFor({ screen: 'no-hkid' });
  await screen.tap('back');
  await screen.waitFor({ screen: 'identify' });
  await terminal.tools.simulate({ device: 'id-reader', action: 'unreadable' });
  await terminal.tools.simulate({ device: 'id-reader', action: 'insert', document: member.document });
  await screen.waitFor({ screen: 'reader-trouble' });
  await album.take();
  await screen.tap('type-number');
  await screen.waitFor({ screen: 'typed-number' });
  await album.take();
  await screen.tap('back');
  await terminal.tools.simulate({ device: 'id-reader', action: 'remove' });
  await layCard(tools, member);
  await screen.waitFor({ screen: 'question' });
  await screen.tap('leave');
  await screen.waitFor({ overlay: 'leave-confirm' });
  await album.take();
  await screen.tap('leave-cancel');
  await answerQuestions(tools, member);
  await attest(tools);
  await submit(tools);
  await finish(tools);
  return { findings: album.findings, screens: album.count() };
}

for (const [index, locale] of (['zh-Hant', 'en'] as const).entries()) {
  test(`axe finds nothing on the screens of a visit in ${locale}`, async ({ terminal }) => {
    test.setTimeout(120_000);
    const member = { ...(MEMBERS[index] as Member), locale };
    const { findings, screens } = await wholeVisit(terminal, member);
    expect(findings).toEqual([]);
    expect(screens).toBeGreaterThan(20);
  });
}
