import { parseHkid } from '../../domain/identity/document/hkid.ts';
import { giveUp, giveUpFor, readArguments, say, USUAL_DATA } from '../commands/command.ts';
import { type GatewayParts, openGatewayParts } from '../parts.ts';
import type { ProviderAnswer } from './provider.ts';

const USAGE = `node gateway/main.ts iam-smart list [--data ${USUAL_DATA}]
       node gateway/main.ts iam-smart scan|refuse [<code>] [--data ${USUAL_DATA}]
       node gateway/main.ts iam-smart approve <invented ID card number> [<code>] [--data ${USUAL_DATA}]
       without a code: the one that was asked for last
`;

function answerOf(verb: string | undefined, typed: string | undefined): ProviderAnswer | null {
  if (verb === 'scan') return { is: 'scanned' };
  if (verb === 'refuse') return { is: 'refused' };
  if (verb !== 'approve') return null;
  const number = parseHkid(typed ?? '');
  if (!number.ok) giveUp(`approve takes an ID card number with its check character\n${USAGE}`);
  return { is: 'approved', number: number.value };
}

async function codeOf(parts: GatewayParts, given: string | undefined): Promise<string> {
  const code = given ?? (await parts.signIns.open()).at(-1)?.code;
  return code ?? giveUp('nobody waits to sign in.');
}

/** Plays the phone of an invented member, also while the gateway runs. Prints nothing of anybody. */
export async function iamSmart(args: readonly string[]): Promise<void> {
  const { values, positionals } = readArguments(args, USAGE);
  const [verb, ...given] = positionals;
  const answer = answerOf(verb, given[0]);
  const rest = verb === 'approve' ? given.slice(1) : given;
  if ((answer === null && verb !== 'list') || rest.length > (verb === 'list' ? 0 : 1)) {
    giveUp(`arguments\n${USAGE}`);
  }
  const opened = await openGatewayParts({ dataDir: values.data });
  if (!opened.ok) giveUpFor(opened);
  const parts = opened.value;
  try {
    if (answer === null) {
      for (const one of await parts.signIns.open()) say({ ...one });
      return;
    }
    const told = await parts.signIns.tell(await codeOf(parts, rest[0]), answer);
    if (!told.ok) giveUpFor(told);
    say({ iamSmart: told.value });
  } finally {
    parts.close();
  }
}
