import type {Phase} from '../api/types';
import {strings} from '../strings';
import {Badge, type Tone} from './Badge';

const TONES: Record<Phase, Tone> = {
  NEW: 'quiet',
  SUBMITTED: 'quiet',
  INSPECTING: 'busy',
  PLANNING: 'busy',
  AWAITING_START: 'warn',
  ENCODING: 'busy',
  AWAITING_PUBLISH: 'warn',
  PUBLISHING: 'busy',
  PUBLISHED: 'good',
  ROLLING_BACK: 'busy',
  UNPUBLISHING: 'busy',
  UNPUBLISHED: 'quiet',
  HELD: 'bad',
  FAILED: 'bad',
  CANCELLED: 'quiet',
};

/** The phase of a title in a word, with a colour for what it means. */
export function StateBadge({phase}: {phase: Phase}) {
  return <Badge tone={TONES[phase]}>{strings.common.phases[phase]}</Badge>;
}
