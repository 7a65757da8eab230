/** The two languages every name and sentence of the product exists in. */
export type Language = 'en' | 'zh-CN';

/** One text in both languages. */
export interface Labels {
  readonly en: string;
  readonly 'zh-CN': string;
}
