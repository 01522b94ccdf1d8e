/** A time line below the picture that shows a thumbnail for where the pointer is. */

import {clock} from './format.js';

const byId = (id) => document.getElementById(id);

/** Shows the time line; `thumbnail(seconds)` gives {url, x, y, width, height}, or null. */
export function drawTimeline(video, thumbnail) {
  const position = byId('position');
  byId('timeline').hidden = false;
  video.addEventListener('durationchange', () => {
    position.max = String(video.duration);
  });
  video.addEventListener('timeupdate', () => {
    position.value = String(video.currentTime);
  });
  position.max = String(video.duration || 0);
  position.addEventListener('pointermove', (event) => show(timeAt(position, event)));
  position.addEventListener('input', () => {
    video.currentTime = Number(position.value);
    show(Number(position.value));
  });
  for (const name of ['pointerleave', 'blur']) {
    position.addEventListener(name, () => {
      byId('preview').hidden = true;
    });
  }

  /** The pointer may have moved on while an image was looked up. */
  let wanted = NaN;

  async function show(time) {
    wanted = time;
    const image = await thumbnail(time);
    if (image && wanted === time) {
      drawPreview(image, time, time / Number(position.max));
    }
  }
}

function timeAt(position, {clientX}) {
  const {left, width} = position.getBoundingClientRect();
  const share = Math.min(1, Math.max(0, (clientX - left) / width));
  return share * Number(position.max);
}

function drawPreview({url, x, y, width, height}, time, share) {
  const image = byId('preview-image');
  image.style.width = `${width}px`;
  image.style.height = `${height}px`;
  image.style.backgroundImage = `url("${url}")`;
  image.style.backgroundPosition = `-${x}px -${y}px`;
  byId('preview-time').textContent = clock(time);
  const preview = byId('preview');
  preview.hidden = false;
  const room = preview.parentElement.clientWidth - preview.offsetWidth;
  const middle = share * preview.parentElement.clientWidth - preview.offsetWidth / 2;
  preview.style.left = `${Math.max(0, Math.min(room, middle))}px`;
}
