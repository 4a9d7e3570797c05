/**
 * `npm run operations`: every operation of every node, read from the built package.
 *
 * Prints Markdown tables; with `--json` the plain list; with `--write` it puts the tables into the documents, and what
 * scopes the operations take into the file from which Check Setup reads it.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { findEndpoint } from '../feishu/catalog';
import { n8n } from '../package.json';
import { NEEDS_FILE, needsJson, operationNeeds } from './lib/operationNeeds';
import { OPERATION_DOCUMENTS, operationsMarkdown, readNodes, withOperations } from './lib/operations';

const root = resolve(__dirname, '..');

function loadBuilt(file: string): unknown {
	const path = resolve(root, file);
	if (!existsSync(path)) throw new Error(`${file} is not there: build first (npm run build)`);
	return require(path) as unknown;
}

async function main(options: Set<string>): Promise<void> {
	const nodes = readNodes(n8n.nodes, loadBuilt);

	if (options.has('--json')) {
		const operations = nodes.flatMap((node) => node.operations);
		console.log(JSON.stringify(operations, null, '\t'));
		return;
	}
	if (!options.has('--write')) {
		console.log(operationsMarkdown(nodes));
		return;
	}
	writeFileSync(resolve(root, NEEDS_FILE), needsJson(await operationNeeds(nodes, findEndpoint)));
	console.log(`${NEEDS_FILE} is up to date`);
	for (const document of OPERATION_DOCUMENTS) {
		const path = resolve(root, document);
		if (!existsSync(path)) throw new Error(`${document} is not there yet`);
		writeFileSync(path, withOperations(readFileSync(path, 'utf8'), operationsMarkdown(nodes)));
		console.log(`${document} is up to date`);
	}
}

main(new Set(process.argv.slice(2))).catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
