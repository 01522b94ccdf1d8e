import {refusalOf, unreachable} from '../../api/ApiError';
import {api, call} from '../../api/client';
import type {components} from '../../api/schema';

export type DocumentName = components['schemas']['LinkForm']['document'];

/** Opens a document in a tab of its own, through an address that needs no key and soon ends. */
export async function openDocument(id: string, document: DocumentName, version: number) {
  // The tab is opened at once: later the browser would take it for an advertisement.
  const tab = window.open('about:blank', '_blank');
  try {
    const link = await call(api.POST('/api/v1/titles/{id}/links', {params: {path: {id}}, body: {document, version}}));
    if (tab) {
      tab.opener = null;
      tab.location.replace(new URL(link.url, location.origin));
    }
  } catch (error) {
    tab?.close();
    throw error;
  }
}

/** How long a browser may need to take over what it is given to save. */
const TAKEN_MS = 60_000;

/** Saves a public file. A link with "download" would open it: browsers heed that for their own origin only. */
export async function saveFile(address: string, name: string) {
  const response = await fetch(address).catch(() => {
    throw unreachable();
  });
  if (!response.ok) {
    throw refusalOf(response, undefined);
  }
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), TAKEN_MS);
}
