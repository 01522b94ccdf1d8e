import {ApiError} from '../api/ApiError';
import {api} from '../api/client';
import {explain} from '../ui/ErrorState';
import {joined, lookAt, withFiles, type LookedAt} from './addFiles';
import {formOf, type Draft, type Settings} from './draft';
import type {FoundFile} from './dropped';
import {drop, keep, kept} from './kept';
import {keepSettings, keptSettings} from './keptSettings';
import {measured, STILL, type Meter} from './meter';
import {send} from './send';
import {advance, sentBytes, type Piece, type Transfer, type TransferEvent} from './transfer';
import {TransferFiles} from './TransferFiles';
import {Value} from '../api/Value';

const AT_ONCE = 2;
const RENEW_MS = 30_000;
/** Progress comes some hundred times a second; this often it is shown. */
const SHOW_MS = 250;

/** Drafts and transfers; they go on while people look at other pages. */
class Uploads {
  readonly drafts = new Value<readonly Draft[]>([]);
  readonly transfers = new Value<readonly Transfer[]>([]);
  readonly settings = new Value<Settings>(keptSettings());
  private readonly meters = new Map<string, Meter>();
  private readonly files = new TransferFiles();
  private readonly running = new Map<string, AbortController>();
  private readonly shownAt = new Map<string, number>();
  private owner = '';

  /** Who is signed in from now on; what they left under way is shown again. */
  begin(owner: string) {
    if (this.owner === owner) {
      return;
    }
    this.owner = owner;
    const known = new Set(this.transfers.get().map(({id}) => id));
    const left = kept().filter((transfer) => transfer.owner === owner && !known.has(transfer.id));
    this.transfers.set([...this.transfers.get().filter((transfer) => transfer.owner === owner), ...left]);
  }

  /** Nobody is signed in: what runs pauses. */
  end() {
    this.owner = '';
    this.transfers.get().forEach(({id}) => this.pause(id));
  }

  /** Takes dropped files: first those that uploads wait for, then new ones. */
  async add(found: readonly FoundFile[]) {
    const files = await lookAt(found);
    const rest = files.filter((file) => !this.reattach(file));
    this.drafts.set(withFiles(this.drafts.get(), rest));
  }

  change(id: string, change: Partial<Draft>) {
    this.drafts.set(this.drafts.get().map((draft) => (draft.id === id ? {...draft, ...change} : draft)));
  }

  /** Makes a file a sidecar of another. */
  join(id: string, masterId: string) {
    this.drafts.set(joined(this.drafts.get(), id, masterId));
  }

  removeDraft(id: string) {
    this.drafts.set(this.drafts.get().filter((draft) => draft.id !== id));
  }

  choose(settings: Settings) {
    keepSettings(settings);
    this.settings.set(settings);
  }

  /** Sends drafts off. */
  start(drafts: readonly Draft[]) {
    const ids = new Set(drafts.map(({id}) => id));
    this.drafts.set(this.drafts.get().filter(({id}) => !ids.has(id)));
    this.transfers.set([...this.transfers.get(), ...drafts.map((draft) => this.transferOf(draft))]);
    this.work();
  }

  pause(id: string) {
    this.tell(id, {type: 'pause'});
    this.running.get(id)?.abort();
  }

  resume(id: string) {
    this.tell(id, {type: 'resume'});
    this.work();
  }

  /** Gives an upload up, here and on the server. */
  giveUp(id: string) {
    const transfer = this.find(id);
    this.running.get(id)?.abort();
    this.remove(id);
    if (transfer?.state !== 'done') {
      transfer?.pieces.forEach(({uploadId, isDone, purpose}) => {
        if (uploadId && !(isDone && purpose === 'master')) {
          void api.DELETE('/api/v1/uploads/{id}', {params: {path: {id: uploadId}}}).catch(() => undefined);
        }
      });
    }
  }

  /** Takes a finished one off the list. */
  remove(id: string) {
    this.transfers.set(this.transfers.get().filter((transfer) => transfer.id !== id));
    drop(id);
    this.work();
  }

  meterOf(id: string): Meter {
    return this.meters.get(id) ?? STILL;
  }

