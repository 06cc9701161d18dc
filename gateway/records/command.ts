import { z } from 'zod';
import { type Hkid, parseHkid } from '../../domain/identity/document/hkid.ts';
import { type Records, recordsSchema } from '../../domain/records/records.ts';
import { EMBEDDED_REFERENCE_DATA } from '../../domain/reference-data/embedded/embedded.ts';
import { hongKongDate } from '../../domain/time.ts';
import { personKeyOf } from '../accept/person-key.ts';
import { giveUp, giveUpFor, readArguments, readJsonFile, say, USUAL_DATA } from '../commands/command.ts';
import { openGatewayParts } from '../parts.ts';
import { sampleRecords } from './sample.ts';

const USAGE = `node gateway/main.ts records list|asked [--data ${USUAL_DATA}]
       node gateway/main.ts records add <invented ID card number> [<file.json>] [--data ${USUAL_DATA}]
       node gateway/main.ts records remove <invented ID card number> [--data ${USUAL_DATA}]
       without a file: invented records, marked as a sample
`;
const MOST_ASKED = 50;

function numberOf(typed: string | undefined): Hkid {
  const number = parseHkid(typed ?? '');
  return number.ok ? number.value : giveUp(`takes an ID card number with its check character\n${USAGE}`);
}

function recordsFrom(file: string): readonly Records[] {
  const read = z
    .array(recordsSchema)
    .safeParse(readJsonFile(file, 'the file with the records cannot be read as JSON.'));
  return read.success ? read.data : giveUp('the file does not hold records; nothing was changed.');
}

/** Records of invented people, also while the gateway runs. Prints nothing of anybody. */
export async function records(args: readonly string[]): Promise<void> {
  const { values, positionals } = readArguments(args, USAGE);
  const [verb = '', typed, file] = positionals;
  const takes: Readonly<Record<string, number>> = { list: 1, asked: 1, add: 3, remove: 2 };
  if (positionals.length > (takes[verb] ?? 0)) giveUp(`arguments\n${USAGE}`);
  const about = verb === 'add' || verb === 'remove' ? numberOf(typed) : null;
  const opened = await openGatewayParts({ dataDir: values.data });
  if (!opened.ok) giveUpFor(opened);
  const { recordStore, keys, now, close } = opened.value;
  try {
    if (about === null) {
      if (verb === 'list') say({ records: await recordStore.count() });
      else for (const asked of await recordStore.asked(MOST_ASKED)) say({ ...asked });
      return;
    }
    const person = personKeyOf(`hkid:${about.body}`, keys.personKey);
    if (verb === 'remove') {
      const removed = await recordStore.remove(person);
      if (!removed.ok) giveUpFor(removed);
      say({ removed: removed.value });
      return;
    }
    const at = now().toISOString();
    const added =
      file === undefined
        ? sampleRecords(about, EMBEDDED_REFERENCE_DATA, hongKongDate(at))
        : recordsFrom(file);
    for (const one of added) {
      const put = await recordStore.put(person, one, at);
      if (!put.ok) giveUpFor(put);
      say({ added: one.what, sample: one.sample });
    }
  } finally {
    close();
  }
}
