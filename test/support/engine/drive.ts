/** A node that does nothing but carry files into documents, out of them and into folders. */
import { NodeConnectionTypes, type IExecuteFunctions, type INodeType } from 'n8n-workflow';

import { attachmentExtra } from '../../../feishu/base/attachmentExtra';
import { authenticationFields, credentialsFor } from '../../../nodes/shared/client/authentication';
import { inputFile } from '../../../nodes/shared/client/binary';
import { DRIVE_UPLOADS, MEDIA_UPLOADS, uploadDriveFile, uploadMedia } from '../../../nodes/shared/drive/mediaUpload';
import { downloadMedia, MEDIA_DOWNLOAD } from '../../../nodes/shared/drive/mediaDownload';
import { textField } from '../../../nodes/shared/fields/plain';
import { requestOptionsField } from '../../../nodes/shared/fields/requestOptions';
import { defineOperation, FileOutput } from '../../../nodes/shared/operation/operation';
import type { Operation } from '../../../nodes/shared/operation/operation';
import { defineResource, OperationSet } from '../../../nodes/shared/operation/operationSet';
import { runOperations } from '../../../nodes/shared/operation/runOperations';

const words = (name: string) => ({ displayName: name, name });
const base = textField(words('base'));
const file = textField(words('file'));
const cell = {
	tableId: textField(words('table')),
	fieldId: textField(words('field')),
	recordId: textField(words('rec')),
};
const folder = textField(words('folder'));

const described = (value: string) => ({ value, name: value, action: value, description: value });

const upload = defineOperation({
	...described('upload'),
	endpoint: MEDIA_UPLOADS[0] ?? '',
	alsoCalls: MEDIA_UPLOADS,
	fields: [base],
	async run({ read, feishu, context, itemIndex }) {
		const given = await inputFile(context, itemIndex, 'data', 'Input');
		const target = { label: 'Input', parentType: 'bitable_file', parentNode: read(base) } as const;
		return { file_token: await uploadMedia(feishu, given, target) };
	},
});

const toFolder = defineOperation({
	...described('toFolder'),
	endpoint: DRIVE_UPLOADS[0] ?? '',
	alsoCalls: DRIVE_UPLOADS,
	fields: [folder],
	async run({ read, feishu, context, itemIndex }) {
		const given = await inputFile(context, itemIndex, 'data', 'Input');
		return { ...(await uploadDriveFile(feishu, given, { label: 'Input', folder: read(folder) })) };
	},
});

const download = defineOperation({
	...described('download'),
	endpoint: MEDIA_DOWNLOAD,
	fields: [file, ...Object.values(cell)],
	async run({ read, feishu }) {
		const fileToken = read(file);
		const place = {
			tableId: read(cell.tableId),
			fieldId: read(cell.fieldId),
			recordId: read(cell.recordId),
			fileToken,
		};
		const extra = place.tableId === '' ? undefined : attachmentExtra(place);
		return new FileOutput({}, { data: await downloadMedia(feishu, { fileToken, extra }) });
	},
});

/** A node with these operations alone. */
export function nodeOf(operations: readonly [Operation, ...Operation[]]): INodeType {
	const set = new OperationSet(
		[defineResource({ value: 'drive', name: 'Drive', operations, defaultOperation: operations[0].value })],
		[requestOptionsField],
	);
	return {
		description: {
			displayName: 'Drive Test',
			name: 'driveTest',
			group: ['output'],
			version: [1],
			description: 'Files',
			defaults: { name: 'Drive Test' },
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			credentials: credentialsFor(),
			properties: [...authenticationFields(), ...set.properties()],
		},
		async execute(this: IExecuteFunctions) {
			return await runOperations(this, set);
		},
	};
}

export const driveNode = nodeOf([upload, toFolder, download]);
