import { Uri } from 'vscode';
import { type BaseLanguageClient, type Middleware, State } from 'vscode-languageclient';

/** So many times a draft may bring the server down. */
const MOST_CRASHES = 2;

/** Drafts that were being checked each time the server died; the next server is told to leave them alone. */
export class Quarantine {
  readonly #asked = new Set<string>();
  readonly #crashes = new Map<string, number>();
  #expected = false;

  get list(): readonly string[] {
    return [...this.#crashes].filter(([, count]) => count >= MOST_CRASHES).map(([uri]) => uri);
  }

  follow(client: BaseLanguageClient): void {
    client.onDidChangeState(({ oldState, newState }) => {
      if (newState === State.Running) this.#expected = false;
      if (oldState !== State.Running || newState !== State.Stopped || this.#expected) return;
      for (const uri of this.#asked) this.#crashes.set(uri, (this.#crashes.get(uri) ?? 0) + 1);
      this.#asked.clear();
    });
  }

  /** The writer starts the server anew: everything gets another chance. */
  release(): void {
    this.#expected = true;
    this.#crashes.clear();
    this.#asked.clear();
  }

  /** Notes which drafts are being asked about. */
  watch(inner: NonNullable<Middleware['provideDiagnostics']>): NonNullable<Middleware['provideDiagnostics']> {
    return async (document, previous, token, next) => {
      const uri = (document instanceof Uri ? document : document.uri).toString();
      this.#asked.add(uri);
      const report = await inner(document, previous, token, next);
      this.#asked.delete(uri); // not when it failed: the server may have died of it
      return report;
    };
  }
}
