import type { FoundBrowser } from '../../tests/browsers/find';
import type { Wishes } from './arguments';
import { attend } from './attended';
import { build } from './build';
import { chooseBrowser, hasOwnScreen, nameOf } from './choose';
import { openStage } from './stage';
import { doTheJob } from './unattended';

export async function start({ brand, attended }: Wishes, key: string | null): Promise<void> {
  const found = chooseBrowser(brand);
  console.log(`Building Gloss for ${nameOf(found.name)} …`);
  const extensionDir = await build(found.family);
  const stage = await openStage({ found, extensionDir, key, launch: screenFor(attended) });
  try {
    console.log(`${introduction(found, stage.browser.version, key)}\n`);
    await (attended ? attend(stage) : doTheJob(stage, found));
  } finally {
    await stage.close();
  }
}

function screenFor(attended: boolean) {
  const size = { width: 1280, height: 860 };
  if (attended) return { ...size, desktop: true };
  return { ...size, headless: !hasOwnScreen() };
}

function introduction({ name }: FoundBrowser, version: string, key: string | null): string {
  const answers = key
    ? 'Answers come from api.anthropic.com and are billed to your key.'
    : 'Answers come from a demo on this machine, in the place of api.anthropic.com; they cost nothing.';
  const number = version.split('/').at(-1);
  return `Gloss is running in ${nameOf(name)} ${number}.
${answers}`;
}
