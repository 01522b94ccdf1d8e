import {useId} from 'react';
import {strings} from '../../strings';
import {Select} from '../../ui';
import {bitrate} from '../../ui/format';
import {languageName} from '../data/language';
import type {Engine, EngineRung, EngineTrack} from './engine';
import styles from './Player.module.css';

const text = strings.title.player;
const AUTOMATIC = 'automatic';
const NONE = 'none';

interface ChoicesProps {
  engine: Engine;
  /** The rung that is forced; undefined if the player chooses. */
  forced: string | undefined;
  onForce: (rung: string | undefined) => void;
  onChoice: () => void;
}

/** Rung, sound and text; what there is no choice of is left out. */
export function Choices({engine, forced, onForce, onChoice}: ChoicesProps) {
  const choose = (act: () => void) => {
    act();
    onChoice();
  };
  const rungs = engine.rungs();
  const sounds = engine.sounds();
  const texts = engine.texts();
  return (
    <div className={styles.choices}>
      {rungs.filter(({height}) => height > 0).length > 1 && (
        <Rungs rungs={rungs} forced={forced} onForce={onForce}/>
      )}
      {sounds.length > 1 && (
        <Choice label={text.sound} value={engine.currentSound() ?? ''} choices={named(sounds)}
          onChoose={(id) => choose(() => engine.chooseSound(id))}/>
      )}
      {texts.length > 0 && (
        <Choice label={text.text} value={engine.currentText() ?? NONE} choices={[{value: NONE, label: text.off}, ...named(texts)]}
          onChoose={(id) => choose(() => engine.chooseText(id === NONE ? undefined : id))}/>
      )}
    </div>
  );
}

function Rungs({rungs, forced, onForce}: Pick<ChoicesProps, 'forced' | 'onForce'> & {rungs: readonly EngineRung[]}) {
  const sorted = [...rungs].sort((one, other) => other.bandwidth - one.bandwidth);
  return (
    <Choice label={text.rung} value={forced ?? AUTOMATIC} choices={[
      {value: AUTOMATIC, label: text.automatic},
      ...sorted.map(({id, width, height, bandwidth, codecs}) => ({
        value: id, label: `${Math.min(width, height)}p · ${bitrate(bandwidth)}${family(codecs)}`,
      })),
    ]} onChoose={(id) => onForce(id === AUTOMATIC ? undefined : id)}/>
  );
}

function family(codecs: string): string {
  const name = /^(hvc1|hev1)/.test(codecs) ? 'HEVC' : codecs.startsWith('av01') ? 'AV1' : '';
  return name && ` · ${name}`;
}

interface ChoiceProps {
  label: string;
  value: string;
  choices: {value: string; label: string}[];
  onChoose: (value: string) => void;
}

function Choice({label, ...rest}: ChoiceProps) {
  const id = useId();
  return (
    <div className={styles.choice}>
      <label htmlFor={id}>{label}</label>
      <Select id={id} {...rest}/>
    </div>
  );
}

function named(tracks: readonly EngineTrack[]) {
  return tracks.map(({id, label, language}) => {
    const name = languageName(language);
    return {value: id, label: label && label !== name ? `${label} (${name})` : name};
  });
}
