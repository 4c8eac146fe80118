const tasks: (() => void)[] = [];

process.on('exit', () => {
  // What was begun last ends first: programs before the folder that they work in.
  for (const task of tasks.toReversed()) {
    try {
      task();
    } catch {
      // The others must be done, and nobody is left to be told.
    }
  }
});

/**
 * Has something done when this process ends by `process.exit`, by an error or because nothing is left to do. A signal that nobody
 * handles ends it without (`end-with-signals.ts`).
 * @param task is done at once: nothing that it would wait for comes any more
 * @returns the way to have it done no more
 */
export function atExit(task: () => void): () => void {
  tasks.push(task);
  return () => {
    const index = tasks.indexOf(task);
    if (index >= 0) tasks.splice(index, 1);
  };
}
