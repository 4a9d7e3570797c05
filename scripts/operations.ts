/**
 * `npm run operations`: every operation of every node, read from the built package.
 *
 * Prints Markdown tables; with `--json` the plain list; with `--write` it puts the tables into the documents, what scopes
 * the operations take into the files from which Check Setup and a person's credential read it, and from there into the
 * documents.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { findEndpoint } from '../feishu/catalog';
import { n8n } from '../package.json';
import { NEEDS_FILE, needsJson, operationNeeds } from './lib/operationNeeds';
import { OPERATION_DOCUMENTS, operationsMarkdown, readNodes, withOperations } from './lib/operations';
import { SCOPE_DOCUMENTS, withScopes } from './lib/scopeDocuments';
import { USER_SCOPES_FILE, userScopesJson } from './lib/userScopes';

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
	const needs = await operationNeeds(nodes, findEndpoint);
	write(NEEDS_FILE, () => needsJson(needs));
	write(USER_SCOPES_FILE, () => userScopesJson(needs));
	for (const document of OPERATION_DOCUMENTS)
		write(document, (text) => withOperations(text, operationsMarkdown(nodes)));
	for (const [document, textOf] of Object.entries(SCOPE_DOCUMENTS))
		write(document, (text) => withScopes(text, textOf(needs)));
}

/** @param change gets what the file holds */
function write(file: string, change: (text: string) => string): void {
	const path = resolve(root, file);
	if (!existsSync(path)) throw new Error(`${file} is not there yet`);
	writeFileSync(path, change(readFileSync(path, 'utf8')));
	console.log(`${file} is up to date`);
}

main(new Set(process.argv.slice(2))).catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
