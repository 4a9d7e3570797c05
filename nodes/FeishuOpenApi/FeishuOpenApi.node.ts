import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { authenticationFields, credentialsFor } from '../shared/client/authentication';
import { requestOptionsField } from '../shared/fields/requestOptions';
import { OperationSet } from '../shared/operation/operationSet';
import { runOperations } from '../shared/operation/runOperations';
import { customRequest } from './resources/customRequest';
import { endpoint } from './resources/endpoint';

const operations = new OperationSet([endpoint, customRequest], [requestOptionsField]);

/** Any endpoint of the platform. */
export class FeishuOpenApi implements INodeType {
	static readonly operations = operations.rows('Feishu Open API');

	description: INodeTypeDescription = {
		displayName: 'Feishu Open API',
		name: 'feishuOpenApi',
		icon: { light: 'file:../../icons/feishuOpenApi.svg', dark: 'file:../../icons/feishuOpenApi.dark.svg' },
		group: ['transform'],
		version: [1],
		subtitle:
			'={{ $parameter["resource"] === "customRequest" ? $parameter["method"] + " " + $parameter["path"] : $parameter["endpoint"]["cachedResultName"] || $parameter["endpoint"]["value"] }}',
		description:
			'Call any endpoint of the Feishu or Lark Open Platform: search it in English or Chinese, fill in its fields',
		defaults: { name: 'Feishu Open API' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: credentialsFor(),
		properties: [...authenticationFields(), ...operations.properties()],
	};

	methods = operations.methods();

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperations(this, operations);
	}
}
