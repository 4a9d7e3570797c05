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
import { space } from './resources/space';
import { spaceMember } from './resources/spaceMember';
import { wikiNode } from './resources/wikiNode';

/** What people use most comes first, here and in each resource. */
const operations = new OperationSet([wikiNode, space, spaceMember], [requestOptionsField], wikiNode.value);

/** Wikis (知识库): their spaces and pages. */
export class FeishuWiki implements INodeType {
	static readonly operations = operations.rows('FeishuWiki');

	description: INodeTypeDescription = {
		displayName: 'Feishu Wiki',
		name: 'feishuWiki',
		icon: { light: 'file:../../icons/feishuWiki.svg', dark: 'file:../../icons/feishuWiki.dark.svg' },
		group: ['output'],
		version: [1],
		subtitle: operationSubtitle({ space: 'Wiki', wikiNode: 'Page' }),
		description: 'Find, create, move and copy pages of wikis (知识库) in Feishu or Lark',
		defaults: { name: 'Feishu Wiki' },
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
