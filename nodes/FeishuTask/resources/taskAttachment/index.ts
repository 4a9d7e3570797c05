import { defineResource } from '../../../shared/operation/operationSet';
import { deleteAttachment, download, get, getMany, upload } from './operations';

export const taskAttachment = defineResource({
	value: 'taskAttachment',
	name: 'Attachment',
	operations: [deleteAttachment, download, get, getMany, upload],
	defaultOperation: upload.value,
});
