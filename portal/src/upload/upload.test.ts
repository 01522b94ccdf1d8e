import {describe, expect, it} from 'vitest';
import {checkMaster, checkSidecar} from './checks';
import {kindOf} from './container';
import {hashOf, isSameFile} from './mark';
import {measured, rateOf, secondsLeft, STILL} from './meter';
import {languageOf, masterFor, ownPart, roleOf, titleNameOf} from './names';
import {rangesOf} from './ranges';

const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const packets = (every: number, first: number) => Uint8Array.from({length: 1000}, (_, at) => ((at - first) % every === 0 ? 0x47 : 1));

describe('kindOf', () => {
  it.each([
    ['\0\0\0\x18ftypisom', 'MP4', 'master'],
    ['\0\0\0\x14ftypqt  ', 'QuickTime', 'master'],
    ['\0\0\0\x18ftypM4A ', 'MPEG-4 audio', 'sound'],
    ['\0\0\0\x18ftypheic', 'a picture (HEIC or AVIF)', 'none'],
    ['\x1a\x45\xdf\xa3\x01\0\x42\x82\x84webm', 'WebM', 'master'],
    ['\x1a\x45\xdf\xa3\x01\0\x42\x82\x88matroska', 'Matroska', 'master'],
    ['\x06\x0e\x2b\x34\x02\x05', 'MXF', 'master'],
    ['RIFF\0\0\0\0AVI LIST', 'AVI', 'master'],
    ['RIFF\0\0\0\0WAVEfmt ', 'WAVE', 'sound'],
    ['\0\0\x01\xba', 'MPEG program stream', 'master'],
    ['#EXTM3U\n#EXT-X-VERSION:6', 'a playlist, which lists other files', 'none'],
    ['PK\x03\x04', 'a ZIP archive or Office document', 'none'],
    ['%PDF-1.7', 'a PDF document', 'none'],
    ['WEBVTT\n\n', 'WebVTT', 'text'],
    ['1\n00:00:01,000 --> 00:00:02,000\nHi', 'SubRip', 'text'],
    ['\xef\xbb\xbf1\r\n00:00:01,000 --> 00:00:02,000\r\nHi', 'SubRip', 'text'],
    ['<?xml version="1.0"?><tt xmlns="http://www.w3.org/ns/ttml">', 'TTML', 'text'],
    ['hello, this is a letter', undefined, 'unknown'],
  ])('kindOf_%j_%s', (head, name, use) => {
    expect(kindOf(latin1(head))).toEqual({name, use});
  });

  it('kindOf_packetsWithSyncBytes_transportStream', () => {
    expect(kindOf(packets(188, 0)).name).toBe('MPEG transport stream');
    expect(kindOf(packets(192, 4)).name).toBe('MPEG transport stream');
  });
});

describe('checks', () => {
  const video = {name: 'MP4', use: 'master'} as const;

  it('checkMaster_goodFile_nothing', () => {
    expect(checkMaster(1000, video, 5000)).toEqual([]);
  });

  it('checkMaster_emptyOrTooLargeOrNoVideo_blocks', () => {
    expect(checkMaster(0, {name: undefined, use: 'unknown'}, 5000).map(({isBlocking}) => isBlocking)).toEqual([true]);
    expect(checkMaster(6000, video, 5000)[0]?.isBlocking).toBe(true);
    expect(checkMaster(10, {name: 'a PDF document', use: 'none'}, 5000)[0]?.text).toContain('PDF');
  });

  it('checkMaster_unknownKind_warnsOnly', () => {
    expect(checkMaster(10, {name: undefined, use: 'unknown'}, 5000).map(({isBlocking}) => isBlocking)).toEqual([false]);
  });

  it('checkSidecar_hugeSubtitles_blocks', () => {
    expect(checkSidecar(20 * 1024 * 1024, {name: 'SubRip', use: 'text'}, 1e12)[0]?.isBlocking).toBe(true);
  });
});

describe('names', () => {
  it('titleNameOf_fileNames_readLikeTitles', () => {
    expect(titleNameOf('The_big.film-final.mov')).toBe('The big film-final');
    expect(titleNameOf('news.mxf')).toBe('news');
  });

  it('languageOf_lastCodeCounts', () => {
    expect(languageOf('.de')).toBe('de');
    expect(languageOf('-ger-forced')).toBe('de');
    expect(languageOf('trailer-de-derived')).toBe('de');
    expect(languageOf('subtitles')).toBeUndefined();
  });

  it('roleOf_words_giveRoles', () => {
    expect(roleOf('.en.SDH')).toBe('sdh');
    expect(roleOf('.en.forced')).toBe('forced');
    expect(roleOf('.en')).toBe('main');
  });

  it('ownPart_otherName_isNone', () => {
    expect(ownPart('film.de.srt', 'film.mov')).toBe('.de');
    expect(ownPart('films.de.srt', 'film.mov')).toBeUndefined();
  });

  it('masterFor_longestNameWins', () => {
    expect(masterFor('film-2.de.srt', ['film.mov', 'film-2.mov'])).toBe(1);
    expect(masterFor('anything.srt', ['film.mov'])).toBe(0);
    expect(masterFor('anything.srt', ['a.mov', 'b.mov'])).toBe(-1);
    expect(masterFor('sintel-trailer-de.srt', ['other.mov', 'sintel-trailer-720p.mp4'])).toBe(1);
    expect(masterFor('news-1-de.srt', ['news-1-hd.mov', 'news-1-sd.mov'])).toBe(-1);
  });
});

describe('mark', () => {
  it('hashOf_knownVector_isFnv1a', () => {
    expect(hashOf(latin1('foobar'))).toBe('bf9cf968');
  });

  it('isSameFile_oneDiffers_isAnother', () => {
    const mark = {fileName: 'a', sizeBytes: 1, head: 'x'};
    expect(isSameFile(mark, {...mark})).toBe(true);
    expect(isSameFile(mark, {...mark, head: 'y'})).toBe(false);
  });
});

describe('meter', () => {
  it('rateOf_steadyBytes_isTheirRate', () => {
    const meter = [0, 1, 2, 3].reduce((all, second) => measured(all, second * 1000, second * 500), STILL);
    expect(rateOf(meter)).toBe(500);
    expect(secondsLeft(meter, 1000)).toBe(2);
  });

  it('rateOf_startedOver_isUnknown', () => {
    expect(rateOf(measured(measured(STILL, 0, 900), 1000, 100))).toBeUndefined();
  });
});

it('rangesOf_lastPart_isShorter', () => {
  expect(rangesOf(25, 10)).toEqual([{number: 1, from: 0, to: 10}, {number: 2, from: 10, to: 20}, {number: 3, from: 20, to: 25}]);
});
