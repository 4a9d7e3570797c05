import { defineResource } from '../../../shared/operation/operationSet';
import { deleteFile } from '../driveFile/delete';
import { move } from '../driveFile/move';
import { rename } from '../driveFile/rename';
import { create } from './create';
import { downloadAll } from './downloadAll';
import { ensurePath } from './ensurePath';
import { getRoot } from './getRoot';

/** What is done with folders as with files stands here as well, where people look for it. */
export const folder = defineResource({
	value: 'folder',
	name: 'Folder',
	operations: [
		create,
		{
			...deleteFile,
			action: 'Delete a folder',
			description: 'Put a folder with all that is in it into the recycle bin, and wait until it is there',
		},
		downloadAll,
		ensurePath,
		getRoot,
		{
			...move,
			action: 'Move a folder',
			description: 'Put a folder with all that is in it into another one, and wait until it is there',
		},
		{ ...rename, action: 'Rename a folder', description: 'Give a folder another name' },
	],
	defaultOperation: create.value,
});
