import type {ProfileCheck} from '../api/types';
import {pathAtPlace, pathText} from './ladder';

/** What is wrong in a ladder file, at its line and column from 1 and at its field such as `rungs[2].preset`. */
export interface LadderProblem {
  message: string;
  advice: string;
  line?: number;
  column?: number;
  /** Empty for the file as a whole. */
  field: string;
}

/** All that the server says is wrong, each at its field. */
export function placed(text: string, check: ProfileCheck): LadderProblem[] {
  return check.problems.map(({message, advice, line, column, field}) => ({
    message,
    advice,
    line,
    column,
    field: field ?? (line === undefined ? '' : pathText(pathAtPlace(text, line, column ?? 1))),
  }));
}
