import { QueryClient } from '@tanstack/vue-query';
import { Failure } from './failure.js';

/** What was read of the server. An answer that was refused or does not exist is final; anything else is worth a second try. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (tries, error) =>
        tries < 1 && !(error instanceof Failure && error.status >= 400 && error.status < 500),
    },
  },
});
