// Loads the client's bundle and calls its `activate` as an editor does; prints the ms of work until the call returns.
const Module = require('node:module');

const nothing = class {};
const load = Module._load;
Module._load = (name, ...rest) => (name === 'vscode' ? new Proxy({}, { get: () => nothing }) : load(name, ...rest));

const busy = process.cpuUsage();
const { activate } = require(process.argv[2]);
activate({ subscriptions: [] }).catch(() => {}); // there is no editor to go on with
const { user, system } = process.cpuUsage(busy);
console.log((user + system) / 1000);
process.exit();
