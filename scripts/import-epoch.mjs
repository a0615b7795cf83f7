// Writes the figures of Epoch AI's CSV files into `data/`: node scripts/import-epoch.mjs FOLDER
// What a hand-kept source states already is left out. The files are CC BY 4.0; snapshots are named in epoch/read.mjs.
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { data, readData } from './build-data.mjs';
import { book } from './epoch/book.mjs';
import { importHardware } from './epoch/hardware.mjs';
import { importModels } from './epoch/models.mjs';
import { directory } from './epoch/names.mjs';
import { datasets, rows } from './epoch/read.mjs';
import { importClusters, importSites } from './epoch/sites.mjs';

const folder = process.argv[2];
if (!folder) {
  console.error('usage: node scripts/import-epoch.mjs FOLDER');
  process.exit(2);
}
rmSync(join(data, 'subjects', 'epoch.yaml'), { force: true });
const { sources, subjects } = readData();
const own = (source) => source.generated && source.publisher === 'Epoch AI';
const held = sources.filter((s) => !own(s));
for (const file of readdirSync(join(data, 'sources'))) {
  if (sources.some((s) => own(s) && `${s.id}.yaml` === file)) rmSync(join(data, 'sources', file));
}
const names = directory(subjects);
const found = book(held, subjects);
const table = (which) => rows(folder, datasets[which]);
for (const importTable of [importHardware, importModels, importSites, importClusters]) importTable(table, names, found);
found.write(data, {
  publisher: 'Epoch AI',
  licence: 'CC-BY-4.0',
  script: 'scripts/import-epoch.mjs',
  subjectsFile: 'epoch.yaml',
});
console.log(`${found.counts.written} figures written, ${found.counts.held} held already`);
