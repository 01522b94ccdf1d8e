import {useLiveState} from '../api/events';
import {strings} from '../strings';
import {Badge} from '../ui';

/** Whether what is shown changes as it happens. */
export function LiveMark() {
  const isLive = useLiveState() === 'live';
  const {live, liveHint, connecting, connectingHint} = strings.app;
  return (
    <span role="status" title={isLive ? liveHint : connectingHint}>
      <Badge tone={isLive ? 'good' : 'quiet'}>{isLive ? live : connecting}</Badge>
    </span>
  );
}
