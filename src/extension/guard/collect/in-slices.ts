/** After so long, in milliseconds, collecting lets the page's thread go. A step takes up to one more: 4 is the most. */
const SLICE = 3;

/** Runs a generator to its end in slices between which the page goes on. */
export function inSlices<T>(work: Generator<void, T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    const go = () => {
      try {
        const end = performance.now() + SLICE;
        do {
          const step = work.next();
          if (step.done) {
            port1.close();
            resolve(step.value);
            return;
          }
        } while (performance.now() < end);
        port2.postMessage(null);
      } catch (error) {
        port1.close();
        reject(error);
      }
    };
    port1.onmessage = go;
    go();
  });
}
