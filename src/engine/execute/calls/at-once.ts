/** An answer that comes at once, or later. Waiting for what is there already takes a turn, and a promise. */
export type Prompt<T> = T | Promise<T>;

/** Goes on with an answer: at once, if it is there. */
export function andThen<T, R>(answer: Prompt<T>, next: (value: T) => Prompt<R>): Prompt<R> {
  return answer instanceof Promise ? answer.then(next) : next(answer);
}

/** Asks, and does something once the answer is there, whatever it is. @throws what `ask` throws */
export function lastly<T>(ask: () => Prompt<T>, end: () => void): Prompt<T> {
  let waits = false;
  try {
    const answer = ask();
    if (!(answer instanceof Promise)) return answer;
    waits = true;
    return answer.finally(end);
  } finally {
    if (!waits) end();
  }
}
