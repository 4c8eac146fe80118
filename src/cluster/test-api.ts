/** A request that a test answers by hand. */
export class TestRequest {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly init: RequestInit;
  readonly #resolve: (response: Response) => void;
  readonly #reject: (cause: unknown) => void;

  constructor(
    path: string,
    init: RequestInit,
    resolve: (response: Response) => void,
    reject: (cause: unknown) => void,
  ) {
    const url = new URL(path, 'http://test');
    this.path = url.pathname;
    this.query = url.searchParams;
    this.init = init;
    this.#resolve = resolve;
    this.#reject = reject;
    init.signal?.addEventListener('abort', () => {
      reject(new DOMException('aborted', 'AbortError'));
    });
  }

  get aborted(): boolean {
    return this.init.signal?.aborted === true;
  }

  json(body: unknown, status = 200, headers: Record<string, string> = {}): void {
    this.#resolve(new Response(JSON.stringify(body), { status, headers }));
  }

  /** A Kubernetes failure. */
  status(code: number, reason: string, message = reason): void {
    this.json({ kind: 'Status', apiVersion: 'v1', status: 'Failure', code, reason, message }, code);
  }

  fail(message = 'connection refused'): void {
    this.#reject(new TypeError(message));
  }

  /** Accepts a watch and leaves it open. */
  open(): TestStream {
    const stream = new TestStream(this.init.signal ?? undefined);
    this.#resolve(new Response(stream.body, { status: 200 }));
    return stream;
  }
}

/** The body of an open watch. */
export class TestStream {
  readonly body: ReadableStream<Uint8Array>;
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  #over = false;

  constructor(signal: AbortSignal | undefined) {
    this.body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        this.#controller = controller;
      },
      cancel: () => {
        this.#over = true;
      },
    });
    signal?.addEventListener('abort', () => {
      this.break('aborted');
    });
  }

  /** The reader has let go of it, or it has ended. */
  get over(): boolean {
    return this.#over;
  }

  bytes(bytes: Uint8Array): void {
    this.#controller?.enqueue(bytes);
  }

  text(text: string): void {
    this.bytes(new TextEncoder().encode(text));
  }

  frame(type: string, object: unknown): void {
    this.text(`${JSON.stringify({ type, object })}\n`);
  }

  /** The server ends it in good order. */
  close(): void {
    if (this.#over) return;
    this.#over = true;
    this.#controller?.close();
  }

  /** The connection is lost. */
  break(message = 'connection reset'): void {
    if (this.#over) return;
    this.#over = true;
    this.#controller?.error(new TypeError(message));
  }
}

/** The other side of `Host.fetch`, driven by a test: every request waits until the test takes and answers it. */
export class TestApi {
  readonly #waiting: TestRequest[] = [];
  /** Requests ever made. */
  count = 0;

  readonly fetch = (_cluster: string, path: string, init: RequestInit = {}): Promise<Response> =>
    new Promise((resolve, reject) => {
      this.count += 1;
      this.#waiting.push(new TestRequest(path, init, resolve, reject));
    });

  /** The oldest request that was not taken yet. */
  take(): TestRequest {
    const request = this.#waiting.shift();
    if (request === undefined) throw new Error('no request is waiting');
    return request;
  }

  get idle(): boolean {
    return this.#waiting.length === 0;
  }
}
