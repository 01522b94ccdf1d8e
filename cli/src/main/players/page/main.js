/** Reads the address, starts the player it names and keeps the page up to date. */

import {PLAYERS, playable} from './players.js';
import {PlayState} from './state.js';
import {imageAt, loadStoryboard} from './storyboard.js';
import {drawTimeline} from './timeline.js';
import {drawAudio, drawChoices, drawError, drawFacts, drawRungs, drawText} from './view.js';

const FACTS_EVERY_MS = 500;

const address = new URLSearchParams(window.location.search);
const title = await (await fetch('title.json')).json();
const playerName = choosePlayer();
const sources = playable(PLAYERS[playerName], title.manifests);
const source = address.get('src') ?? sources[0];
const video = document.getElementById('video');
const state = new PlayState(playerName, source, video);
window.reelway = state;

drawChoices(title, playerName, source, sources);
if (source) {
  play();
} else {
  failed('This title has no manifest that the player can open.', PLAYERS[playerName].plays.join(', '));
}

/** The player that was asked for, or the first one that can play the title. */
function choosePlayer() {
  const wanted = address.get('player');
  if (Object.hasOwn(PLAYERS, wanted ?? '')) {
    return wanted;
  }
  return Object.keys(PLAYERS).find((name) => playable(PLAYERS[name], title.manifests).length > 0);
}

async function play() {
  state.onChoice = drawLists;
  video.addEventListener('error', () => {
    failed('The browser stopped playing.', video.error?.message || `code ${video.error?.code}`);
  });
  try {
    const {start} = await PLAYERS[playerName].load();
    const url = new URL(`/${source}`, window.location.href).href;
    state.playWith(await start(video, url, {changed: drawLists, failed}));
  } catch (error) {
    failed('The player could not be started.', error.message);
  }
  drawLists();
  await drawThumbnails();
  setInterval(() => drawFacts(state), FACTS_EVERY_MS);
}

/** The player's own thumbnails where it has some, else those of the title's storyboard. */
async function drawThumbnails() {
  if (title.storyboard) {
    const cues = await loadStoryboard(new URL(`/${title.storyboard}`, window.location.href).href);
    state.storyboard = (time) => imageAt(cues, time);
    drawTimeline(video, async (time) => (await state.thumbnail(time)) ?? state.storyboard(time));
  }
}

function drawLists() {
  drawFacts(state);
  drawRungs(state);
  drawAudio(state);
  drawText(state);
}

function failed(plain, detail) {
  state.errors.push({plain, detail});
  drawError({plain, detail});
}
