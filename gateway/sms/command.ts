import { mobile as mobileNumber } from '../../domain/registration/fields.ts';
import { giveUp, giveUpFor, readArguments, say, USUAL_DATA } from '../commands/command.ts';
import { openGatewayParts } from '../parts.ts';
import { createCodeStore } from './code-store.ts';
import { createSimulatedSms } from './provider.ts';

const USAGE = `node gateway/main.ts sms show <mobile number> [--data ${USUAL_DATA}]
       development only: what the simulated provider sent to this number in the last five minutes
       node gateway/main.ts sms confirmed [--data ${USUAL_DATA}]
       how many submissions came with a mobile number that was confirmed, and how many without
`;

/** Plays the telephone of an invented member, also while the gateway runs. Never repeats the number. */
export async function sms(args: readonly string[]): Promise<void> {
  const { values, positionals } = readArguments(args, USAGE);
  const [verb, typed, ...rest] = positionals;
  if (
    (verb !== 'show' && verb !== 'confirmed') ||
    rest.length > 0 ||
    (verb === 'show') !== (typed !== undefined)
  ) {
    giveUp(`arguments\n${USAGE}`);
  }
  if (typed !== undefined && process.env['NODE_ENV'] === 'production') {
    giveUp('messages are shown in development only.');
  }
  const number = typed === undefined ? null : mobileNumber(typed);
  if (number?.ok === false) giveUp(`show takes a Hong Kong mobile number of eight digits\n${USAGE}`);
  const opened = await openGatewayParts({ dataDir: values.data });
  if (!opened.ok) giveUpFor(opened);
  const { database, keys, now, close } = opened.value;
  try {
    if (number === null) {
      say(await createCodeStore(database).counted());
      return;
    }
    const sent = await createSimulatedSms(database, keys.personKey).sentTo(number.value, now());
    for (const one of sent) say({ ...one });
  } finally {
    close();
  }
}
