import {describe, expect, it} from 'vitest';
import type {Inspection} from '../title/data/documents';
import {amendmentOf, faultsOf, streamsOf, type TitleEdit} from './amendment';

const INSPECTION = {
  audio: [
    {file: 0, index: 2, codec: 'aac', channels: 2, channelLayout: 'stereo', language: 'eng', name: '', role: 'main'},
    {file: 1, index: 0, codec: 'aac', channels: 2, channelLayout: 'stereo', language: 'deu', name: '', role: 'dub'},
  ],
  text: [
    {file: 0, index: 1, codec: 'eia_608', language: 'und', name: '', role: 'sdh'},
    {file: 0, index: 1, codec: 'eia_608', language: 'spa', name: '', role: 'main'},
  ],
} as unknown as Inspection;

const BEFORE: TitleEdit = {
  name: 'News', metadata: [{key: 'show', value: 'Late'}, {key: 'part', value: '1'}], profile: '', streams: streamsOf(INSPECTION),
};

function withStream(at: number, change: Partial<TitleEdit['streams'][number]>): TitleEdit {
  return {...BEFORE, streams: BEFORE.streams.map((stream, number) => (number === at ? {...stream, ...change} : stream))};
}

describe('streamsOf', () => {
  it('lists the streams of the master once each, in its order', () => {
    expect(BEFORE.streams.map(({stream, kind, language}) => [stream, kind, language])).toEqual([[1, 'text', ''], [2, 'sound', 'eng']]);
  });
});

describe('amendmentOf', () => {
  it('is nothing where nothing changed', () => {
    expect(amendmentOf(BEFORE, {...BEFORE, name: ' News '})).toBeUndefined();
  });

  it('tells only what changed of a stream', () => {
    expect(amendmentOf(BEFORE, withStream(1, {language: 'fr'}))).toEqual({streams: [{stream: 2, language: 'fr'}]});
  });

  it('sets, renames and removes entries', () => {
    const metadata = [{key: 'show', value: 'Early'}, {key: 'episode', value: '1'}];
    expect(amendmentOf(BEFORE, {...BEFORE, metadata})).toEqual({metadata: {show: 'Early', episode: '1', part: null}});
  });

  it('tells name and ladder', () => {
    expect(amendmentOf(BEFORE, {...BEFORE, name: 'Today', profile: 'hdr'})).toEqual({name: 'Today', profile: 'hdr'});
  });
});

describe('faultsOf', () => {
  it('lets an unknown language stay unknown, but takes no other that is none', () => {
    expect(faultsOf(BEFORE, BEFORE)).toEqual([]);
    expect(faultsOf(withStream(0, {language: 'German'}), BEFORE)).toEqual(['language']);
    expect(faultsOf(withStream(1, {language: ''}), BEFORE)).toEqual(['language']);
  });

  it('lets no name be taken away, as the server does', () => {
    const named = withStream(1, {name: 'Original'});
    expect(faultsOf(withStream(1, {name: ''}), named)).toEqual(['streamName']);
  });

  it('wants a name, and names for entries', () => {
    expect(faultsOf({...BEFORE, name: ' ', metadata: [{key: '', value: 'x'}]}, BEFORE)).toEqual(['name', 'metadata']);
  });
});
