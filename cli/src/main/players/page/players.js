/**
 * The players the page offers. Each module has `start(video, url, events)` and gives the same face:
 *
 *   rungs()        [{id, width, height, bandwidth}]
 *   currentRung()  id of the rung the player is on, or null
 *   force(id)      stays on one rung; null gives the choice back to the player
 *   audioTracks()  [{id, label, language}], currentAudio(), selectAudio(id)
 *   thumbnail(t)   {url, x, y, width, height} of the image for second t, or null; may be a promise
 *   bandwidth()    measured bits per second, or NaN
 *   stop()
 *
 * `events.changed()` says that something above changed, `events.failed(plain, detail)` that playing
 * went wrong.
 */
export const PLAYERS = {
  hls: {label: 'hls.js', plays: ['m3u8'], load: () => import('./hls.js')},
  dash: {label: 'dash.js', plays: ['mpd'], load: () => import('./dash.js')},
  shaka: {label: 'Shaka Player', plays: ['m3u8', 'mpd'], load: () => import('./shaka.js')},
};

/** The manifests among `manifests` that `player` can open. */
export function playable(player, manifests) {
  return manifests.filter((name) => player.plays.includes(name.split('.').pop()));
}
