import {strings} from '../../strings';

const NAMES = new Intl.DisplayNames(['en'], {type: 'language'});

/** "deu" → "German"; what is no language is shown as it is. */
export function languageName(code: string): string {
  if (code === '' || code === 'und') {
    return strings.title.unknownLanguage;
  }
  try {
    return NAMES.of(code) ?? code;
  } catch {
    return code;
  }
}
