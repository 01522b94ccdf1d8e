import {isSameFile, type Mark} from './mark';
import {missingFiles, type Piece, type Transfer} from './transfer';

/** The files behind the pieces of transfers; after a reload they are not there until they are chosen again. */
export class TransferFiles {
  private readonly files = new Map<string, File>();

  /** In the order of the transfer's pieces. */
  keep(id: string, files: readonly File[]) {
    files.forEach((file, at) => this.files.set(`${id}/${at}`, file));
  }

  /** Takes a file for the piece that waits for it; gives whether one did. */
  take(transfer: Transfer, mark: Mark, file: File): boolean {
    const at = transfer.pieces.findIndex((piece) => !piece.isDone && isSameFile(piece.mark, mark));
    if (transfer.state !== 'detached' || at < 0 || this.files.has(`${transfer.id}/${at}`)) {
      return false;
    }
    this.files.set(`${transfer.id}/${at}`, file);
    return true;
  }

  /** What must be chosen again before the transfer can go on. */
  missing(transfer: Transfer): Mark[] {
    return missingFiles(transfer).filter((mark) => {
      const at = transfer.pieces.findIndex((piece) => piece.mark === mark);
      return !this.files.has(`${transfer.id}/${at}`);
    });
  }

  of({id, pieces}: Transfer, piece: Piece): File {
    const at = pieces.findIndex(({mark}) => isSameFile(mark, piece.mark));
    const file = this.files.get(`${id}/${at}`);
    if (!file) {
      throw new Error(piece.mark.fileName);
    }
    return file;
  }
}
