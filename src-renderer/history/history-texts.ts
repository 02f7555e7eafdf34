/** The words of this room where there is no interface: in a worker. */
import { createInstance, type TFunction } from 'i18next';
import en from '../i18n/en/history.json';
import pl from '../i18n/pl/history.json';

export function historyTexts(language: string): TFunction<'history'> {
  const texts = createInstance();
  void texts.init({
    lng: language,
    fallbackLng: 'en',
    ns: ['history'],
    defaultNS: 'history',
    resources: { en: { history: en }, pl: { history: pl } },
    // The texts are at hand, so they are there when this returns.
    initAsync: false,
    // The tree they go into is escaped where it is written.
    interpolation: { escapeValue: false },
  });
  return texts.getFixedT(language, 'history');
}
