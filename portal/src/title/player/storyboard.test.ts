import {describe, expect, it} from 'vitest';
import {parseStoryboard, thumbnailAt} from './storyboard';

const VTT = `WEBVTT

00:00:00.000 --> 00:00:02.000
../../tracks/thumbs/image-00001.jpg#xywh=0,0,320,180

00:00:02.000 --> 01:00:04.500
../../tracks/thumbs/image-00001.jpg#xywh=320,0,320,180

NOTE no picture
`;

describe('parseStoryboard', () => {
  it('reads times and places, and addresses from where the file lies', () => {
    const thumbnails = parseStoryboard(VTT, 'http://store/reelway/titles/a/versions/2/storyboard.vtt');
    expect(thumbnails).toHaveLength(2);
    expect(thumbnails[1]).toEqual({
      start: 2, end: 3604.5, url: 'http://store/reelway/titles/a/tracks/thumbs/image-00001.jpg', x: 320, y: 0, width: 320, height: 180,
    });
  });

  it('finds nothing in what is no storyboard', () => {
    expect(parseStoryboard('<html></html>', 'http://store/')).toEqual([]);
  });
});

describe('thumbnailAt', () => {
  it('shows the last one beyond the end', () => {
    const thumbnails = parseStoryboard(VTT, 'http://store/');
    expect(thumbnailAt(thumbnails, 1)?.x).toBe(0);
    expect(thumbnailAt(thumbnails, 9_999)?.x).toBe(320);
    expect(thumbnailAt([], 1)).toBeUndefined();
  });
});
