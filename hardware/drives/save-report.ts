import { fail, type Failure, type Result } from '../../domain/result.ts';
import type { SaveFault } from '../../domain/terminal/ports/remittance-files.ts';
import { findPlaces, type PlaceSettings } from './places.ts';
import { writeNumbered } from './write-new.ts';

export interface ReportToSave {
  readonly places: Pick<PlaceSettings, 'drivesUnder' | 'foldersAreDrives'>;
  /** Name without `.csv`; says nothing of a person. */
  readonly stem: string;
  readonly text: string;
}

/** Writes a report to the removable drive that is in (the first, where several are), whole and synced. */
export async function saveReport({
  places,
  stem,
  text,
}: ReportToSave): Promise<Result<{ readonly name: string }, Failure<SaveFault | 'no-drive'>>> {
  const [drive] = await findPlaces({ ...places, stationFolder: null });
  if (drive === undefined) return fail('no-drive');
  return writeNumbered({ folder: drive.path, device: drive.device, stem, text });
}
