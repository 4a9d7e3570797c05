import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { byId, type Platform } from '.';
import type { More } from './requester';

/** Feishu Open API → Endpoint: Call on a platform. */
export function callerOf(platform: Platform) {
	async function run(endpoint: string, values: IDataObject = {}, more: More & { parameters?: INodeParameters } = {}) {
		const { parameters, ...rest } = more;
		const mapper = { mappingMode: 'defineBelow', value: values } as unknown as INodeParameters;
		return await platform.run({
			node: 'feishuOpenApi',
			parameters: {
				resource: 'endpoint',
				operation: 'call',
				endpoint: byId(endpoint),
				parameters: mapper,
				...parameters,
			},
			...rest,
		});
	}

	/** Runs it, and gives what came out. */
	async function out(...request: Parameters<typeof run>) {
		const { items, error } = await run(...request);
		if (error) throw error;
		return items;
	}

	return { run, out };
}
