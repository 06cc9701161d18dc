import { main } from './lib/paths.ts';
import { describeCheck, runStaticChecks } from './lib/static-checks.ts';

await main(async () => {
  const results = await runStaticChecks((result) => console.log(describeCheck(result)));
  return results.every((result) => result.ok) ? 0 : 1;
});
