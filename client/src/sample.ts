import { type ExtensionContext, env, Uri, window, workspace } from 'vscode';

/** Opens a short draft with right and wrong figures as an untitled document, to be played with. */
export async function openSample(context: ExtensionContext): Promise<void> {
  const language = env.language.startsWith('fr') ? 'fr' : 'en';
  const file = Uri.joinPath(context.extensionUri, 'docs', 'walkthrough', `sample.${language}.md`);
  const content = new TextDecoder().decode(await workspace.fs.readFile(file));
  await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content }));
}
