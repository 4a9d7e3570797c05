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
import { announcement } from './resources/announcement';
import { chat } from './resources/chat';
import { manager } from './resources/manager';
import { member } from './resources/member';
import { menu } from './resources/menu';
import { moderation } from './resources/moderation';
import { tab } from './resources/tab';
import { topNotice } from './resources/topNotice';

/** What people use most comes first, here and in each resource. */
const operations = new OperationSet(
	[chat, member, manager, announcement, topNotice, moderation, tab, menu],
	[requestOptionsField],
	chat.value,
);

/** Groups: who is in them, what they show, who may speak. */
export class FeishuChat implements INodeType {
	static readonly operations = operations.rows('FeishuChat');

	description: INodeTypeDescription = {
		displayName: 'Feishu Chat',
		name: 'feishuChat',
		icon: { light: 'file:../../icons/feishuChat.svg', dark: 'file:../../icons/feishuChat.dark.svg' },
		group: ['output'],
		version: [1],
		subtitle: operationSubtitle(),
		description: 'Create and manage groups in Feishu or Lark: members, announcements, tabs and menus',
		defaults: { name: 'Feishu Chat' },
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
