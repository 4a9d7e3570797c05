import { defineResource } from '../../../shared/operation/operationSet';
import { checkSetup } from './checkSetup';

export const app = defineResource({
	value: 'app',
	name: 'App',
	operations: [checkSetup],
	defaultOperation: checkSetup.value,
});
