import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en.ts';
import { zh } from './zh.ts';

type Widen<T> = { readonly [Key in keyof T]: T[Key] extends string ? string : Widen<T[Key]> };
/** Every text of the console. A language that lacks one does not compile. */
export type Words = Widen<typeof zh>;

export const LANGUAGES = { 'zh-CN': '中文', en: 'English' } as const;
export type Language = keyof typeof LANGUAGES;

const KEPT = 'rongtong.language';
const preferred = (): Language => {
  const kept = localStorage.getItem(KEPT);
  if (kept === 'zh-CN' || kept === 'en') return kept;
  return navigator.language.startsWith('zh') ? 'zh-CN' : 'en';
};

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'words';
    resources: { words: typeof zh };
  }
}

export const startWords = async (): Promise<void> => {
  await i18next.use(initReactI18next).init({
    lng: preferred(),
    fallbackLng: false,
    defaultNS: 'words',
    resources: { 'zh-CN': { words: zh }, en: { words: en } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  document.documentElement.lang = i18next.language;
};

export const speak = async (language: Language): Promise<void> => {
  localStorage.setItem(KEPT, language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
};
