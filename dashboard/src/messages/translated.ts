/** The same keys as the English messages, each with a text. */
export type Translated<M> = { readonly [K in keyof M]: string };
