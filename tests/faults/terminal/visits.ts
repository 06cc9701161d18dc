import { compareLedgers } from '../model/compare.ts';
import type { Round } from '../runner/fault-case.ts';
import type { FaultPlatform } from './platform.ts';
import type { FaultTerminal } from './terminal.ts';

/** How likely somebody also says what they think of it. */
const FEEDBACK = 0.15;

/**
 * So many registrations, left by fewer people: some people come twice, so that there is an order to keep.
 * @returns ids in the order in which they were left
 */
export async function visits(
  round: Round,
  platform: FaultPlatform,
  terminal: FaultTerminal,
  count: number,
): Promise<string[]> {
  const people = Array.from({ length: Math.ceil(count * 0.7) }, () => platform.nextPerson());
  const ids: string[] = [];
  for (let visit = 0; visit < count; visit += 1) {
    const [first = 0, ...others] = people;
    const left = await terminal.leave(round.random.pick([first, ...others]));
    if ('id' in left) ids.push(left.id);
    else round.found.miss(`a registration was refused: ${left.code}`);
    if (round.random.chance(FEEDBACK)) ids.push(await terminal.leaveFeedback(round.random.between(1, 5)));
  }
  return ids;
}

/** What the terminal said against what the platform has; both are compared as they are now. */
export function compareBoth(round: Round, platform: FaultPlatform, terminal: FaultTerminal): void {
  const { terminalId } = terminal.enrolment;
  const ledgers = { told: terminal.told(), arrived: platform.arrived(terminalId), held: terminal.held() };
  compareLedgers(ledgers, round.found);
}

/** As `compareBoth`, when nothing may be left on the terminal and everybody was to be told. */
export function compareDrained(round: Round, platform: FaultPlatform, terminal: FaultTerminal): void {
  for (const item of terminal.told()) {
    if (!item.received) round.found.miss(`${item.reference} arrived and nobody was told`);
  }
  compareSent(round, platform, terminal);
}

/** As `compareDrained`, where a restart may have come between the receipt and the telling. */
export function compareSent(round: Round, platform: FaultPlatform, terminal: FaultTerminal): void {
  round.found.expect(terminal.held().length === 0, `${String(terminal.held().length)} were not sent`);
  compareBoth(round, platform, terminal);
}
