/** One quality of the picture that a player can show. */
export interface EngineRung {
  id: string;
  width: number;
  height: number;
  bandwidth: number;
  codecs: string;
}

/** A sound or text that a player can choose. */
export interface EngineTrack {
  id: string;
  label: string;
  language: string;
}

/** The one face of all players. Nothing is cached: ask again after {@code changed}. */
export interface Engine {
  rungs: () => EngineRung[];
  currentRung: () => string | undefined;
  /** Stays on one rung; undefined gives the choice back to the player. */
  force: (rung: string | undefined) => void;
  sounds: () => EngineTrack[];
  currentSound: () => string | undefined;
  chooseSound: (id: string) => void;
  texts: () => EngineTrack[];
  currentText: () => string | undefined;
  /** undefined shows none. */
  chooseText: (id: string | undefined) => void;
  /** Measured bits per second; NaN if unknown. */
  bandwidth: () => number;
  stop: () => void;
}

export interface EngineEvents {
  changed: () => void;
  failed: (plain: string, detail: string) => void;
}

export type StartEngine = (video: HTMLVideoElement, url: string, events: EngineEvents) => Promise<Engine>;

export type PlayerName = 'hls' | 'dash' | 'shaka';
export type ManifestKind = 'm3u8' | 'mpd';

/** Each player is loaded when it is first chosen. */
export async function loadEngine(name: PlayerName): Promise<StartEngine> {
  switch (name) {
    case 'hls': return (await import('./hlsEngine')).startHls;
    case 'dash': return (await import('./dashEngine')).startDash;
    case 'shaka': return (await import('./shakaEngine')).startShaka;
  }
}
