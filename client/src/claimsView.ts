import {
  commands,
  Disposable,
  type Event,
  EventEmitter,
  l10n,
  Selection,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  Uri,
  window,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ClaimView } from '../../server/src/host/messages.ts';
import { claimsOf, toRange } from './claims.ts';
import { ICONS } from './icons.ts';
import type { StatusItem } from './status.ts';

type Grouping = 'section' | 'verdict';
type Node = { readonly group: string; readonly claims: readonly ClaimView[] } | { readonly claim: ClaimView };

/** Verdicts in the order in which they want attention. */
const ORDER = ['conflict', 'outdated', 'disputed', 'supported', 'no_reference', 'unread'];

/** Figures whose subject was not recognised ('two years') stand apart; they are hidden until asked for. */
const kindOf = (claim: ClaimView): string => (claim.subject ? claim.verdict : 'unread');

/** 'Figures of the Draft': every claim of the draft in front, by section or by verdict. */
export class ClaimsView implements TreeDataProvider<Node>, Disposable {
  readonly #client: BaseLanguageClient;
  readonly #changed = new EventEmitter<void>();
  readonly #view: TreeView<Node>;
  readonly #parts: Disposable;
  #uri: string | null = null;
  #claims: readonly ClaimView[] = [];
  #grouping: Grouping = 'section';
  #verdicts: ReadonlySet<string> = new Set(ORDER.slice(0, -1));
  readonly onDidChangeTreeData: Event<void> = this.#changed.event;

  constructor(client: BaseLanguageClient, status: StatusItem) {
    this.#client = client;
    this.#view = window.createTreeView('ballpark.claims', { treeDataProvider: this, showCollapseAll: true });
    this.#parts = Disposable.from(
      this.#changed,
      this.#view,
      status.onChanged((uri) => {
        if (uri === window.activeTextEditor?.document.uri.toString()) this.#changed.fire();
      }),
      window.onDidChangeActiveTextEditor((editor) => {
        if (editor) this.#changed.fire();
      }),
      commands.registerCommand('ballpark.claims.bySection', () => this.#group('section')),
      commands.registerCommand('ballpark.claims.byVerdict', () => this.#group('verdict')),
      commands.registerCommand('ballpark.claims.filter', () => this.#filter()),
      commands.registerCommand('ballpark.claims.reveal', (uri: string, claim: ClaimView) => reveal(uri, claim)),
    );
    void commands.executeCommand('setContext', 'ballpark.claims.grouping', this.#grouping);
  }

  /** Asked for only while the view is open. */
  async #load(): Promise<void> {
    const uri = window.activeTextEditor?.document.uri.toString();
    if (!uri) return;
    const result = await claimsOf(this.#client, uri);
    this.#uri = uri;
    this.#claims = result?.claims ?? [];
  }

  #group(grouping: Grouping): void {
    this.#grouping = grouping;
    void commands.executeCommand('setContext', 'ballpark.claims.grouping', grouping);
    this.#changed.fire();
  }

  async #filter(): Promise<void> {
    const labels = new Map(this.#claims.map((claim) => [kindOf(claim), claim.verdictLabel]));
    labels.set('unread', l10n.t('Without a known subject'));
    const items = ORDER.map((verdict) => ({
      label: `$(${ICONS[verdict] ?? 'question'}) ${labels.get(verdict) ?? verdict.replace('_', ' ')}`,
      picked: this.#verdicts.has(verdict),
      verdict,
    }));
    const chosen = await window.showQuickPick(items, { canPickMany: true, title: l10n.t('Show figures that …') });
    if (!chosen) return;
    this.#verdicts = new Set(chosen.map(({ verdict }) => verdict));
    this.#changed.fire();
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node) return 'group' in node ? node.claims.map((claim) => ({ claim })) : [];
    await this.#load();
    const shown = this.#claims.filter((claim) => this.#verdicts.has(kindOf(claim)));
    this.#view.description =
      shown.length < this.#claims.length
        ? l10n.t('{0} of {1}', shown.length, this.#claims.length)
        : String(shown.length);
    const groups = new Map<string, ClaimView[]>();
    for (const claim of shown) {
      const key = this.#grouping === 'section' ? claim.section : kindOf(claim);
      groups.set(key, [...(groups.get(key) ?? []), claim]);
    }
    const nodes = [...groups].map(([group, claims]) => ({ group, claims }));
    if (this.#grouping === 'verdict') nodes.sort((a, b) => ORDER.indexOf(a.group) - ORDER.indexOf(b.group));
    // One nameless section needs no heading of its own.
    return nodes.length === 1 && nodes[0]?.group === '' ? nodes[0].claims.map((claim) => ({ claim })) : nodes;
  }

  getTreeItem(node: Node): TreeItem {
    return 'group' in node ? this.#groupItem(node.group, node.claims) : claimItem(node.claim, this.#uri ?? '');
  }

  #groupItem(group: string, claims: readonly ClaimView[]): TreeItem {
    const label =
      this.#grouping === 'section' ? group || l10n.t('Before the first heading') : (claims[0]?.verdictLabel ?? group);
    const item = new TreeItem(label, TreeItemCollapsibleState.Expanded);
    item.description = String(claims.length);
    if (this.#grouping === 'verdict') item.iconPath = new ThemeIcon(ICONS[group] ?? 'question');
    item.accessibilityInformation = { label: `${label}, ${l10n.t('{0} figures', claims.length)}` };
    return item;
  }

  dispose(): void {
    this.#parts.dispose();
  }
}

function claimItem(claim: ClaimView, uri: string): TreeItem {
  const item = new TreeItem(claim.text, TreeItemCollapsibleState.None);
  item.description = [claim.subject, claim.metric].filter(Boolean).join(' · ');
  item.tooltip = claim.message;
  item.iconPath = new ThemeIcon(ICONS[claim.verdict] ?? 'question');
  item.command = { command: 'ballpark.claims.reveal', title: claim.text, arguments: [uri, claim] };
  item.accessibilityInformation = { label: `${claim.text}, ${claim.verdictLabel}. ${claim.message}` };
  item.contextValue = claim.url ? 'claim.sourced' : 'claim';
  return item;
}

/** Shows a claim in its draft. */
async function reveal(uri: string, claim: ClaimView): Promise<void> {
  const editor = await window.showTextDocument(Uri.parse(uri), { preserveFocus: false });
  const range = toRange(claim.range);
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range);
}
