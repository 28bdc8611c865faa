import { type CDPSession, chromium } from 'playwright-core';
import { findBrowser } from '../../browsers/find';

/** A real Chromium with one page, in which scripts run as an extension's do: in a world of their own. */
export interface Stage {
  /** Opens an address and loads a script into a new isolated world there. */
  open(url: string, script: string): Promise<World>;
  /** Processor time that the page's thread has taken so far, in ms. */
  processorMs(): Promise<number>;
  close(): Promise<void>;
}

export interface World {
  /** Evaluates an expression; its value must be JSON. */
  ask<T>(expression: string): Promise<T>;
}

export async function openStage(): Promise<Stage> {
  const path = (findBrowser('chromium') ?? findBrowser('chrome'))?.path;
  if (!path) throw new Error('No Chromium or Chrome is installed');
  const browser = await chromium.launch({
    executablePath: path,
    args: ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.on('dialog', (dialog) => dialog.dismiss());
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  return {
    async open(url, script) {
      await page.goto(url, { waitUntil: 'load', timeout: 30_000 });
      const { frameTree } = await devtools.send('Page.getFrameTree');
      const { executionContextId } = await devtools.send('Page.createIsolatedWorld', {
        frameId: frameTree.frame.id,
        worldName: 'bench',
      });
      const world = worldOf(devtools, executionContextId);
      await world.ask(`${script}; 0`);
      return world;
    },
    async processorMs() {
      const { metrics } = await devtools.send('Performance.getMetrics');
      return 1000 * (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? Number.NaN);
    },
    close: () => browser.close(),
  };
}

function worldOf(devtools: CDPSession, contextId: number): World {
  return {
    async ask<T>(expression: string) {
      const { result, exceptionDetails } = await devtools.send('Runtime.evaluate', {
        expression,
        contextId,
        returnByValue: true,
        awaitPromise: true,
      });
      if (exceptionDetails) {
        throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      }
      return result.value as T;
    },
  };
}
