import {describe, expect, it} from 'vitest';
import {addRung, removeField, removeRung, setField} from './edits';

const LADDER = `# The house ladder.
name: news
segmentSeconds: 6        # few requests

rungs:
  - height: 1080         # full HD
    crf: 22
    maxBitrate: 6000k    # a cap
  # for phones
  - {height: 540, crf: 23, maxBitrate: 2M}

audio:
  bitrate: 128k          # stereo
`;

describe('setField', () => {
  it('changes a value and leaves comments in their columns', () => {
    expect(setField(LADDER, ['segmentSeconds'], '4.5')).toBe(LADDER.replace('segmentSeconds: 6        #', 'segmentSeconds: 4.5      #'));
    expect(setField(LADDER, ['rungs', 0, 'maxBitrate'], '10M')).toContain('maxBitrate: 10M      # a cap');
    expect(setField(LADDER, ['rungs', 1, 'crf'], '24')).toBe(LADDER.replace('crf: 23', 'crf: 24'));
  });

  it('adds a field behind the last of its group', () => {
    expect(setField(LADDER, ['rungs', 0, 'codec'], 'hevc')).toBe(LADDER.replace('# a cap\n', '# a cap\n    codec: hevc\n'));
    expect(setField(LADDER, ['rungs', 1, 'codec'], 'hevc')).toBe(LADDER.replace('2M}', '2M, codec: hevc}'));
    expect(setField(LADDER, ['audio', 'loudness', 'target'], '-23')).toBe(`${LADDER}  loudness:\n    target: -23\n`);
    expect(setField(LADDER, ['text'], 'imsc1')).toBe(`${LADDER}text: imsc1\n`);
  });

  it('quotes what would be something else in YAML', () => {
    expect(setField(LADDER, ['name'], 'news: "late" #2')).toContain(`name: 'news: "late" #2'\n`);
    expect(setField(LADDER, ['name'], '- x')).toContain('name: "- x"\n');
  });

  it('puts a group where a word was', () => {
    const none = setField(LADDER, ['audio', 'surround'], 'none');
    const again = setField(none, ['audio', 'surround', 'aac'], '384k');
    expect(again).toContain('aac: 384k');
    expect(again).toContain('# The house ladder.');
  });

  it('puts a word where a group was', () => {
    const rates = setField(LADDER, ['audio', 'surround', 'aac'], '384k');
    expect(setField(rates, ['audio', 'surround'], 'none')).toContain('surround: none\n');
  });

  it('fills an empty file', () => {
    expect(setField('', ['segmentSeconds'], '6')).toBe('segmentSeconds: 6\n');
    expect(setField('audio:\n', ['audio', 'bitrate'], '96k')).toContain('bitrate: 96k');
  });

  it('fills an empty value', () => {
    expect(setField('name:\ntext: webvtt\n', ['name'], 'x')).toBe('name: x\ntext: webvtt\n');
  });
});

describe('removeField', () => {
  it('takes the line out', () => {
    expect(removeField(LADDER, ['segmentSeconds'])).toBe(LADDER.replace(/segmentSeconds.*\n/, ''));
    expect(removeField(LADDER, ['rungs', 0, 'crf'])).toBe(LADDER.replace('    crf: 22\n', ''));
    expect(removeField(LADDER, ['rungs', 0, 'height'])).toContain('  - crf: 22\n');
  });

  it('takes a part of a line out', () => {
    expect(removeField(LADDER, ['rungs', 1, 'height'])).toContain('- {crf: 23, maxBitrate: 2M}');
    expect(removeField(LADDER, ['rungs', 1, 'maxBitrate'])).toContain('- {height: 540, crf: 23}');
  });

  it('leaves no empty group', () => {
    expect(removeField(LADDER, ['audio', 'bitrate'])).not.toContain('audio');
  });

  it('does nothing about a field that is not there', () => {
    expect(removeField(LADDER, ['text'])).toBe(LADDER);
  });
});

describe('rungs', () => {
  const rung = new Map([['height', '360'], ['crf', '24'], ['maxBitrate', '730k']]);

  it('are added in the style of the last', () => {
    expect(addRung(LADDER, rung)).toBe(LADDER.replace('2M}\n', '2M}\n  - {height: 360, crf: 24, maxBitrate: 730k}\n'));
    const block = removeRung(LADDER, 1);
    expect(addRung(block, rung)).toContain('# a cap\n  - height: 360\n    crf: 24\n    maxBitrate: 730k\n');
  });

  it('are removed with the comments in their lines', () => {
    expect(removeRung(LADDER, 0)).not.toContain('full HD');
    expect(removeRung(LADDER, 0)).toContain('# for phones\n  - {height: 540');
  });

  it('start a list in an empty file', () => {
    expect(addRung('', rung)).toContain('- height: 360');
    expect(addRung('name: x\n', rung)).toContain('rungs:\n  - height: 360');
  });
});
