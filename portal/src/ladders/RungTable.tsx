import {strings} from '../strings';
import {Button, Icon, IconButton, Table, type Column} from '../ui';
import {CODECS, DYNAMIC_RANGES, presetsOf, USUAL_CODEC, usualPreset, type LadderField} from './fields';
import {removeRung} from './edits';
import {addRungBelow, putField} from './ladderEdit';
import type {LadderFormProps} from './LadderForm';
import {LadderInput} from './LadderInput';
import styles from './Ladders.module.css';

const text = strings.ladders;
type Input = Pick<LadderField, 'kind' | 'words' | 'usual'>;

const INPUTS: readonly [name: string, input: (codec: string) => Input][] = [
  ['height', () => ({kind: 'number', usual: ''})],
  ['codec', () => ({kind: 'word', words: CODECS, usual: USUAL_CODEC})],
  ['dynamicRange', () => ({kind: 'word', words: DYNAMIC_RANGES, usual: 'sdr'})],
  ['preset', (codec) => ({kind: 'word', words: presetsOf(codec), usual: usualPreset(codec)})],
  ['crf', () => ({kind: 'number', usual: ''})],
  ['maxBitrate', () => ({kind: 'rate', usual: ''})],
  ['maxFrameRate', () => ({kind: 'number', usual: '60'})],
];

/** The rungs as a table of inputs, in the order of the file. */
export function RungTable(props: LadderFormProps) {
  const {yaml, ladder, onChange} = props;
  const rows = Array.from({length: ladder.rungs}, (_, index) => index);
  return (
    <div className={styles.rungs}>
      {rows.length > 0 && (
        <Table caption={text.rungs} columns={columnsOf(props)} rows={rows} rowKey={String}/>
      )}
      <RungProblems {...props}/>
      <div className={styles.rungActions}>
        <Button onClick={() => onChange(addRungBelow(yaml, ladder))}><Icon name="plus"/>{text.addRung}</Button>
        <details className={styles.legend}>
          <summary>{text.legend}</summary>
          <dl>
            {INPUTS.map(([name]) => (
              <div key={name}><dt>{labelOf(name)}</dt><dd>{text.fields[`rungs.${name}`]?.hint}</dd></div>
            ))}
          </dl>
        </details>
      </div>
    </div>
  );
}

function columnsOf({yaml, ladder, problems, onChange}: LadderFormProps): Column<number>[] {
  const inputs = INPUTS.map(([name, input]): Column<number> => ({
    key: name,
    head: labelOf(name),
    cell: (index) => {
      const path = ['rungs', index, name];
      const isWrong = problems.some((problem) => problem.field === `rungs[${index}].${name}`);
      return (
        <div className={styles.cell} data-field={name}>
          <LadderInput field={input(ladder.field(['rungs', index, 'codec']) ?? USUAL_CODEC)} value={ladder.field(path)}
            aria-label={text.rungField(labelOf(name), index + 1)} aria-invalid={isWrong || undefined}
            onChange={(value) => onChange(putField(yaml, path, value))}/>
        </div>
      );
    },
  }));
  return [...inputs, {
    key: 'remove',
    head: <span className="visually-hidden">{strings.ladders.remove}</span>,
    cell: (index) => (
      <IconButton label={text.removeRung(ladder.field(['rungs', index, 'height']) ?? String(index + 1))}
        onClick={() => onChange(removeRung(yaml, index))}>
        <Icon name="trash"/>
      </IconButton>
    ),
  }];
}

function RungProblems({problems}: LadderFormProps) {
  const ours = problems.filter(({field}) => field.startsWith('rungs'));
  return ours.length === 0 ? null : (
    <ul className={styles.rungProblems}>
      {ours.map(({field, message}) => <li key={`${field} ${message}`}>{message}</li>)}
    </ul>
  );
}

function labelOf(name: string): string {
  return text.fields[`rungs.${name}`]?.label ?? name;
}
