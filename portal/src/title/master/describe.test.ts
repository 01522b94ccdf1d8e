import {describe, expect, it} from 'vitest';
import {codecName, containerName} from '../data/codecs';
import {audioWords, rateWords, videoWords} from './describe';

describe('names', () => {
  it('are those that people use, and what is unknown stays', () => {
    expect([codecName('hevc'), codecName('H264'), codecName('pcm_s24le'), codecName('cinepak')]).toEqual(['HEVC', 'H.264', 'PCM', 'cinepak']);
    expect([containerName('mov,mp4,m4a,3gp,3g2,mj2'), containerName('nut')]).toEqual(['MP4 or QuickTime', 'nut']);
  });
});

describe('a master in words', () => {
  it('has a rate as people write it', () => {
    expect(rateWords('24000/1001')).toBe('23.976');
    expect(rateWords('25')).toBe('25');
  });

  it('says what is unusual about a picture, and nothing of what is not', () => {
    const video = {
      codec: 'hevc', profile: 'Main 10', width: 1080, height: 1920, bitDepth: 10, rotationDegrees: 90, fieldOrder: 'PROGRESSIVE',
      rate: '30', variableRate: false, colour: {transfer: 18},
    };
    expect(videoWords(video)).toBe('1080 × 1920 · 30 frames per second · HEVC Main 10 · 10 bit · HDR (HLG) · turned by 90°');
  });

  it('names the language of a sound', () => {
    const audio = {file: 0, index: 1, codec: 'aac', sampleRate: 48000, channels: 2, channelLayout: 'stereo', language: 'deu', name: '', role: 'commentary'};
    expect(audioWords(audio)).toBe('German · Commentary · stereo · AAC 48 kHz');
  });
});
