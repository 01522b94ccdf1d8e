/** A file and the folders above it, as far as they were dropped or chosen. */
export interface FoundFile {
  file: File;
  path: string;
}

/** Files that only tell how a folder is shown. */
function isNoise({file}: FoundFile): boolean {
  return file.name.startsWith('.') || ['Thumbs.db', 'desktop.ini'].includes(file.name);
}

/** All files of a drop, those in folders too, by path. */
export async function readDropped(transfer: DataTransfer): Promise<FoundFile[]> {
  // Entries must be taken before anything is awaited: the drop's data are gone afterwards.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  const found = entries.length > 0
    ? (await Promise.all(entries.map(filesOf))).flat()
    : [...transfer.files].map((file) => ({file, path: file.name}));
  return tidied(found);
}

/** Files of a file input, of folders too. */
export function readChosen(files: FileList): FoundFile[] {
  return tidied([...files].map((file) => ({file, path: file.webkitRelativePath || file.name})));
}

function tidied(found: FoundFile[]): FoundFile[] {
  return found.filter((each) => !isNoise(each))
    .sort((one, other) => one.path.localeCompare(other.path, undefined, {numeric: true}));
}

async function filesOf(entry: FileSystemEntry): Promise<FoundFile[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{file, path: entry.fullPath.replace(/^\//, '')}];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const inside: FileSystemEntry[] = [];
  for (let some = await readSome(reader); some.length > 0; some = await readSome(reader)) {
    inside.push(...some);
  }
  return (await Promise.all(inside.map(filesOf))).flat();
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

/** Browsers give at most a hundred entries at a time. */
function readSome(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  return new Promise((resolve, reject) => reader.readEntries(resolve, reject));
}
