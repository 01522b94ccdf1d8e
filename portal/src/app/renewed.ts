const KEY = 'reelway.reloadedAt';
const PAUSE_MS = 60_000;

/** After the server was renewed, files of the page that is open are gone: it loads itself again, not more than once a minute. */
export function reloadWhenRenewed() {
  addEventListener('vite:preloadError', () => {
    const last = Number(sessionStorage.getItem(KEY) ?? 0);
    if (Date.now() - last > PAUSE_MS) {
      sessionStorage.setItem(KEY, String(Date.now()));
      location.reload();
    }
  });
}
