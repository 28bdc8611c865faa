import { linkLimits } from '../core/source/link';
import type { Viewer } from '../messages/run-port';
import type { Parsed } from '../page/read-linked';

/** The views that parse pages for the background, which has no DOM in every browser. */
export interface Parsers {
  /** A view is there that can parse. */
  join(viewer: Viewer): void;
  leave(viewer: Viewer): void;
  /** What a page holds; null when no view came, or none could say. */
  parse(html: string, stop: AbortSignal): Promise<Parsed | null>;
  /** A view has parsed what it was given. */
  tell(id: string, page: Parsed | null): void;
}

interface Waiting {
  readonly html: string;
  readonly tell: (page: Parsed | null) => void;
  /** Who has it; null: nobody yet. */
  viewer: Viewer | null;
}

export function createParsers(newId: () => string, limitMs: number = linkLimits.viewMs): Parsers {
  const viewers = new Set<Viewer>();
  const waiting = new Map<string, Waiting>();

  /** The newest view is the one that shows it. */
  function offer(): void {
    const viewer = [...viewers].at(-1);
    if (!viewer) return;
    for (const [id, each] of waiting) {
      if (each.viewer) continue;
      each.viewer = viewer;
      viewer.post({ kind: 'parse', id, html: each.html });
    }
  }

  return {
    join(viewer) {
      viewers.add(viewer);
      offer();
    },
    leave(viewer) {
      viewers.delete(viewer);
      for (const each of waiting.values()) if (each.viewer === viewer) each.viewer = null;
      offer();
    },
    async parse(html, stop) {
      const id = newId();
      const told = new Promise<Parsed | null>((tell) => {
        waiting.set(id, { html, tell, viewer: null });
        offer();
        stop.addEventListener('abort', () => tell(null));
        setTimeout(tell, limitMs, null);
      });
      return told.finally(() => waiting.delete(id));
    },
    tell: (id, page) => waiting.get(id)?.tell(page),
  };
}
