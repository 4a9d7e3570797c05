import { defineResource } from '../../../shared/operation/operationSet';
import { deleteNotice } from './delete';
import { put } from './put';

export const topNotice = defineResource({
	value: 'topNotice',
	name: 'Top Notice',
	operations: [put, deleteNotice],
	defaultOperation: put.value,
});
