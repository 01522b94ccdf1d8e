import {useState} from 'react';

const KEY = 'reelway.ladder.';

/** A text that is not saved yet; a reload or a look at another page does not lose it. */
export interface Draft {
  text: string;
  isChanged: boolean;
  change: (text: string) => void;
  discard: () => void;
}

export function useDraft(name: string, saved: string): Draft {
  const key = KEY + name;
  const [draft, setDraft] = useState(() => sessionStorage.getItem(key) ?? undefined);
  const discard = () => {
    sessionStorage.removeItem(key);
    setDraft(undefined);
  };
  const change = (text: string) => {
    if (text === saved) {
      discard();
    } else {
      sessionStorage.setItem(key, text);
      setDraft(text);
    }
  };
  const text = draft ?? saved;
  return {text, isChanged: text !== saved, change, discard};
}
