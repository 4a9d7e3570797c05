import type { INodeParameters, OnError } from 'n8n-workflow';

import type { FaultAction } from '../../../simulator';
import type { CredentialRef, ItemSpec, Platform } from '.';

export interface More {
	items?: readonly ItemSpec[];
	credential?: CredentialRef;
	onError?: OnError;
}

/** An endpoint that the platform does not have; `accept` lets it answer. */
export const ECHO = '/open-apis/demo/*';

export const answer = (body: object, http = 200): FaultAction => ({
	type: 'raw',
	http,
	contentType: 'application/json',
	body: JSON.stringify(body),
});

/** Feishu Open API → Custom Request on a platform. */
export function requesterOf(platform: Platform) {
	async function run(parameters: INodeParameters, more: More = {}) {
		const request = { resource: 'customRequest', operation: 'send' };
		return await platform.run({ node: 'feishuOpenApi', parameters: { ...request, ...parameters }, ...more });
	}

	/** Runs it, and gives what came out. */
	async function out(parameters: INodeParameters, more: More = {}) {
		const { items, error } = await run(parameters, more);
		if (error) throw error;
		return items;
	}

	/** Lets ECHO answer with code 0. */
	function accept(data: object = {}) {
		platform.simulator.faults.add({ path: ECHO, action: answer({ code: 0, msg: 'ok', data }) });
	}

	return { run, out, accept };
}

/** Rows of Path Parameters, Query Parameters and Headers. */
export const rows = (...pairs: ReadonlyArray<readonly [string, string]>) => ({
	parameter: pairs.map(([name, value]) => ({ name, value })),
});
