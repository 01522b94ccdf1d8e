import {describe, expect, it} from 'vitest';
import {momentAddress, readMoment, rungLike} from './moment';

describe('a moment in the address', () => {
  it('is read as it was written', () => {
    const address = momentAddress('news', {seconds: 12.5, track: 'video-360p-0'});
    expect(address).toBe('/titles/news?at=12.500&track=video-360p-0');
    expect(readMoment(address.split('?')[1] ?? '')).toEqual({seconds: 12.5, track: 'video-360p-0'});
  });

  it('is none where there is no time', () => {
    expect(['', 'at=', 'at=soon', 'at=-3', 'play'].map(readMoment)).toEqual(Array(5).fill(undefined));
  });
});

describe('rungLike', () => {
  const rung = (id: string, height: number, codecs: string) => ({id, width: height * 16 / 9, height, bandwidth: 1, codecs});
  const rungs = [rung('a', 360, 'avc1.42c01e'), rung('b', 360, 'hvc1.1.6.L90'), rung('c', 720, '')];

  it('tells codecs of one size apart', () => {
    expect(rungLike(rungs, {width: 640, height: 360, codec: 'hvc1.2.4.L90'})?.id).toBe('b');
  });

  it('goes by size where a player does not tell the codec', () => {
    expect(rungLike(rungs, {width: 1280, height: 720, codec: 'avc1.640020'})?.id).toBe('c');
    expect(rungLike(rungs, {width: 1, height: 1, codec: 'avc1.640020'})).toBeUndefined();
  });
});
