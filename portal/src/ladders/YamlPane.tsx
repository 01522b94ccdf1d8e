import {useEffect, useEffectEvent, useRef, useState} from 'react';
import {strings} from '../strings';
import {Panel} from '../ui';
import {LadderStatus} from './LadderStatus';
import styles from './Ladders.module.css';
import type {LadderCheck} from './problems';
import type {YamlEditor} from './yamlEditor';

const text = strings.ladders;

interface YamlPaneProps {
  yaml: string;
  check: LadderCheck;
  onChange: (yaml: string) => void;
}

/** The ladder file as text, with what is wrong in it at its lines and in a list. */
export function YamlPane({yaml, check, onChange}: YamlPaneProps) {
  const host = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<YamlEditor>();
  const {problems} = check;
  const change = useEffectEvent(onChange);
  const open = useEffectEvent((module: typeof import('./yamlEditor'), place: HTMLElement) =>
    module.openYamlEditor(place, text.yamlLabel, yaml, (next) => change(next)));

  useEffect(() => {
    let opened: YamlEditor | undefined;
    let isGone = false;
    void import('./yamlEditor').then((module) => {
      if (!isGone && host.current) {
        opened = open(module, host.current);
        setEditor(opened);
      }
    });
    return () => {
      isGone = true;
      opened?.close();
    };
  }, []);
  useEffect(() => editor?.setText(yaml), [editor, yaml]);
  useEffect(() => editor?.setProblems(problems), [editor, problems]);

  return (
    <Panel title={text.yaml} actions={<LadderStatus check={check}/>}>
      <div ref={host} className={styles.editor}/>
      {problems.length > 0 && (
        <ul className={styles.problems}>
          {problems.map(({line, message, advice}) => (
            <li key={`${line} ${message}`}>
              {line !== undefined && <button type="button" onClick={() => editor?.goTo(line)}>{text.lineOf(line)}</button>}
              <span>{message} {advice}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
