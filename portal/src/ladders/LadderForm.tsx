import {strings} from '../strings';
import {Checkbox, Field, Panel} from '../ui';
import {GROUPS, type FieldGroup, type LadderField} from './fields';
import {changeLoudness, changesLoudness, keepsSurround, keepSurround, putField} from './ladderEdit';
import {pathText, type Ladder} from './ladder';
import {LadderInput} from './LadderInput';
import styles from './Ladders.module.css';
import type {LadderProblem} from './problems';
import {RungTable} from './RungTable';

const text = strings.ladders;

export interface LadderFormProps {
  yaml: string;
  /** What `yaml` says. */
  ladder: Ladder;
  problems: readonly LadderProblem[];
  onChange: (yaml: string) => void;
}

/** The ladder file as a form. While the file cannot be read, nothing can be changed here. */
export function LadderForm(props: LadderFormProps) {
  const {syntax} = props.ladder;
  return (
    <div className={styles.form}>
      {syntax && <p role="alert" className={styles.unreadable}>{text.notReadable(syntax.line)}</p>}
      <fieldset disabled={syntax !== undefined} className={styles.parts}>
        <Panel title={text.rungs}><RungTable {...props}/></Panel>
        {GROUPS.map((group) => <Group key={group.name} group={group} {...props}/>)}
      </fieldset>
    </div>
  );
}

function Group({group, ...props}: LadderFormProps & {group: FieldGroup}) {
  const choice = <GroupSwitch name={group.name} {...props}/>;
  const isOff = (group.name === 'surround' && !keepsSurround(props.ladder))
    || (group.name === 'loudness' && !changesLoudness(props.ladder));
  return (
    <Panel title={text.groups[group.name]}>
      <div className={styles.group}>
        {choice}
        {!isOff && <Fields fields={group.fields} {...props}/>}
        {!isOff && group.advanced.length > 0 && (
          <details className={styles.advanced} open={group.advanced.some(({path}) => props.ladder.has(path))}>
            <summary>{text.advanced}</summary>
            <Fields fields={group.advanced} {...props}/>
          </details>
        )}
      </div>
    </Panel>
  );
}

/** Turns a whole group on or off. */
function GroupSwitch({name, yaml, ladder, onChange}: LadderFormProps & {name: FieldGroup['name']}) {
  if (name === 'surround') {
    const keeps = keepsSurround(ladder);
    return <Checkbox label={text.keepSurround} hint={keeps ? undefined : text.onlyStereo} checked={keeps}
      onChange={(event) => onChange(keepSurround(yaml, event.target.checked))}/>;
  }
  if (name === 'loudness') {
    const changes = changesLoudness(ladder);
    return <Checkbox label={text.bringToLoudness} hint={changes ? undefined : text.leftAsItIs} checked={changes}
      onChange={(event) => onChange(changeLoudness(yaml, event.target.checked))}/>;
  }
  return null;
}

function Fields({fields, ...props}: LadderFormProps & {fields: readonly LadderField[]}) {
  return <div className={styles.fields}>{fields.map((field) => <FormField key={field.path.join('.')} field={field} {...props}/>)}</div>;
}

function FormField({field, yaml, ladder, problems, onChange}: LadderFormProps & {field: LadderField}) {
  const {path, unit} = field;
  const words = text.fields[path.join('.')];
  const error = problems.find((problem) => problem.field === pathText(path))?.message;
  return (
    <Field label={`${words?.label ?? path.join('.')}${unit ? ` (${unit})` : ''}`} hint={words?.hint} error={error}>
      {(ids) => (
        <LadderInput {...ids} field={field} value={ladder.field(path)} onChange={(value) => onChange(putField(yaml, path, value))}/>
      )}
    </Field>
  );
}
