import {strings} from '../strings';
import {Badge, explain} from '../ui';
import type {LadderCheck} from './problems';

const text = strings.ladders;

/** Whether a ladder file is in order, told to screen readers when it changes. */
export function LadderStatus({check}: {check: LadderCheck}) {
  return <span role="status">{badgeOf(check)}</span>;
}

function badgeOf({isChecking, error, problems}: LadderCheck) {
  if (error) {
    return <Badge tone="warn">{explain(error).message}</Badge>;
  }
  if (problems.length > 0) {
    return <Badge tone="bad">{text.problems(problems.length)}</Badge>;
  }
  return isChecking ? <Badge tone="busy">{text.checking}</Badge> : <Badge tone="good">{text.noProblems}</Badge>;
}
