import { byId, type Platform } from '..';
import { picture } from '../files';
import { ownAttachment, ownTask } from '../tasks';
import { late, LIMIT, type Cases } from './common';
import { TASK } from './task';

const sent = (p: Platform) => ({ attachmentId: ownAttachment(p, ownTask(p)).guid });
const ID = [
	[{ attachmentId: late(' ') }, 'Attachment'],
	[{ attachmentId: 'boxcnabcdef' }, 'Attachment'],
] as const;

export const taskAttachment: Cases = {
	delete: { parameters: sent, refused: ID },
	download: {
		parameters: (p) => ({ ...sent(p), outputField: 'data' }),
		refused: [...ID, [{ outputField: late(' ') }, 'Put Output File']],
	},
	get: { parameters: sent, refused: ID },
	getAll: {
		parameters(p) {
			const task = ownTask(p);
			ownAttachment(p, task);
			return { task: byId(task.guid) };
		},
		refused: [...TASK, ...LIMIT],
	},
	upload: {
		parameters: (p) => ({ task: byId(ownTask(p).guid), binaryPropertyName: 'data' }),
		items: [{ files: { data: picture } }],
		refused: [
			...TASK,
			[{ binaryPropertyName: 'other' }, 'other'],
			[{ binaryPropertyName: late(' ') }, 'Input Data Field Name'],
		],
	},
};
