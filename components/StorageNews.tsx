import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { StorageLost } from './StorageLost';
import { StorageTrouble } from './StorageTrouble';
import './storage-news.css';

/** What a user has to know of the storage before asking; while there is nothing, `children` stand there. */
export function StorageNews({ children }: { readonly children: ComponentChildren }) {
  const [now] = useState(Date.now);
  return (
    <div class="storage-news">
      <StorageTrouble>
        <StorageLost now={now} days={3}>
          {children}
        </StorageLost>
      </StorageTrouble>
    </div>
  );
}
