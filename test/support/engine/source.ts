import {
	NodeConnectionTypes,
	type IBinaryData,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
} from 'n8n-workflow';

/** A file of an input item. */
export interface FileSpec {
	bytes: Buffer;
	fileName?: string;
	mimeType?: string;
}

export interface ItemSpec {
	json?: IDataObject;
	files?: Readonly<Record<string, FileSpec>>;
}

/** A trigger and data source in one: gives these items, with their files in n8n's own binary storage. */
export function sourceNode(items: readonly ItemSpec[]): INodeType {
	return {
		description: {
			displayName: 'Source',
			name: 'source',
			group: ['trigger'],
			version: 1,
			description: 'Gives items',
			defaults: { name: 'Source' },
			inputs: [],
			outputs: [NodeConnectionTypes.Main],
			properties: [],
		},
		async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
			const given = items.map(async ({ json = {}, files }, item) => ({
				json,
				...(files && { binary: await binaries(this, files) }),
				pairedItem: { item },
			}));
			return [await Promise.all(given)];
		},
	};
}

async function binaries(
	context: IExecuteFunctions,
	files: Readonly<Record<string, FileSpec>>,
): Promise<Record<string, IBinaryData>> {
	const stored = Object.entries(files).map(
		async ([name, { bytes, fileName, mimeType }]) =>
			[name, await context.helpers.prepareBinaryData(bytes, fileName, mimeType)] as const,
	);
	return Object.fromEntries(await Promise.all(stored));
}
