import type {Server, Title} from '../../api/types';

const PUBLIC_HLS = 'index.m3u8';

/** Where a title's files are served, with a slash at the end; undefined if the server does not know. */
export function titleBase(title: Pick<Title, 'titleId' | 'links'>, server: Pick<Server, 'publicBaseUrl'> | undefined): string | undefined {
  if (server?.publicBaseUrl) {
    return `${server.publicBaseUrl.replace(/\/$/, '')}/titles/${title.titleId}/`;
  }
  return title.links.hls?.endsWith(PUBLIC_HLS) ? title.links.hls.slice(0, -PUBLIC_HLS.length) : undefined;
}

/** The files of a version, or of what is public if none is named. */
export function manifestsOf(base: string, version?: number) {
  const folder = version === undefined ? base : `${base}versions/${version}/`;
  return {m3u8: `${folder}index.m3u8`, mpd: `${folder}index.mpd`, storyboard: `${folder}storyboard.vtt`, poster: `${folder}poster.jpg`};
}

/** The HLS playlist of one track alone. */
export function trackPlaylist(base: string, track: string): string {
  return `${base}tracks/${encodeURIComponent(track)}/media.m3u8`;
}
