import type { Browser } from './browser';
import type { Chrome } from './firefox-process';
import { until } from './poll';
import { callOf } from './script';

type Background = Pick<
  Browser,
  'killBackground' | 'backgroundIsAlive' | 'inBackground' | 'setOffline' | 'errors'
>;

export function createFirefoxBackground(chrome: Chrome, id: string, origin: string): Background {
  const backgroundIsAlive = () =>
    chrome<boolean>(`return ${extension}.backgroundState === 'running'`, id);
  return {
    backgroundIsAlive,
    killBackground: async () => {
      await until('the background to be gone', () => chrome<boolean>(terminate, id));
    },
    inBackground: async (script, ...args) => {
      await until('a running background', backgroundIsAlive);
      return (await chrome(run, id, `return ${callOf(script, args)}`)) as never;
    },
    setOffline: async (on) => {
      await chrome('Services.io.manageOfflineStatus = false; Services.io.offline = args[0];', on);
    },
    errors: async () => {
      const errors = await chrome<readonly string[]>(readErrors, origin);
      return errors.filter((error) => !itsOwn.some((pattern) => pattern.test(error)));
    },
  };
}

/**
 * What Firefox lists though nothing is wrong: each view that was closed while it waited for an answer; each that was
 * opening while its extension was reloaded, as a test's launch does to allow private windows; and, seen once on a
 * busy machine, a popup that starts in the moment in which Firefox moves it from the frame it was loaded in to the
 * one that is shown (https://bugzilla.mozilla.org/show_bug.cgi?id=1749116).
 */
const itsOwn = [
  /^Promise (resolved|rejected) after context unloaded/,
  /^Error: Bad \S+ principal: .* \(resource:\/\/gre\/modules\/ConduitsParent\.sys\.mjs:/,
  /^FrameData missing for \S+ page .* \(resource:\/\/gre\/modules\/ExtensionPageChild\.sys\.mjs:/,
];

const extension = 'WebExtensionPolicy.getByID(args[0]).extension';

/** An event in the midst of it calls it off. Asked at once: a view that is open may start the next one right after. */
const terminate = `
  const { extension } = WebExtensionPolicy.getByID(args[0]);
  // Without a goodbye: an extension may call its end off then.
  const { emit } = extension;
  extension.emit = (name, ...args) => name !== 'background-script-suspend' && emit.call(extension, name, ...args);
  await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
  extension.emit = emit;
  return extension.backgroundState === 'stopped';`;

const run = `
  const [view] = [...${extension}.views].filter((each) => each.viewType === 'background');
  const global = view.xulBrowser.browsingContext.currentWindowGlobal;
  return global.getActor('MarionetteCommands').executeScript(args[1], [], { timeout: 60000 });`;

const readErrors = `
  const ours = (text) => String(text ?? '').startsWith(args[0]);
  return Services.console.getMessageArray()
    .filter((each) => each instanceof Ci.nsIScriptError && !(each.flags & Ci.nsIScriptError.warningFlag))
    .filter((each) => ours(each.sourceName) || each.errorMessage.includes(args[0]))
    .map((each) => each.errorMessage + ' (' + each.sourceName + ':' + each.lineNumber + ')');`;
