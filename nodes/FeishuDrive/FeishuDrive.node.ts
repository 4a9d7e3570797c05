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
import { driveFile } from './resources/driveFile';
import { fileComment } from './resources/fileComment';
import { fileSubscription } from './resources/fileSubscription';
import { fileVersion } from './resources/fileVersion';
import { folder } from './resources/folder';
import { permission } from './resources/permission';

/** What people use most comes first, here and in each resource. */
const operations = new OperationSet(
	[driveFile, folder, permission, fileComment, fileVersion, fileSubscription],
	[requestOptionsField],
	driveFile.value,
);

/** Drive (云空间): files and folders, who may open them, imports and exports. */
export class FeishuDrive implements INodeType {
	static readonly operations = operations.rows('FeishuDrive');

	description: INodeTypeDescription = {
		displayName: 'Feishu Drive',
		name: 'feishuDrive',
		icon: { light: 'file:../../icons/feishuDrive.svg', dark: 'file:../../icons/feishuDrive.dark.svg' },
		group: ['output'],
		version: [1],
		subtitle: operationSubtitle({
			driveFile: 'File',
			fileComment: 'Comment',
			fileSubscription: 'Event Subscription',
			fileVersion: 'Version',
			permission: 'Access',
		}),
		description: 'Upload, download, share, import and export files of Drive (云空间) in Feishu or Lark',
		defaults: { name: 'Feishu Drive' },
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
