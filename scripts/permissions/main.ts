import { writeFileSync } from 'node:fs';
import { PERMISSIONS_PATH, permissionsText } from './table-text.ts';

writeFileSync(PERMISSIONS_PATH, permissionsText());
console.log(PERMISSIONS_PATH);
