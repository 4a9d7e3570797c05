import { LoadOptionsContext } from 'n8n-core';
import {
	Workflow,
	type ILoadOptionsFunctions,
	type INodeParameters,
	type INodeType,
	type IWorkflowExecuteAdditionalData,
	type ResourceMapperFields,
} from 'n8n-workflow';

import { FeishuOpenApi } from '../../../nodes/FeishuOpenApi/FeishuOpenApi.node';
import { execute, type CredentialRef } from '../../support/engine/execute';
import { StoredCredentials } from '../../support/engine/credentials';
import { pagesOf } from './endpoints';
import type { Call, Caller } from './generate';
import type { Result } from './outcome';
import { USER_TOKEN, type Recorder } from './recorder';

const MAPPER = 'parameters';

/** Our node as a caller: one execution of the real n8n-core for each call, with the parameters that the editor would save. */
export class NodeCaller {
	private readonly credentials = new StoredCredentials();

	private readonly type: INodeType = new FeishuOpenApi();

	constructor(
		private readonly recorder: Recorder,
		private readonly caller: Caller,
	) {}

	async call(call: Call): Promise<Result> {
		const parameters = chosen(call, this.caller);
		try {
			const schema = await this.formOf(parameters);
			const ids = new Set(schema.map(({ id }) => id));
			const missingFields = Object.keys(call.entered).filter((id) => !ids.has(id));
			const run = await execute({
				node: 'feishuOpenApi',
				parameters: {
					...parameters,
					[MAPPER]: { mappingMode: 'defineBelow', matchingColumns: [], schema, value: call.entered } as never,
				},
				items: [{ files: call.files }],
				credential: this.credentialFor(call),
			});
			const file = Object.values(run.items[0]?.binary ?? {})[0];
			return {
				bytes: file && Buffer.from(file.data, 'base64'),
				error: run.error && [run.error.message, run.error.description].filter(Boolean).join(' '),
				missingFields,
			};
		} catch (error) {
			return { error: String(error) };
		}
	}

	/** The fields that the editor shows for the endpoint. */
	private async formOf(parameters: INodeParameters): Promise<ResourceMapperFields['fields']> {
		const property = this.type.description.properties.find(
			({ name, type }) => name === MAPPER && type === 'resourceMapper',
		);
		const name = property?.typeOptions?.resourceMapper?.resourceMapperMethod ?? '';
		const method = this.type.methods?.resourceMapping?.[name];
		if (!method) throw new Error('Endpoint: Call has no resource mapper');
		return (await method.call(this.editor(parameters))).fields;
	}

	private editor(parameters: INodeParameters): ILoadOptionsFunctions {
		const type = this.type;
		const node = {
			id: 'node',
			name: 'Node',
			type: 'node',
			typeVersion: 1,
			position: [0, 0] as [number, number],
			parameters,
		};
		const nodeTypes = { getByName: () => type, getByNameAndVersion: () => type, getKnownTypes: () => ({}) };
		const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
		const data = { currentNodeParameters: parameters } as unknown as IWorkflowExecuteAdditionalData;
		return new LoadOptionsContext(workflow, node, data, `parameters.${MAPPER}`);
	}

	private credentialFor({ index }: Call): CredentialRef {
		const id = `credential-${index}`;
		const baseUrl = this.recorder.baseUrlFor(index);
		const [appId, appSecret] = ['cli_conformance', 'not-a-secret'];
		if (this.caller === 'app') {
			this.credentials.add(id, { region: 'custom', baseUrl, appId, appSecret });
			return { helper: this.credentials, id };
		}
		const oauthTokenData = { access_token: USER_TOKEN };
		this.credentials.add(id, { region: 'custom', baseUrl, clientId: appId, clientSecret: appSecret, oauthTokenData });
		return { helper: this.credentials, id, type: 'feishuOAuth2Api' };
	}
}

function chosen({ endpoint, pageSize }: Call, caller: Caller): INodeParameters {
	// The SDK sends the tenant token to every endpoint, also to those for users only: there our node has to be told to.
	const isUserOnly = caller === 'app' && (endpoint.tokens?.every((token) => token === 'user') ?? false);
	return {
		resource: 'endpoint',
		operation: 'call',
		endpoint: { __rl: true, mode: 'id', value: endpoint.id },
		...(pagesOf(endpoint) && { returnAll: true }),
		options: { ...(isUserOnly && { identity: 'tenant' }), ...(pageSize !== undefined && { pageSize }) },
	};
}
