import {strings} from '../../strings';

const NAMES = new Intl.DisplayNames(['en'], {type: 'language'});

const TAG = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** Whether it is written like a language tag: en, deu, pt-BR. */
export function isLanguage(text: string): boolean {
  return TAG.test(text);
}

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
