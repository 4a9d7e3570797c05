import { defineResource } from '../../../shared/operation/operationSet';
import { addFloating } from './addFloating';
import { deleteImage } from './delete';
import { download } from './download';
import { getMany } from './getMany';
import { insert } from './insert';
import { update } from './update';

export const sheetImage = defineResource({
	value: 'sheetImage',
	name: 'Image',
	operations: [addFloating, deleteImage, download, getMany, insert, update],
	defaultOperation: insert.value,
});
