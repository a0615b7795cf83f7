import { type Connection, createConnection, ProposedFeatures } from 'vscode-languageserver/node';

/** The connection the command line asks for: --stdio, --node-ipc, --socket=N or --pipe=NAME; stdio without one. */
export function connect(): Connection {
  if (!process.argv.slice(2).some((arg) => /^--(stdio|node-ipc|socket|pipe)/.test(arg))) process.argv.push('--stdio');
  return createConnection(ProposedFeatures.all);
}
