/** What a person's score tells of its records. */
export interface Score {
  readonly score: number;
  readonly sources: readonly {
    readonly source: string;
    readonly subtotal: number;
    readonly contributions: readonly { readonly ref: string; readonly points: number }[];
  }[];
}

/** A page of follow-ups. */
export interface FollowUps {
  readonly stale: boolean;
  readonly rows: readonly {
    readonly kind: string;
    readonly ref: string;
    readonly dueOn: string;
    readonly state: string;
    readonly owedBy: string;
  }[];
}
