/** Draws what `state.js` knows. */

import {PLAYERS} from './players.js';
import {bitrate, language, seconds, size} from './format.js';

const byId = (id) => document.getElementById(id);

/** Tabs for the players and the list of manifests; both lead to a new address. */
export function drawChoices(title, playerName, source, sources) {
  document.title = `${title.name} · Reelway`;
  byId('title').textContent = title.name;
  byId('players').replaceChildren(...Object.entries(PLAYERS).map(([name, {label}]) => {
    const link = document.createElement('a');
    link.href = `?player=${name}`;
    link.textContent = label;
    if (name === playerName) {
      link.setAttribute('aria-current', 'page');
    }
    return link;
  }));
  const names = source ? [...new Set([...sources, source])] : [];
  byId('source').replaceChildren(
      ...names.map((name) => new Option(name, name, false, name === source)));
  byId('source').onchange = ({target}) => {
    window.location.search = new URLSearchParams({player: playerName, src: target.value});
  };
  if (source) {
    const address = new URL(`/${source}`, window.location.href).href;
    byId('address').textContent = address;
    byId('address').href = address;
  }
}

/** The figures that change while a title plays. */
export function drawFacts(state) {
  const rung = state.variants.find(({id}) => id === state.currentRung);
  const facts = {
    'Rung': rung ? `${rung.height ?? '–'}p, ${bitrate(rung.bandwidth)}` : '–',
    'Picture': size({width: state.videoWidth, height: state.videoHeight}),
    'Buffer': seconds(state.bufferSeconds),
    'Bandwidth': bitrate(state.bandwidth),
    'Frames': `${state.decodedVideoFrames}`,
    'Dropped': `${state.droppedVideoFrames}`,
  };
  byId('facts').replaceChildren(...Object.entries(facts).flatMap(([name, value]) => {
    const term = document.createElement('dt');
    term.textContent = name;
    const detail = document.createElement('dd');
    detail.textContent = value;
    return [term, detail];
  }));
}

function choice({text, detail = '', checked, playing, choose}) {
  const button = document.createElement('button');
  button.type = 'button';
  button.setAttribute('aria-pressed', String(checked));
  const name = document.createElement('span');
  name.textContent = text;
  name.classList.toggle('playing', Boolean(playing));
  const more = document.createElement('span');
  more.className = 'detail';
  more.textContent = detail;
  button.append(name, more);
  button.onclick = choose;
  return button;
}

/** Puts new buttons in the place of old ones; who stands on one with the keyboard stays there. */
function replaceChoices(group, buttons) {
  const focused = [...group.children].indexOf(document.activeElement);
  group.replaceChildren(...buttons);
  group.children[focused]?.focus();
}

/** "Auto" and every rung, best first. */
export function drawRungs(state) {
  const rungs = [...state.variants].sort((a, b) => b.bandwidth - a.bandwidth);
  replaceChoices(byId('rungs'), [
    choice({text: 'Auto', checked: state.forcedRung === null, choose: () => state.force(null)}),
    ...rungs.map((rung) => choice({
      text: size(rung),
      detail: bitrate(rung.bandwidth),
      checked: state.forcedRung === rung.id,
      playing: state.currentRung === rung.id,
      choose: () => state.force(rung.id),
    })),
  ]);
}

/** Audio tracks, when there is a choice. */
export function drawAudio(state) {
  byId('audio-section').hidden = state.audioTracks.length < 2;
  replaceChoices(byId('audio'), state.audioTracks.map((track) => choice({
    text: track.label || language(track.language),
    detail: track.label && track.language ? language(track.language) : '',
    checked: state.currentAudio === track.id,
    choose: () => state.selectAudio(track.id),
  })));
}

/** "None" and every text track, when there is one. */
export function drawText(state) {
  byId('text-section').hidden = state.textTracks.length === 0;
  replaceChoices(byId('text'), [
    choice({text: 'None', checked: state.currentText === null, choose: () => state.selectText(null)}),
    ...state.textTracks.map((track) => choice({
      text: track.label || language(track.language),
      detail: track.label && track.language ? language(track.language) : '',
      checked: state.currentText === track.id,
      choose: () => state.selectText(track.id),
    })),
  ]);
}

/** One plain sentence, with the technical words behind it. */
export function drawError({plain, detail}) {
  byId('error').hidden = false;
  byId('error').textContent = `${plain} (${detail})`;
}
