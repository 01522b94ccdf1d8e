import {useQuery} from '@tanstack/react-query';
import {useEffect, useMemo, useRef, useState} from 'react';
import {Link} from 'wouter';
import {strings} from '../../strings';
import {Panel} from '../../ui';
import {timecode} from '../../ui/format';
import type {Moment, Report} from '../data/documents';
import {reportPageQuery} from '../data/queries';
import styles from './Quality.module.css';
import {STILL_PARTS, stillsOf, type StillPart} from './stills';
import {decibels} from './words';

const text = strings.title.quality;

interface MomentsProps {
  id: string;
  report: Report;
  onShow: (seconds: number) => void;
}

export function MomentsPanel(props: MomentsProps) {
  return props.report.video.length > 0 && <Panel title={text.moments}><Moments {...props}/></Panel>;
}

/** The weakest moments of the best rung: press one to show it in the player. */
function Moments({id, report, onShow}: MomentsProps) {
  const {data: page} = useQuery(reportPageQuery(id, report.version));
  const stills = useMemo(() => (page === undefined ? [] : stillsOf(page)), [page]);
  if (report.worst.length === 0) {
    return <p>{text.noMoments}</p>;
  }
  return (
    <>
      <p className={styles.hint}>{text.momentsHint}</p>
      <ol className={styles.moments}>
        {report.worst.map((moment, index) => (
          <li key={moment.frame} className={styles.moment}>
            <MomentCard moment={moment} still={stills[index]} onShow={onShow}/>
            <Link className={styles.more} href={`/titles/${id}/compare?t=${moment.seconds}`}>{text.compareHere}</Link>
          </li>
        ))}
      </ol>
    </>
  );
}

function MomentCard({moment, still, onShow}: {moment: Moment; still: Blob | undefined; onShow: (seconds: number) => void}) {
  const {seconds, frame, rung, xpsnr} = moment;
  const image = useImage(still);
  return (
    <button type="button" className={styles.card} onClick={() => onShow(seconds)}>
      <span className="visually-hidden">{text.showMoment}</span>
      {image && (
        <span className={styles.pair}>
          {(['master', 'rung', 'masterClose', 'rungClose'] as const).map((part) => <Still key={part} image={image} part={part} rung={rung}/>)}
        </span>
      )}
      <span className={styles.facts}>
        <strong>{timecode(seconds, true)}</strong> {text.momentFacts(frame, rung, decibels(xpsnr))}
      </span>
    </button>
  );
}

function useImage(blob: Blob | undefined): ImageBitmap | undefined {
  const [image, setImage] = useState<ImageBitmap>();
  useEffect(() => {
    let isOver = false;
    if (blob) {
      createImageBitmap(blob).then((made) => {
        if (!isOver) {
          setImage(made);
        }
      }, () => setImage(undefined));
    }
    return () => {
      isOver = true;
    };
  }, [blob]);
  return image;
}

function Still({image, part, rung}: {image: ImageBitmap; part: StillPart; rung: string}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [width, height] = [image.width / 2, image.height / 2];
  useEffect(() => {
    const [column, row] = STILL_PARTS[part];
    canvas.current?.getContext('2d')?.drawImage(image, column * width, row * height, width, height, 0, 0, width, height);
  }, [image, part, width, height]);
  return (
    <span className={styles.still}>
      <canvas ref={canvas} width={width} height={height}/>
      <span className={styles.stillName}>{text.stills[part](rung)}</span>
    </span>
  );
}
