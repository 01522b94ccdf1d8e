import {strings} from '../../strings';
import type {ReportSound} from '../data/documents';
import {languageName} from '../data/language';
import styles from './Quality.module.css';
import {lufs} from './words';

const text = strings.title.quality;
const LOWEST = -40;
const HIGHEST = 3;
/** True peaks above may distort after a lossy codec (EBU R 128). */
const HIGHEST_PEAK = -1;

function share(level: number): string {
  return `${Math.max(0, Math.min(1, (level - LOWEST) / (HIGHEST - LOWEST))) * 100}%`;
}

/** Loudness and true peak of every sound track, on one scale. */
export function Loudness({sounds}: {sounds: readonly ReportSound[]}) {
  return (
    <ul className={styles.sounds}>
      {sounds.map((sound) => <Sound key={sound.track} sound={sound}/>)}
      <li className={styles.scale} aria-hidden="true">
        <span className={styles.meter}>
          {[-40, -30, -23, -14, 0].map((level) => <span key={level} style={{left: share(level)}}>{level}</span>)}
        </span>
      </li>
    </ul>
  );
}

function Sound({sound: {name, language, format, loudness}}: {sound: ReportSound}) {
  const languageWords = languageName(language);
  return (
    <li className={styles.sound}>
      <span>{name === languageWords ? name : `${name} (${languageWords})`} <span className={styles.dim}>{format}</span></span>
      {loudness ? (
        <>
          <span className={styles.meter} aria-hidden="true">
            <span className={styles.level} style={{width: share(loudness.output.integratedLufs)}}/>
            <span className={styles.peak} data-high={loudness.output.truePeakDbtp > HIGHEST_PEAK || undefined}
              style={{left: share(loudness.output.truePeakDbtp)}}/>
          </span>
          <span className={styles.numbers}>
            {text.loudness(lufs(loudness.output.integratedLufs), loudness.output.rangeLu.toFixed(1), loudness.output.truePeakDbtp.toFixed(1))}
            {loudness.gain !== 0 && text.gain(loudness.gain.toFixed(1))}
            {loudness.output.truePeakDbtp > HIGHEST_PEAK && <span className={styles.high}>{text.peakHigh}</span>}
          </span>
        </>
      ) : <span className={styles.dim}>{text.notMeasured}</span>}
    </li>
  );
}
