import {useQuery} from '@tanstack/react-query';
import type {Title} from '../../api/types';
import {strings} from '../../strings';
import {timecode} from '../../ui/format';
import {toNumber, type BrokenRule} from '../data/documents';
import {verdictQuery} from '../data/queries';
import styles from './Failure.module.css';

const text = strings.title.failure;

/** Everything that the check of the whole package found, the worst first. */
export function BrokenRules({title}: {title: Title}) {
  const {data: verdict} = useQuery(verdictQuery(title.titleId, title.version));
  if (verdict === undefined || verdict.findings.length === 0) {
    return null;
  }
  return (
    <details className={styles.rules} open={verdict.findings.length <= 5}>
      <summary>{text.found(verdict.errors)}</summary>
      <ul>{verdict.findings.map((broken, index) => <Rule key={index} broken={broken}/>)}</ul>
    </details>
  );
}

function Rule({broken: {rule, severity, source, sentence, expected, found, file, seconds, more}}: {broken: BrokenRule}) {
  return (
    <li data-severity={severity}>
      <p><strong>{text.severities[severity]}</strong> {sentence} <code title={source}>{rule}</code></p>
      <p>
        {seconds !== undefined && `${timecode(toNumber(seconds), true)} · `}
        <code>{file}</code> · {text.expected(expected, found)} {more > 0 && text.more(more)}
      </p>
    </li>
  );
}
