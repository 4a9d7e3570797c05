import { defineResource } from '../../../shared/operation/operationSet';
import { addApprovers } from './addApprovers';
import { approve } from './approve';
import { getMany } from './getMany';
import { reject } from './reject';
import { resubmit } from './resubmit';
import { rollBack } from './rollBack';
import { search } from './search';
import { transfer } from './transfer';

export const approvalTask = defineResource({
	value: 'approvalTask',
	name: 'Task',
	operations: [addApprovers, approve, getMany, reject, resubmit, rollBack, search, transfer],
	defaultOperation: approve.value,
});
