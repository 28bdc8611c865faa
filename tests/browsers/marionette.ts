import { connect } from 'node:net';

/** Firefox's own remote protocol: `length:[0, id, command, parameters]`, answered by `length:[1, id, error, result]`. */
export interface Marionette {
  send<T = unknown>(command: string, parameters?: object): Promise<T>;
  end(): void;
}

type Answer = readonly [1, number, { readonly message: string } | null, unknown];

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

export async function connectMarionette(port: number): Promise<Marionette> {
  const socket = connect(port, '127.0.0.1');
  const waiting = new Map<number, Waiting>();
  let pending = Buffer.alloc(0);
  let last = 0;

  const greeting = new Promise<void>((resolve, reject) => {
    waiting.set(0, { resolve: () => resolve(), reject });
  });

  function receive(text: string): void {
    const message: unknown = JSON.parse(text);
    const [, id, error, result] = Array.isArray(message)
      ? (message as unknown as Answer)
      : ([1, 0, null, message] as const);
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error) asked?.reject(new Error(error.message));
    else asked?.resolve(result);
  }

  socket.on('data', (chunk) => {
    pending = Buffer.concat([pending, chunk]);
    for (let colon = pending.indexOf(58); colon > 0; colon = pending.indexOf(58)) {
      const end = colon + 1 + Number(pending.subarray(0, colon).toString());
      if (pending.length < end) return;
      receive(pending.subarray(colon + 1, end).toString('utf8'));
      pending = pending.subarray(end);
    }
  });
  socket.on('error', () => undefined);
  socket.on('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('The browser is gone'));
    waiting.clear();
  });
  await greeting;

  return {
    end: () => socket.destroy(),
    send<T>(command: string, parameters: object = {}) {
      if (!socket.writable) return Promise.reject(new Error(`${command}: the browser has ended`));
      const text = JSON.stringify([0, ++last, command, parameters]);
      const answer = new Promise<unknown>((resolve, reject) =>
        waiting.set(last, { resolve, reject }),
      );
      socket.write(`${Buffer.byteLength(text)}:${text}`);
      return answer as Promise<T>;
    },
  };
}
