/**
 * `gulp schemas`: the shape of what each operation gives, where n8n looks for it.
 *   schemas.ts --out dist dist/nodes/Feishu/Feishu.node.js …
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { schemaFiles } from '../lib/outputSchemas';

const { values, positionals } = parseArgs({ options: { out: { type: 'string' } }, allowPositionals: true });
if (!values.out) throw new Error('--out names the folder of the build');

const files = schemaFiles(positionals, (file) => require(resolve(file)) as unknown);
for (const file of positionals) rmSync(join(dirname(file), '__schema__'), { recursive: true, force: true });
for (const { path, schema } of files) {
	if (!path.startsWith(join(values.out, '/'))) throw new Error(`${path} is not in ${values.out}`);
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, JSON.stringify(schema));
}
