import { CATALOGUE } from '../../../../domain/catalogue/catalogue.ts';
import type { Eye } from '../eye.ts';
import { drive } from './drive.ts';
import { enquiryAndWithdrawal, enquiryByCard, files, parking, tickets } from './asking.ts';
import { everyPageOf, lookUps, menuAndCalculators, withoutPhone } from './instructions.ts';
import {
  outOfVisits,
  practice,
  staffsOwnPages,
  station,
  technician,
  van,
  waitingForStaff,
} from './machine.ts';
import { vanWithList } from './van.ts';
import { byCard, typedByStaff, withTrouble } from './registration.ts';

/** Everything but the pages of the instructions. */
export async function walkAround(eye: Eye): Promise<void> {
  await byCard(eye);
  for (const channel of ['mobile', 'email', 'post'] as const) await typedByStaff(eye, channel);
  for (const walk of [
    ...[withTrouble, enquiryAndWithdrawal, enquiryByCard, parking, tickets, files],
    ...[outOfVisits, staffsOwnPages, technician, waitingForStaff, van, vanWithList, drive, station, practice],
    ...[menuAndCalculators, withoutPhone],
  ]) {
    await walk(eye);
  }
}

/** Every page of every instruction. */
export async function walkInstructions(eye: Eye): Promise<void> {
  for (const { kind } of Object.values(CATALOGUE)) await everyPageOf(eye, kind);
  await lookUps(eye);
}
