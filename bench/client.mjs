// A language client of fifty lines: starts the server over stdio, asks, waits.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export class Client {
  #process;
  #next = 1;
  #waiting = new Map();
  #buffer = Buffer.alloc(0);

  constructor(server) {
    this.#process = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#process.stdout.on('data', (chunk) => this.#read(chunk));
  }

  #send(message) {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#process.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  #read(chunk) {
    this.#buffer = Buffer.concat([this.#buffer, chunk]);
    for (;;) {
      const head = this.#buffer.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(this.#buffer.subarray(0, head).toString())[1]);
      const end = head + 4 + length;
      if (this.#buffer.length < end) return;
      const message = JSON.parse(this.#buffer.subarray(head + 4, end).toString());
      this.#buffer = this.#buffer.subarray(end);
      if (message.method !== undefined) {
        // A request of the server's: configuration and the like. Empty answers will do.
        if (message.id !== undefined)
          this.#send({
            id: message.id,
            result: message.method === 'workspace/configuration' ? message.params.items.map(() => null) : null,
          });
      } else {
        const { resolve, reject } = this.#waiting.get(message.id);
        this.#waiting.delete(message.id);
        if (message.error) reject(new Error(message.error.message));
        else resolve(message.result);
      }
    }
  }

  /** Milliseconds of processor time the server has used; null where the system does not tell. */
  cpu() {
    try {
      const fields = readFileSync(`/proc/${this.#process.pid}/stat`, 'utf8').split(') ')[1].split(' ');
      return (Number(fields[11]) + Number(fields[12])) * 10; // ticks of 1/100 s
    } catch {
      return null;
    }
  }

  notify(method, params) {
    this.#send({ method, params });
  }

  request(method, params) {
    const id = this.#next++;
    this.#send({ id, method, params });
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  async start() {
    await this.request('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: { textDocument: { diagnostic: {} }, workspace: {} },
    });
    this.notify('initialized', {});
  }

  async stop() {
    await this.request('shutdown', null);
    const gone = new Promise((resolve) => this.#process.on('exit', resolve));
    this.notify('exit', null);
    await gone;
  }
}
