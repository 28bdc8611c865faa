import { inExtension, type Scene } from './scene';

const origins = ['https://api.anthropic.com/*'];

/** As the user does in about:addons. */
export function forbidApi(scene: Scene): Promise<boolean> {
  return inExtension(
    scene,
    'return (globalThis.browser ?? chrome).permissions.remove({ origins: args[0] });',
    origins,
  );
}
