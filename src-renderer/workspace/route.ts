/** Which post is open stands in the address: `#/post/<id>`, so that reload and Back do what they say. */
import { useSyncExternalStore } from 'react';
import { postIdAt } from './post-address.ts';

export function openPostAt(postId: string | null, { replace = false } = {}): void {
  const hash = postId === null ? '#/' : `#/post/${postId}`;
  if (hash === window.location.hash) return;
  if (replace) window.history.replaceState(null, '', hash);
  else window.history.pushState(null, '', hash);
  // Setting the hash would tell of it too, but only after whatever else the browser has to do.
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

export function useOpenPostId(): string | null {
  return useSyncExternalStore(subscribe, () => postIdAt(window.location));
}
