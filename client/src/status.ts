import {
  type Disposable,
  type Event,
  EventEmitter,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  l10n,
  languages,
  window,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { STATUS, type Status } from '../../server/src/host/messages.ts';
import { LANGUAGES } from './languages.ts';

/** '12 figures: 7 agree, 2 conflict, 3 unknown' of the draft in front, and what was not checked. */
export class StatusItem implements Disposable {
  readonly #item: LanguageStatusItem;
  readonly #statuses = new Map<string, Status>();
  readonly #changed = new EventEmitter<string>();
  readonly #parts: Disposable[];
  #lastUri: string | null = null;
  #broken = false;
  readonly onChanged: Event<string> = this.#changed.event;

  constructor(client: BaseLanguageClient) {
    this.#item = languages.createLanguageStatusItem(
      'ballpark.status',
      LANGUAGES.map((language) => ({ language })),
    );
    this.#item.name = 'Ballpark';
    this.#show();
    this.#parts = [
      this.#item,
      this.#changed,
      client.onNotification(STATUS, (status: Status) => this.#take(status)),
      window.onDidChangeActiveTextEditor(() => this.#show()),
    ];
  }

  last(uri?: string): Status | null {
    const key = uri ?? this.#lastUri;
    return key === null ? null : (this.#statuses.get(key) ?? null);
  }

  #take(status: Status): void {
    this.#broken = false;
    this.#statuses.set(status.uri, status);
    this.#lastUri = status.uri;
    if (this.#statuses.size > 500) this.#statuses.delete(this.#statuses.keys().next().value ?? '');
    this.#show();
    this.#changed.fire(status.uri);
  }

  /** The server does not run; `why` is shown as it is. */
  failed(why: string): void {
    this.#broken = true;
    this.#item.severity = LanguageStatusSeverity.Error;
    this.#item.text = l10n.t('Ballpark is not running');
    this.#item.detail = why;
    this.#item.command = { command: 'ballpark.restart', title: l10n.t('Restart') };
  }

  #show(): void {
    if (this.#broken) return;
    const uri = window.activeTextEditor?.document.uri.toString();
    const status = uri ? this.#statuses.get(uri) : undefined;
    // An error stands out in the status bar itself, so that no findings are not taken for no mistakes.
    this.#item.severity = status?.failed ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
    this.#item.text = status ? summary(status) : l10n.t('Ballpark: not checked');
    this.#item.detail = status ? detail(status) : '';
    if (status?.failed) {
      this.#item.command = { command: 'ballpark.showLog', title: l10n.t('Show the log') };
      return;
    }
    this.#item.command = status
      ? { command: 'ballpark.report', title: l10n.t('Report') }
      : { command: 'ballpark.checkDocument', title: l10n.t('Check') };
  }

  dispose(): void {
    for (const part of this.#parts) part.dispose();
  }
}

/** Date of the data, where they were used, and the notes; the first note is the summary already where there are no figures. */
const detail = ({ asOf, claims, notes, failed }: Status): string =>
  [asOf && !failed ? l10n.t('data of {0}', asOf) : '', ...notes.slice(claims === 0 ? 1 : 0)]
    .filter(Boolean)
    .join(' · ');

/** One line for people: only the counts that are not zero. */
export function summary(status: Status): string {
  if (status.claims === 0) return status.notes[0] ?? l10n.t('No figures');
  const { agree, conflicts, outdated, disputed, unknown } = status;
  const parts = [
    agree ? l10n.t('{0} agree', agree) : '',
    conflicts ? l10n.t('{0} conflict', conflicts) : '',
    outdated ? l10n.t('{0} superseded', outdated) : '',
    disputed ? l10n.t('{0} disputed', disputed) : '',
    unknown ? l10n.t('{0} not checked', unknown) : '',
  ].filter(Boolean);
  const figures = status.claims === 1 ? l10n.t('1 figure') : l10n.t('{0} figures', status.claims);
  return `${figures}: ${parts.join(', ')}`;
}
