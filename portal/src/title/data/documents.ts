// What is read of the documents of a title; docs/report.md and docs/schema describe them in full.
import type {Finding} from '../../api/types';

export interface Remark {
  code: string;
  message: string;
  advice: string;
}

/** Values over time, as two lists of the same length. */
export interface Series {
  seconds: number[];
  values: number[];
}

export interface ReportRung {
  track: string;
  name: string;
  codec: string;
  family: string;
  width: number;
  height: number;
  framesPerSecond: string;
  averageBitsPerSecond: number;
  peakBitsPerSecond: number;
  capBitsPerSecond: number;
  sizeBytes: number;
  xpsnr?: number;
  bitrate: Series;
  scores: Series;
}

export interface LoudnessFacts {
  integratedLufs: number;
  rangeLu: number;
  truePeakDbtp: number;
}

export interface ReportSound {
  track: string;
  name: string;
  language: string;
  format: string;
  averageBitsPerSecond: number;
  peakBitsPerSecond: number;
  sizeBytes: number;
  loudness?: {output: LoudnessFacts; gain: number};
}

export interface ReportText {
  track: string;
  name: string;
  language: string;
  format: string;
  sizeBytes: number;
}

export interface Moment {
  seconds: number;
  timecode: string;
  frame: number;
  track: string;
  rung: string;
  xpsnr: number;
}

export interface Report {
  title: string;
  version: number;
  durationSeconds: number;
  master: {name: string; sizeBytes: number; sha256: string; facts: {label: string; words: string}[]};
  video: ReportRung[];
  sound: ReportSound[];
  text: ReportText[];
  structure?: {framesPerSecond: string; frames: number; gopFrames: number; segmentFrames: number; segments: number};
  worst: Moment[];
  checks: {what: string; count: number}[];
  gate?: {passed: boolean; findings: Remark[]};
  stages: {name: string; startSeconds: number; elapsedSeconds: number; cpuSeconds: number; tasks: number; found: number}[];
  warnings: Remark[];
  notes: Remark[];
}

export interface InspectedVideo {
  codec: string;
  profile: string;
  width: number;
  height: number;
  bitDepth: number;
  rotationDegrees: number;
  fieldOrder: string;
  rate: string;
  variableRate: boolean;
  bitsPerSecond?: number;
  colour: {transfer: number};
}

export interface InspectedAudio {
  /** The file that holds it: 0 is the master, others lie beside it. */
  file: number;
  index: number;
  codec: string;
  sampleRate: number;
  channels: number;
  channelLayout: string;
  language: string;
  name: string;
  role: string;
  loudness?: LoudnessFacts;
}

export interface InspectedText {
  file: number;
  index: number;
  codec?: string;
  language: string;
  name: string;
  role: string;
}

export interface Inspection {
  master: {name: string; sizeBytes: number; sha256: string};
  container: string;
  durationSeconds: string;
  video?: InspectedVideo;
  audio: InspectedAudio[];
  text: InspectedText[];
  findings: Finding[];
}

export interface PlannedRung {
  track: string;
  name: string;
  width: number;
  height: number;
  rate: string;
  codec: string;
  preset: string;
  crf: string;
  maxBitsPerSecond: number;
}

export interface PlannedSound {
  track: string;
  name: string;
  language: string;
  role: string;
  codec: string;
  bitsPerSecond: number;
}

export interface PlannedText {
  track: string;
  name: string;
  language: string;
  role: string;
  format: string;
}

export interface Plan {
  planHash: string;
  engineBuild: string;
  grid: {rate: string; gopFrames: number; segmentFrames: number; frameCount: number};
  rungs: PlannedRung[];
  audio: PlannedSound[];
  text: PlannedText[];
  chunks: {number: number; firstFrame: number; frameCount: number}[];
  cost: {cpuSeconds: number; scratchBytes: number; outputBytes: number};
  warnings: Finding[];
}

/** A rule that a package breaks; docs/publish-gate.md. */
export interface BrokenRule {
  rule: string;
  severity: 'ERROR' | 'WARNING' | 'INFO';
  source: string;
  sentence: string;
  expected: string;
  found: string;
  track: string;
  file: string;
  segment?: number;
  seconds?: string;
  more: number;
}

/** What the gate said of a submission. */
export interface Verdict {
  errors: number;
  warnings: number;
  notes: number;
  findings: BrokenRule[];
}

/** "24000/1001" → 23.976…; for showing and seeking only, never to decide. */
export function toNumber(rational: string): number {
  const [over = '0', under = '1'] = rational.split('/');
  return Number(over) / Number(under);
}
