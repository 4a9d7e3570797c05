import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { INode, INodeParameters } from 'n8n-workflow';

/** The messages of the example workflow that sends one of each kind: the node's name and its parameters. */
export function loadGallery(): Array<readonly [string, INodeParameters]> {
	const file = resolve(__dirname, '../../../examples/message-gallery.json');
	const { nodes } = JSON.parse(readFileSync(file, 'utf8')) as { nodes: INode[] };
	return nodes
		.filter(({ parameters }) => parameters.resource === 'message')
		.map(({ name, parameters }) => [name, parameters] as const);
}
