import {describe, expect, it} from 'vitest';
import {bitrate, bytes, duration, percent, timecode} from './format';

describe('format', () => {
  it.each([[0, '0 B'], [999, '999 B'], [1500, '1.5 kB'], [123_456_789, '123 MB'], [5e12, '5.0 TB']])('bytes_%s_%s', (value, text) => {
    expect(bytes(value)).toBe(text);
  });

  it.each([[0, '0 s'], [59.6, '1 min'], [125, '2 min 5 s'], [3599, '59 min'], [4800, '1 h 20 min'], [7200, '2 h']])('duration_%s_%s', (value, text) => {
    expect(duration(value)).toBe(text);
  });

  it('timecode_withMilliseconds_roundsOnce', () => {
    expect(timecode(3723.9996, true)).toBe('1:02:04.000');
    expect(timecode(5.005)).toBe('0:00:05');
  });

  it('bitrate_small_inKilobits', () => {
    expect(bitrate(128_000)).toBe('128 kbit/s');
    expect(bitrate(2_500_000)).toBe('2.50 Mbit/s');
  });

  it('percent_almostAll_isNotAll', () => {
    expect(percent(0.999)).toBe('99 %');
  });
});
