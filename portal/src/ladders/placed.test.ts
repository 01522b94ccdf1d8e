import {describe, expect, it} from 'vitest';
import {placed} from './placed';

const TEXT = 'rungs:\n  - height: 361\n    crf: 99\n';

function problem(line: number, column: number, field?: string) {
  return {line, column, field, code: 'LADDER_INVALID', message: `line ${line}`, advice: ''};
}

describe('placed', () => {
  it('placed_severalProblems_keepsAllAtTheirFields', () => {
    const problems = placed(TEXT, {
      valid: false,
      problems: [problem(2, 5, 'rungs[0].maxBitrate'), problem(2, 13), problem(3, 10)],
    });
    expect(problems.map(({field}) => field)).toEqual(['rungs[0].maxBitrate', 'rungs[0].height', 'rungs[0].crf']);
  });
});
