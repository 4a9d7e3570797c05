import { defineResource } from '../../../shared/operation/operationSet';
import { cancel } from './cancel';
import { copyTo } from './copyTo';
import { create } from './create';
import { createAndWait } from './createAndWait';
import { get } from './get';
import { getCodes } from './getCodes';
import { getCopies } from './getCopies';
import { getMany } from './getMany';
import { preview } from './preview';
import { remind } from './remind';

export const approvalInstance = defineResource({
	value: 'approvalInstance',
	name: 'Instance',
	operations: [cancel, create, createAndWait, get, getCodes, getCopies, getMany, preview, remind, copyTo],
	defaultOperation: create.value,
});
