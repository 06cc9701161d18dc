import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { _electron, type ElectronApplication } from 'playwright';
import { readGatewayLedger } from '../../gateway/index.ts';
import { build } from '../build.ts';
import { launchPlan, withDisplay } from '../setup.ts';
import { type DevelopmentEnvironment, PROJECT, socketsOf, startEnvironment } from '../dev/environment.ts';
import { type Album, createAlbum } from './album.ts';
import { MEMBERS, type Member } from './people.ts';
import { type Screen, screenOf } from './screen.ts';
import { OFFICER, simulatorAt } from './simulate.ts';
import {
  acceptReading,
  answerQuestions,
  attest,
  begin,
  finish,
  layCard,
  submit,
  type VisitTools,
} from './visit.ts';

const RUN_FOLDER = join(PROJECT, '.run', 'demo');
const ARTIFACTS = join(PROJECT, 'artifacts', 'demo');
const TOLD = join(ARTIFACTS, 'told.jsonl');

/** Only here and only unpackaged: what a member waits for in minutes, the demo waits for in seconds. */
const SESSION_DELAYS = { idleAfter: 14_000, idleWarning: 4_000, endedCloses: 2_000 };
const SYNC_DELAYS = { idleProbe: 1_000, offlineProbe: 500, retryBase: 200, retryCap: 1_000, brokenCap: 500 };
const DRAIN_PATIENCE = 30_000;

interface Tally {
  submitted: number;
  wiped: number;
}

let environment: DevelopmentEnvironment;
let displayEnvironment: NodeJS.ProcessEnv;

const startedAt = performance.now();
const seconds = (): number => Math.round((performance.now() - startedAt) / 100) / 10;
const say = (text: string): void => {
  process.stdout.write(`${seconds().toFixed(1).padStart(6)} s  ${text}\n`);
};

let application: ElectronApplication | null = null;
let screen: Screen;
let electronVersion = '';
const album: Album = createAlbum(ARTIFACTS, () => screen);
const tally: Tally = { submitted: 0, wiped: 0 };

const simulate = simulatorAt(socketsOf(RUN_FOLDER).devices);
const tools: VisitTools = { screen: () => screen, album, simulate, officer: OFFICER };

async function startTerminal(): Promise<ElectronApplication> {
  const plan = launchPlan({ appDir: PROJECT, env: { ...displayEnvironment, ...environment.env } });
  const started = await _electron.launch({
    executablePath: plan.command,
    args: [...plan.args],
    env: plan.env,
  });
  application = started;
  electronVersion = await started.evaluate(() => process.versions.electron);
  screen = await screenOf(started);
  await screen.waitFor({ screen: 'attract' });
  return started;
}

/** Writes down what the member was told, before anything else can go wrong. */
function told(visit: number, reference: string, state: string): void {
  appendFileSync(TOLD, `${JSON.stringify({ visit, reference, state })}\n`);
  tally.submitted += 1;
  say(`visit ${String(visit)}: told reference ${reference} (${state})`);
}

/** The page must be empty of the last member: a new document, no session, nothing of the card on it. */
async function checkWiped(): Promise<void> {
  await screen.waitFor({ screen: 'attract', overlay: '' });
  const left = await screen.page.locator('[data-reference], [data-screen="review"], input').count();
  if (left > 0) throw new Error('Something of the last visit is still on the screen');
  tally.wiped += 1;
}

async function wholeVisit(member: Member): Promise<void> {
  await begin(tools, member);
  await layCard(tools, member);
  await throughReceipt(member);
  await finish(tools);
  await checkWiped();
}

async function throughReceipt(member: Member): Promise<void> {
  await answerQuestions(tools, member);
  await attest(tools);
  const { reference, state } = await submit(tools);
  told(member.visit, reference, state);
}

function member(visit: number): Member {
  const found = MEMBERS.find((candidate) => candidate.visit === visit);
  if (found === undefined) throw new Error(`No member for visit ${String(visit)}`);
  return found;
}

