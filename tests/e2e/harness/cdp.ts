/** A connection to a browser's own Chrome DevTools Protocol endpoint, beside the one that Playwright holds. */
export interface Cdp {
  /** @throws Error with the browser's message */
  // biome-ignore lint/suspicious/noExplicitAny: results differ by method; each caller names the fields it reads
  send(method: string, params?: object, sessionId?: string): Promise<any>;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  on(method: string, listener: (params: any, sessionId: string | undefined) => void): void;
  close(): void;
}

/** @param url WebSocket address of the browser target */
export async function connectCdp(url: string): Promise<Cdp> {
  const socket = new WebSocket(url);
  await new Promise<void>((done, fail) => {
    socket.onopen = () => done();
    socket.onerror = () => fail(new Error(`no browser answers at ${url}`));
  });
  let last = 0;
  const waiting = new Map<
    number,
    { done: (result: unknown) => void; fail: (e: Error) => void; sessionId: string | undefined }
  >();
  const listeners = new Map<string, ((params: unknown, sessionId: string | undefined) => void)[]>();
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(String(data));
    if (message.id === undefined) {
      if (message.method === "Target.detachedFromTarget") failAll(message.params.sessionId);
      for (const listener of listeners.get(message.method) ?? []) {
        listener(message.params, message.sessionId);
      }
      return;
    }
    const call = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error) call?.fail(new Error(message.error.message));
    else call?.done(message.result);
  };
  /** A target that goes answers nothing any more. */
  function failAll(gone: string): void {
    for (const [id, { fail, sessionId }] of waiting) {
      if (sessionId !== gone) continue;
      waiting.delete(id);
      fail(new Error("the target has gone"));
    }
  }
  socket.onclose = () => {
    for (const { fail } of waiting.values()) fail(new Error("the browser has closed"));
    waiting.clear();
  };
  return {
    send(method, params = {}, sessionId) {
      const id = ++last;
      return new Promise((done, fail) => {
        waiting.set(id, { done, fail, sessionId });
        socket.send(JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) }));
      });
    },
    on(method, listener) {
      listeners.set(method, [...(listeners.get(method) ?? []), listener]);
    },
    close: () => socket.close(),
  };
}
