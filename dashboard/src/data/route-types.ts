import type { paths } from './generated/api.js';

/** What a `GET` route answers with, as JSON. */
export type AnswerOf<P extends keyof paths> = paths[P] extends {
  readonly get: {
    readonly responses: {
      readonly 200: { readonly content: { readonly 'application/json': infer A } };
    };
  };
}
  ? A
  : never;

/** The query parameters of a `GET` route. */
export type QueryOf<P extends keyof paths> = paths[P] extends {
  readonly get: { readonly parameters: { readonly query?: infer Q } };
}
  ? NonNullable<Q>
  : never;
