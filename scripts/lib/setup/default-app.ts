/**
 * The program inside `default_app.asar`. The stand-in runtime has none, and without it Electron ignores a
 * path on the command line. A module that waits for the application's own: Electron holds back `ready`
 * until then, and privileged schemes must be registered before.
 */
export const DEFAULT_APP_MAIN = `import { app } from 'electron';
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const argv = process.argv.slice(1);
let folder;
for (let i = 0; i < argv.length; i++) {
  if (argv[i] === '-r' || argv[i] === '--require') {
    require(path.resolve(argv[++i]));
  } else if (!argv[i].startsWith('-')) {
    folder = path.resolve(argv[i]);
    break;
  }
}
if (folder === undefined) {
  console.error('Name the folder of the application: electron FOLDER');
  app.exit(1);
} else {
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
  try {
    const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
    if (manifest.version) app.setVersion(manifest.version);
    app.name = manifest.productName || manifest.name || app.name;
    app.setPath('userData', path.join(app.getPath('appData'), app.name));
    app.setAppPath(folder);
    await import(pathToFileURL(path.join(folder, manifest.main || 'index.js')).href);
  } catch (error) {
    console.error(error);
    app.exit(1);
  }
}
`;
