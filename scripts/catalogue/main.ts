import { writeFileSync } from 'node:fs';
import { CATALOGUE_PATH, catalogueText } from './catalogue-text.ts';

writeFileSync(CATALOGUE_PATH, catalogueText());
console.log(CATALOGUE_PATH);
