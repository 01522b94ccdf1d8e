import {describe, expect, it} from 'vitest';
import {manifestsOf, titleBase, trackPlaylist} from './addresses';

const published = {titleId: 'news', links: {self: '/', hls: 'https://cdn.example/a/titles/news/index.m3u8'}};

describe('titleBase', () => {
  it('believes the server', () => {
    expect(titleBase({titleId: 'news', links: {self: '/'}}, {publicBaseUrl: 'https://cdn.example/a/'}))
      .toBe('https://cdn.example/a/titles/news/');
  });

  it('goes by the public playlist otherwise', () => {
    expect(titleBase(published, {})).toBe('https://cdn.example/a/titles/news/');
    expect(titleBase({titleId: 'news', links: {self: '/'}}, {})).toBeUndefined();
  });
});

describe('addresses of a title', () => {
  it('lie below it', () => {
    const base = 'https://cdn.example/titles/news/';
    expect(manifestsOf(base).mpd).toBe('https://cdn.example/titles/news/index.mpd');
    expect(manifestsOf(base, 3).storyboard).toBe('https://cdn.example/titles/news/versions/3/storyboard.vtt');
    expect(trackPlaylist(base, 'video-360p-0')).toBe('https://cdn.example/titles/news/tracks/video-360p-0/media.m3u8');
  });
});
