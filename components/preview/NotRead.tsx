import { StorageTrouble } from '../StorageTrouble';

/** In the place of what could not be read: why, where that is known, else these words. */
export function NotRead({ words }: { readonly words: string }) {
  return (
    <div class="history-note">
      <StorageTrouble>
        <p class="muted">{words}</p>
      </StorageTrouble>
    </div>
  );
}
