import { type Host, isoDay } from './host.ts';
import type { FileParams } from './messages.ts';

/** Documents of these schemes lie nowhere: there is nothing to ask about them. */
const NOWHERE = /^(untitled|vscode-notebook-cell):/;

/** Files by the client's hand: `ask` sends one request of `CLIENT_FILE`. An editor that does not answer has none. */
export function clientFiles(ask: (params: FileParams) => Promise<unknown>): Host {
  let deaf = false;
  const attempt = async (params: FileParams): Promise<unknown> => {
    if (deaf || NOWHERE.test(params.uri)) return null;
    try {
      return await ask(params);
    } catch (error) {
      deaf ||= (error as { code?: unknown } | null)?.code === METHOD_NOT_FOUND;
      return null;
    }
  };
  const text = (answer: unknown): string | null => (typeof answer === 'string' ? answer : null);
  return {
    read: async (uri) => text(await attempt({ act: 'read', uri })),
    write: async (uri, content) => (await attempt({ act: 'write', uri, text: content })) === true,
    modified: async (uri) => text(await attempt({ act: 'modified', uri })),
    list: async (uri, root) => {
      const answer = await attempt({ act: 'list', uri, root });
      return Array.isArray(answer) ? answer.filter((one) => typeof one === 'string').sort() : [];
    },
    today: () => isoDay(new Date()),
  };
}
const METHOD_NOT_FOUND = -32601;

/** Files of this machine from one host, all others from another. */
export function byScheme(own: Host, other: Host): Host {
  const of = (uri: string): Host => (uri.startsWith('file:') ? own : other);
  return {
    read: (uri) => of(uri).read(uri),
    write: (uri, text) => of(uri).write(uri, text),
    modified: (uri) => of(uri).modified(uri),
    list: (uri, root) => of(uri).list(uri, root),
    today: own.today,
  };
}