async function drained(expected: number): Promise<void> {
  const until = performance.now() + DRAIN_PATIENCE;
  while (readGatewayLedger(environment.gatewayData).references.length < expected) {
    if (performance.now() > until)
      throw new Error(`The gateway does not hold ${String(expected)} submissions`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function play(): Promise<void> {
  const first = await startTerminal();
  say(`terminal in service on Electron ${electronVersion}`);
  for (const visit of [1, 2, 3]) await wholeVisit(member(visit));

  await environment.proxy.cut();
  say('network: down');
  await wholeVisit(member(4));
  const fifth = member(5);
  await begin(tools, fifth);
  await layCard(tools, fifth);
  await throughReceipt(fifth);
  await album.take();
  first.process().kill('SIGKILL');
  say('terminal: killed with SIGKILL while the receipt was shown');
  await first.close().catch(() => undefined);
  await startTerminal();
  await checkWiped();
  say('terminal: started again, nothing of visit 5 on the screen');
  await environment.proxy.restore();
  say('network: up');
  await drained(5);
  say('the gateway holds all five');

  const sixth = member(6);
  await begin(tools, sixth);
  await simulate({ device: 'id-reader', action: 'unreadable' });
  await simulate({ device: 'id-reader', action: 'insert', document: sixth.document });
  await screen.waitFor({ screen: 'reader-trouble' });
  await album.take();
  say('visit 6: card could not be read; laid again');
  await simulate({ device: 'id-reader', action: 'remove' });
  await layCard(tools, sixth);
  await throughReceipt(sixth);
  await finish(tools);
  await checkWiped();

  const seventh = member(7);
  await begin(tools, seventh);
  await simulate({ device: 'id-reader', action: 'insert', document: seventh.document });
  // The card is seen, then the reader says no more, so that the cable is out while the card is being read.
  await simulate({ device: 'id-reader', action: 'mute' });
  await screen.waitFor({ screen: 'reading' });
  await album.take();
  await simulate({ device: 'id-reader', action: 'unplug' });
  await screen.waitFor({ screen: 'reader-trouble' });
  await album.take();
  say('visit 7: reader unplugged while reading');
  await simulate({ device: 'id-reader', action: 'replug' });
  await acceptReading(tools);
  await screen.waitFor({ overlay: 'idle-warning' });
  await album.takeAtOnce();
  await screen.tap('still-here');
  await screen.waitFor({ overlay: '' });
  say('visit 7: warned after a long pause, still there');
  await throughReceipt(seventh);
  await finish(tools);
  await checkWiped();

  const eighth = member(8);
  await begin(tools, eighth);
  await layCard(tools, eighth);
  await screen.waitFor({ screen: 'question' });
  say('visit 8: member walks away');
  await screen.waitFor({ overlay: 'idle-warning' });
  await album.takeAtOnce();
  await screen.waitFor({ screen: 'ended' });
  await album.takeAtOnce();
  await checkWiped();
  say('visit 8: warned, wiped');
  await drained(7);
}

/** What was told against what the gateway's database holds. */
function reckon(): { accepted: number; lost: number; duplicated: number } {
  const lines = existsSync(TOLD) ? readFileSync(TOLD, 'utf8').split('\n').filter(Boolean) : [];
  const references = lines.map((line) => (JSON.parse(line) as { reference: string }).reference);
  const held = readGatewayLedger(environment.gatewayData).references;
  const twiceTold = references.length - new Set(references).size;
  return {
    accepted: held.filter((item) => item.outcome.state === 'accepted').length,
    lost: references.filter((reference) => !held.some((item) => item.reference === reference)).length,
    duplicated: held.reduce((sum, item) => sum + (item.count - 1), 0) + twiceTold,
  };
}

/** The ordinary way, or by force when the program does not answer any more: the demo must come to its last line. */
async function endTerminal(): Promise<void> {
  const child = application?.process();
  const overdue = setTimeout(() => child?.kill('SIGKILL'), 10_000);
  await application?.close().catch(() => undefined);
  clearTimeout(overdue);
}

async function demo(): Promise<boolean> {
  let problem: string | null = null;
  try {
    await play();
  } catch (error) {
    problem = error instanceof Error ? error.message : String(error);
    say(`STOPPED: ${problem}`);
    const page = application?.windows()[0];
    await page?.screenshot({ path: join(ARTIFACTS, 'problem.png'), timeout: 5_000 }).catch(() => undefined);
  }
  await endTerminal();
  await environment.stop();
  const found = reckon();
  const { submitted, wiped } = tally;
  const figures = { visits: MEMBERS.length, submitted, ...found, wiped, screens: album.count() };
  process.stdout.write(`${JSON.stringify({ ...figures, electron: electronVersion, seconds: seconds() })}\n`);
  const whole = submitted === 7 && found.accepted === 7 && found.lost === 0 && found.duplicated === 0;
  return problem === null && whole && wiped === MEMBERS.length;
}

await build();
rmSync(RUN_FOLDER, { recursive: true, force: true });
rmSync(ARTIFACTS, { recursive: true, force: true });
mkdirSync(ARTIFACTS, { recursive: true });
process.exitCode = await withDisplay(async (env) => {
  displayEnvironment = env;
  environment = await startEnvironment({
    runFolder: RUN_FOLDER,
    kiosk: true,
    sessionDelays: SESSION_DELAYS,
    syncDelays: SYNC_DELAYS,
  });
  return (await demo()) ? 0 : 1;
});
