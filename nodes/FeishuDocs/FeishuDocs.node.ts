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
import { operationSubtitle } from '../shared/operation/subtitle';
import { runOperations } from '../shared/operation/runOperations';
import { block } from './resources/block';
import { document } from './resources/document';
import { documentComment } from './resources/documentComment';

/** What people use most comes first, here and in each resource. */
const operations = new OperationSet([document, block, documentComment], [requestOptionsField], document.value);

/** Documents (云文档): from and to Markdown, and their blocks. */
export class FeishuDocs implements INodeType {
	static readonly operations = operations.rows('FeishuDocs');

	description: INodeTypeDescription = {
		displayName: 'Feishu Docs',
		name: 'feishuDocs',
		icon: { light: 'file:../../icons/feishuDocs.svg', dark: 'file:../../icons/feishuDocs.dark.svg' },
		group: ['output'],
		version: [1],
		subtitle: operationSubtitle({ documentComment: 'Comment' }),
		description: 'Create, read and edit documents (云文档) in Feishu or Lark from Markdown, HTML or blocks',
		defaults: { name: 'Feishu Docs' },
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
