import { prune } from '../publish/prune.js';
import type { ScoringThreadData } from './messages.js';
import { ThreadConnection } from './thread-connection.js';

/** Removes what no run needs any more, over a connection of its own: the next run does not wait for it. */
export class Pruner {
  readonly #connection: ThreadConnection;
  #pruning: Promise<void> | undefined;

  constructor(
    { database }: Pick<ScoringThreadData, 'database'>,
    private readonly log: (line: string) => void,
  ) {
    this.#connection = new ThreadConnection(database, 'probity-pruning');
  }

  /** Begins unless it is at it; what comes up meanwhile is seen to the next time. */
  wake(): void {
    this.#pruning ??= this.#prune().finally(() => {
      this.#pruning = undefined;
    });
  }

  async #prune(): Promise<void> {
    try {
      await prune(await this.#connection.open());
    } catch (error) {
      this.log(error instanceof Error ? error.message : String(error));
      await this.#connection.drop();
    }
  }
}
