import { enrolmentSchema } from '../../domain/wire/contract.ts';
import { giveUp, giveUpFor, readArguments, say, USUAL_DATA } from '../commands/command.ts';
import { openGatewayParts } from '../parts.ts';

const USAGE = `node gateway/main.ts service-centre list [--data ${USUAL_DATA}]
       node gateway/main.ts service-centre add|remove <terminal> [--data ${USUAL_DATA}]
`;

/** Which terminals stand in a service centre, also while the gateway runs: it holds from the next submission on. */
export async function serviceCentre(args: readonly string[]): Promise<void> {
  const { values, positionals } = readArguments(args, USAGE);
  const [verb = '', typed = '', more] = positionals;
  const lists = verb === 'list' && typed === '';
  if (more !== undefined || (!lists && verb !== 'add' && verb !== 'remove')) giveUp(`arguments\n${USAGE}`);
  const terminal = enrolmentSchema.shape.terminalId.safeParse(typed);
  if (!lists && !terminal.success) giveUp(`takes the id of a terminal, such as K0127\n${USAGE}`);
  const opened = await openGatewayParts({ dataDir: values.data });
  if (!opened.ok) giveUpFor(opened);
  const { store, now, close } = opened.value;
  try {
    if (lists) {
      say({ serviceCentres: await store.serviceCentres() });
      return;
    }
    if ((await store.terminalNamed(typed)) === null) giveUp('no terminal of this id is enrolled here.');
    const set = await store.setServiceCentre(typed, verb === 'add', now().toISOString());
    if (!set.ok) giveUpFor(set);
    say({ terminal: typed, serviceCentre: verb === 'add' });
  } finally {
    close();
  }
}
