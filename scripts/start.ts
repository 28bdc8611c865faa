import { readArguments, takeKey, usage } from './start/arguments';
import { start } from './start/start';

const asked = readArguments(process.argv.slice(2), process.env, process.platform);
const key = takeKey(process.env);

if (asked.kind === 'usage') {
  if (asked.wrong) console.error(`${asked.wrong}\n`);
  console.log(usage);
  process.exitCode = asked.wrong ? 1 : 0;
} else {
  await start(asked, key).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  });
}