  isActive(): boolean {
    return this.transfers.get().some(({state}) => ['queued', 'sending', 'waiting'].includes(state));
  }

  /** The network is back: nobody needs to wait any longer. */
  hurry() {
    this.transfers.get().filter(({state}) => state === 'waiting').forEach(({id}) => this.resume(id));
  }

  renew() {
    keep(this.transfers.get().filter(({state}) => state !== 'detached'));
  }

  private find(id: string): Transfer | undefined {
    return this.transfers.get().find((transfer) => transfer.id === id);
  }

  private transferOf(draft: Draft): Transfer {
    const sidecars = draft.sidecars.map(({mark, language, role}): Piece => ({
      purpose: 'sidecar', mark, receivedBytes: 0, isDone: false, track: {...(language && {language}), role},
    }));
    const master: Piece = {purpose: 'master', mark: draft.mark, receivedBytes: 0, isDone: false};
    this.files.keep(draft.id, [...draft.sidecars.map(({file}) => file), draft.file]);
    return {
      id: draft.id, owner: this.owner, form: formOf(draft, this.settings.get()), pieces: [...sidecars, master],
      state: 'queued', tries: 0,
    };
  }

  /** Whether an upload waited for just this file. */
  private reattach({file, mark}: LookedAt): boolean {
    const transfer = this.transfers.get().find((each) => this.files.take(each, mark, file));
    if (transfer && this.missing(transfer).length === 0) {
      this.resume(transfer.id);
    }
    return transfer !== undefined;
  }

  /** What must be chosen again before a transfer can go on. */
  missing(transfer: Transfer) {
    return this.files.missing(transfer);
  }

  private tell(id: string, event: TransferEvent) {
    const before = this.find(id);
    if (!before) {
      return;
    }
    const after = advance(before, event);
    if (event.type === 'received' && !this.isTimeToShow(id, after)) {
      return;
    }
    this.transfers.set(this.transfers.get().map((each) => (each.id === id ? after : each)));
    if (event.type !== 'received') {
      keep([after]);
    }
  }

  private isTimeToShow(id: string, transfer: Transfer): boolean {
    const now = performance.now();
    if (now - (this.shownAt.get(id) ?? 0) < SHOW_MS) {
      return false;
    }
    this.shownAt.set(id, now);
    this.meters.set(id, measured(this.meterOf(id), now, sentBytes(transfer)));
    return true;
  }

  /** Begins what may begin. */
  private work() {
    for (const {id} of this.transfers.get().filter(({state}) => state === 'queued')) {
      if (this.running.size < AT_ONCE && !this.running.has(id)) {
        void this.run(id);
      }
    }
  }

  private async run(id: string) {
    const end = new AbortController();
    this.running.set(id, end);
    this.meters.delete(id);
    this.tell(id, {type: 'begin'});
    try {
      await send({
        transfer: () => this.find(id) as Transfer,
        fileOf: (piece) => this.files.of(this.find(id) as Transfer, piece),
        tell: (event) => this.tell(id, event),
        signal: end.signal,
      });
    } catch (error) {
      if (!end.signal.aborted) {
        this.broke(id, error);
      }
    } finally {
      this.running.delete(id);
      this.work();
    }
  }

  private broke(id: string, error: unknown) {
    const {message, code, advice} = explain(error);
    const isTemporary = error instanceof ApiError && error.isTemporary;
    const waitSeconds = error instanceof ApiError ? error.retryAfterSeconds : undefined;
    this.tell(id, {type: 'broke', fault: {message, code: code ?? '', advice}, isTemporary, waitSeconds, now: Date.now()});
    const retryAt = this.find(id)?.retryAt;
    if (retryAt !== undefined) {
      setTimeout(() => {
        if (this.find(id)?.retryAt === retryAt) {
          void this.run(id);
        }
      }, retryAt - Date.now());
    }
  }
}

export const uploads = new Uploads();

window.addEventListener('online', () => uploads.hurry());
window.addEventListener('beforeunload', (event) => {
  uploads.renew();
  if (uploads.isActive()) {
    event.preventDefault();
  }
});
setInterval(() => uploads.renew(), RENEW_MS);
