import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright';
import type { Album } from '../../scripts/demo/album.ts';
import { MEMBERS } from '../../scripts/demo/people.ts';
import { screenOf } from '../../scripts/demo/screen.ts';
import { OFFICER, simulatorAt } from '../../scripts/demo/simulate.ts';
import {
  answerQuestions,
  attest,
  begin,
  finish,
  layCard,
  submit,
  type VisitTools,
} from '../../scripts/demo/visit.ts';
import { PROJECT, socketsOf, startEnvironment } from '../../scripts/dev/environment.ts';
import { type BenchResult, median, quantile } from '../../scripts/lib/bench.ts';
import { launchPlan, withDisplay } from '../../scripts/setup.ts';

/** DESIGN.md, *The figures it must reach*: 95 of 100 taps are painted within this. */
const LIMIT_MS = 50;

/**
 * Notes, inside the page, when the finger lifted (which is when a press counts) and when the first frame after the
 * page changed was painted: a character typed, a choice marked or the next step, whatever process decided it.
 */
const PROBE = `(() => {
  globalThis.taps = [];
  globalThis.frames = [];
  let began = null;
  document.addEventListener('pointerup', (event) => { began = event.timeStamp; }, { capture: true });
  new MutationObserver(() => {
    if (began === null) return;
    const from = began;
    began = null;
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => globalThis.taps.push(performance.now() - from);
      channel.port2.postMessage(null);
    });
  }).observe(document.documentElement, { subtree: true, childList: true, attributes: true, characterData: true });
  let last = performance.now();
  const frame = (now) => {
    globalThis.frames.push(now - last);
    last = now;
    if (globalThis.frames.length < 120) requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
})()`;
/** The first frames of a page are still those of its loading. */
const READ = `({ taps: globalThis.taps, frames: globalThis.frames.slice(10) })`;

/** Tap to next paint over every step of three registrations, beside the frame of the same page in the same run. */
export async function run(): Promise<BenchResult> {
  const runFolder = mkdtempSync(join(tmpdir(), 'empf-tap-'));
  const around = await startEnvironment({ runFolder, kiosk: true, sessionDelays: { endedCloses: 2_000 } });
  const taps: number[] = [];
  const frames: number[] = [];
  try {
    await withDisplay(async (display) => {
      const plan = launchPlan({ appDir: PROJECT, env: { ...display, ...around.env } });
      const application = await _electron.launch({
        executablePath: plan.command,
        args: [...plan.args],
        env: plan.env,
      });
      const screen = await screenOf(application);
      const tools: VisitTools = {
        screen: () => screen,
        album: {
          take: () => Promise.resolve(),
          takeAtOnce: () => Promise.resolve(),
          count: () => 0,
        } satisfies Album,
        officer: OFFICER,
        simulate: simulatorAt(socketsOf(runFolder).devices),
      };
      for (const member of MEMBERS.slice(0, 3)) {
        await screen.waitFor({ screen: 'attract' });
        await screen.page.evaluate(PROBE);
        await begin(tools, member);
        await layCard(tools, member);
        await answerQuestions(tools, member);
        await attest(tools);
        await submit(tools);
        const measured = await screen.page.evaluate<{ taps: number[]; frames: number[] }>(READ);
        taps.push(...measured.taps);
        frames.push(...measured.frames);
        await finish(tools);
      }
      await application.close();
    });
  } finally {
    await around.stop();
    rmSync(runFolder, { recursive: true, force: true });
  }
  const rounded = (value: number): number => Number(value.toFixed(1));
  const frameMs = median(frames);
  const p95Ms = quantile(taps, 0.95);
  return {
    name: 'tap',
    figures: {
      taps: taps.length,
      medianMs: rounded(median(taps)),
      p95Ms: rounded(p95Ms),
      maxMs: rounded(Math.max(...taps)),
      frameMs: rounded(frameMs),
      p95Frames: rounded(p95Ms / frameMs),
    },
    limits: [{ figure: 'p95Ms', atMost: LIMIT_MS }],
  };
}
