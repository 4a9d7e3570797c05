import { defineResource } from '../../../shared/operation/operationSet';
import { check } from './check';
import { create } from './create';
import { get } from './get';
import { getTasks } from './getTasks';
import { syncInstance } from './syncInstance';

export const externalApproval = defineResource({
	value: 'externalApproval',
	name: 'Third-Party Approval',
	operations: [check, create, get, getTasks, syncInstance],
	defaultOperation: syncInstance.value,
});
