import { defineResource } from '../../../shared/operation/operationSet';
import { add } from './add';
import { check } from './check';
import { getMany } from './getMany';
import { getSettings } from './getSettings';
import { refreshPassword } from './refreshPassword';
import { remove } from './remove';
import { removePassword } from './removePassword';
import { requestAccess } from './requestAccess';
import { setPassword } from './setPassword';
import { transferOwner } from './transferOwner';
import { update } from './update';
import { updateSettings } from './updateSettings';

export const permission = defineResource({
	value: 'permission',
	name: 'Access',
	operations: [
		add,
		requestAccess,
		check,
		getMany,
		getSettings,
		refreshPassword,
		remove,
		removePassword,
		setPassword,
		transferOwner,
		update,
		updateSettings,
	],
	defaultOperation: add.value,
});
